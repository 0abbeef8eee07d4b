import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  customerKeysOf,
  likenessOfNames,
  likenessOfProjects,
  projectKey,
  sameCustomer,
} from '#partners/registrations/same-project.ts';

describe('a project’s name', () => {
  test.each([
    ['江宁钢铁二期能源管理项目', '江宁钢铁集团有限公司', '2期能源管理'],
    ['二期 能源管理 工程', '江宁钢铁', '2期能源管理'],
    ['能源管理（2 期）招标采购', '江宁钢铁', '能源管理2期'],
    ['项目', '某厂', '项目'],
    ['MES 建设', '宝钢', 'mes'],
  ])('%s of %s is %s', (name, customer, key) => {
    expect(projectKey(name, customer)).toBe(key);
  });

  test('is never empty, and its key’s key is itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 2 }), fc.string(), (name, customer) => {
        fc.pre(/[\p{L}\p{N}]/u.test(name.normalize('NFKC')));
        const key = projectKey(name, customer);
        expect(key).not.toBe('');
        expect(likenessOfNames(key, key)).toBe('same');
      }),
    );
  });
});

test.each([
  ['2期能源管理', '2期能源管理', 'same'],
  ['能源管理', '2期能源管理', 'like'],
  ['1期能源管理', '2期能源管理', 'like'],
  ['能源管理', '办公楼装修', 'customer'],
])('%s and %s: %s', (a, b, likeness) => {
  expect(likenessOfNames(a, b)).toBe(likeness);
  expect(likenessOfNames(b, a)).toBe(likeness);
});

const customer = (name: string, more: object = {}) => ({
  accountId: null,
  creditCode: null,
  ...customerKeysOf(name),
  ...more,
});

describe('one customer', () => {
  test.each([
    [
      'the legal form and the region do not matter',
      customer('江宁钢铁集团有限公司'),
      customer('（中国）江宁钢铁'),
      true,
    ],
    ['two regions are two companies', customer('甘肃能源集团'), customer('湖北能源集团'), false],
    [
      'the code decides, whatever it is called',
      customer('甲厂', { creditCode: 'X' }),
      customer('乙厂', { creditCode: 'X' }),
      true,
    ],
    [
      'two codes are two companies',
      customer('甲厂', { creditCode: 'X' }),
      customer('甲厂', { creditCode: 'Y' }),
      false,
    ],
    ['one account is one customer', customer('甲厂', { accountId: '1' }), customer('乙厂', { accountId: '1' }), true],
    ['others are not', customer('甲厂'), customer('乙厂'), false],
  ])('%s', (_what, a, b, same) => {
    expect(sameCustomer(a, b)).toBe(same);
    expect(sameCustomer(b, a)).toBe(same);
  });
});

const project = (name: string, who: string, dealId: string | null) => ({
  ...customer(who),
  projectKey: projectKey(name, who),
  dealId,
});

test('one deal is one project, whatever it is called', () => {
  expect(likenessOfProjects(project('甲', '甲厂', 'd'), project('乙', '乙厂', 'd'))).toBe('same');
  expect(likenessOfProjects(project('二期', '甲厂', null), project('二期', '乙厂', null))).toBeNull();
  expect(likenessOfProjects(project('甲厂二期项目', '甲厂', null), project('2期', '甲厂有限公司', 'd'))).toBe('same');
});
