import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { customFromText, customToText } from '#fields/custom-text.ts';
import { decideCustom, type CustomValues } from '#fields/custom.ts';
import type { FieldRule } from '#fields/field.ts';

const field = (key: string, type: FieldRule['type'], choices: string[] = [], archived = false) => ({
  key,
  type,
  choices,
  archived,
});
const fields = [
  field('motto', 'text'),
  field('machines', 'number'),
  field('audited', 'day'),
  field('tier', 'choice', ['金', '银']),
  field('lines', 'choices', ['机床', '机器人']),
  field('listed', 'yesNo'),
  field('old', 'text', [], true),
];

test('values of every type are kept', () => {
  const values = {
    motto: '质量第一',
    machines: 12.5,
    audited: '2026-02-28',
    tier: '金',
    lines: ['机床'],
    listed: false,
  };
  expect(decideCustom(fields, {}, values)).toEqual({ values });
});

test('every fault is told at once, each under its field', () => {
  const decided = decideCustom(
    fields,
    {},
    { machines: '12', audited: '2026-02-30', tier: '铜', lines: ['车'], nosuch: 1 },
  );
  expect(decided).toMatchObject({
    code: 'input.invalid',
    data: {
      issues: expect.arrayContaining([
        expect.objectContaining({ path: ['custom', 'machines'], message: expect.stringContaining('请填写数字') }),
        expect.objectContaining({ path: ['custom', 'audited'] }),
        expect.objectContaining({ path: ['custom', 'tier'], message: expect.stringContaining('金 / 银') }),
        expect.objectContaining({ path: ['custom', 'lines', 0] }),
        expect.objectContaining({ path: ['custom'], message: expect.stringContaining('nosuch') }),
      ]),
    },
  });
});

test('null clears, silence keeps, an archived field keeps what it had and takes no more', () => {
  const before: CustomValues = { motto: '旧', machines: 3, old: '留' };
  expect(decideCustom(fields, before, { motto: null, listed: true })).toEqual({
    values: { machines: 3, old: '留', listed: true },
  });
  expect(decideCustom(fields, before, { old: '改' })).toHaveProperty('refused');
});

test('deciding twice changes nothing more', () => {
  const values = fc.record(
    { motto: fc.string(), machines: fc.integer(), tier: fc.constantFrom('金', '银'), listed: fc.boolean() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(values, (changed) => {
      const once = decideCustom(fields, {}, changed) as { values: CustomValues };
      expect(decideCustom(fields, once.values, once.values)).toEqual(once);
    }),
  );
});

test.each([
  ['machines', '1,200', 1200],
  ['machines', '很多', '很多'],
  ['audited', '2026年3月5日', '2026-03-05'],
  ['audited', '2026/12/31', '2026-12-31'],
  ['lines', '机床；机器人', ['机床', '机器人']],
  ['listed', '是', true],
  ['listed', 'No', false],
  ['motto', '  ', null],
])('a cell of %s: %s', (key, cell, value) => {
  expect(
    customFromText(
      fields.find((field) => field.key === key)!,
      cell,
    ),
  ).toEqual(value);
});

test('what is written to a sheet reads back', () => {
  const value = fc.oneof(fc.boolean(), fc.integer(), fc.subarray(['机床', '机器人'], { minLength: 1 }));
  fc.assert(
    fc.property(value, (value) => {
      const type = Array.isArray(value) ? 'choices' : typeof value === 'boolean' ? 'yesNo' : 'number';
      expect(customFromText(field('x', type), customToText(value))).toEqual(value);
    }),
  );
});
