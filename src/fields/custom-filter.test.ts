import { expect, test } from 'vitest';
import { decideCustomFilters } from '#fields/custom-filter.ts';
import type { FieldRule } from '#fields/field.ts';

const field = (key: string, type: FieldRule['type'], choices: string[] = []) => ({
  key,
  type,
  choices,
  archived: false,
});
const fields = [
  field('motto', 'text'),
  field('machines', 'number'),
  field('audited', 'day'),
  field('lines', 'choices', ['机床']),
  field('listed', 'yesNo'),
];

test.each([
  ['motto', '质量', { is: 'containing', value: '质量' }],
  ['machines', '5..', { is: 'between', from: 5, to: null }],
  ['machines', '1,000', { is: 'between', from: 1000, to: 1000 }],
  ['audited', '2026-01-01..2026-06-30', { is: 'between', from: '2026-01-01', to: '2026-06-30' }],
  ['lines', '机床', { is: 'holding', value: '机床' }],
  ['listed', '是', { is: 'equal', value: true }],
])('%s by %s', (key, text, filter) => {
  expect(decideCustomFilters(fields, { [key]: text })).toEqual({ filters: [{ key, ...filter }] });
});

test('all that does not fit is told at once', () => {
  const asked = { machines: '多', audited: '2026-02-30', listed: '也许', nosuch: '1', motto: ' ' };
  expect(decideCustomFilters(fields, asked)).toMatchObject({
    code: 'input.invalid',
    data: { issues: ['machines', 'audited', 'listed', 'nosuch'].map((key) => ({ path: ['custom', key] })) },
  });
});
