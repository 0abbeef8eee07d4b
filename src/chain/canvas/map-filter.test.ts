import { expect, test } from 'vitest';
import { mapWith, person } from '#chain/random-map.testing.server.ts';
import { asked, found, noFilter, passes, toggled } from '#chain/canvas/map-filter.ts';

const head = person(0, { name: '赵总', title: '总经理', stance: 2, roles: ['finalSay'], key: true });
const nobody = person(1, { name: '钱工' });

const by = (more: Partial<typeof noFilter>) => [head, nobody].map((node) => passes(node, { ...noFilter, ...more }));

test('a filter that asks nothing lets everybody pass', () => {
  expect([head, nobody].every((node) => passes(node, noFilter))).toBe(true);
  expect(asked(noFilter)).toBe(0);
});

test('each question narrows; what is not known can be asked for too', () => {
  expect(by({ stances: new Set([2]) })).toEqual([true, false]);
  expect(by({ stances: new Set(['unknown']) })).toEqual([false, true]);
  expect(by({ roles: new Set(['finalSay', 'user']) })).toEqual([true, false]);
  expect(by({ roles: new Set(['none']) })).toEqual([false, true]);
  expect(by({ factions: new Set(['none']) })).toEqual([true, true]);
  expect(by({ keyOnly: true })).toEqual([true, false]);
});

test('people are found by name, then by title', () => {
  const map = mapWith([person(2, { name: '孙总助', title: '赵总的助理' }), head, nobody]);
  expect(found(map, ' 赵总').map(({ name }) => name)).toEqual(['赵总', '孙总助']);
  expect(found(map, ' ')).toEqual([]);
});

test('a member more or less', () => {
  expect(toggled(toggled(new Set<number>(), 1), 1)).toEqual(new Set());
});
