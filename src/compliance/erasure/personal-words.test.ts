import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  eventWithoutPerson,
  isTelling,
  patternOf,
  pseudonymOf,
  withoutPerson,
} from '#compliance/erasure/personal-words.ts';

const id = '018f0000-0000-7000-8000-00000000abcd';
const pseudonym = pseudonymOf(id);
const traces = {
  names: ['秦立新', 'Mary Chen'],
  numbers: ['138 0013 8000', '0513-8552'],
  addresses: ['qin.lx@qingjiang.example', 'qin_lx', 'wx1'],
};
const blanking = { pattern: patternOf(traces), ids: [id], pseudonym };
const blanked = (value: unknown) => withoutPerson(value, blanking);

test('a pseudonym tells two erased people apart and nothing else', () => {
  expect(pseudonym).toBe('已删除的联系人ABCD');
});

describe('a telling name', () => {
  test.each([
    ['秦立新', [], true],
    ['Mary Chen', [], true],
    ['王总', [], false],
    ['张主任', [], false],
    ['Amy', [], false],
    ['秦', [], false],
    ['秦立', ['秦立新'], false],
    ['秦立新', ['秦立新贸易有限公司'], false],
    ['秦立新', ['赵工'], true],
  ])('%s beside %j: %s', (name, others, telling) => expect(isTelling(name, others)).toBe(telling));
});

test.each([
  ['今天见了秦立新，约在周三', `今天见了${pseudonym}，约在周三`],
  ['call 13800138000 or 138-0013-8000', `call ${pseudonym} or ${pseudonym}`],
  ['QIN.LX@qingjiang.example', pseudonym],
  ['MARY CHEN agreed', `${pseudonym} agreed`],
  ['qinxlx@qingjiang.example', 'qinxlx@qingjiang.example'],
  ['wx1 是型号', 'wx1 是型号'],
  ['青江机床', '青江机床'],
])('of %s is left: %s', (text, left) => expect(blanked(text)).toBe(left));

test('in a structure the name beside her id goes too, others stay', () => {
  const facts = {
    stakeholders: [
      { id, name: '老秦', roles: ['user'] },
      { id: 'other', name: '赵工' },
    ],
    amount: 13800138000,
    note: ['秦立新说可以'],
  };
  expect(blanked(facts)).toEqual({
    stakeholders: [
      { id, name: pseudonym, roles: ['user'] },
      { id: 'other', name: '赵工' },
    ],
    amount: 13800138000,
    note: [`${pseudonym}说可以`],
  });
});

test('of an event about her only the kind of thing is left', () => {
  const data = { name: '秦立新', before: { title: '科长' }, preview: '她说可以', kind: 'birthday', giftId: id };
  expect(eventWithoutPerson(data, pseudonym)).toEqual({ name: pseudonym, kind: 'birthday', giftId: id });
  expect(eventWithoutPerson(null, pseudonym)).toEqual({ name: pseudonym });
});

test('without a name and a number nothing is replaced', () => {
  expect(patternOf({ names: [], numbers: ['110'], addresses: ['ab'] })).toBeNull();
  expect(withoutPerson('秦立新', { ...blanking, pattern: null })).toBe('秦立新');
});

test('whatever is written, the names are gone after', () => {
  const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...traces.names, '13800138000'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const left = blanked(pieces.join('')) as string;
      for (const name of [...traces.names, '13800138000']) expect(left).not.toContain(name);
    }),
  );
});
