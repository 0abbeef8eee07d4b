import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#shared/day.ts';
import { confirmationsOf, stalenessOf, type Confirmation } from '#chain/staleness.ts';
import { anyMap, id, mapWith, person } from '#chain/random-map.testing.server.ts';

const today = '2026-06-01';

test('a map is stale with a key person whom nothing confirmed for long', () => {
  const map = mapWith([person(1, { name: '赵总', key: true }), person(2), person(3)]);
  const seen = (days: number): Confirmation[] => [
    { personId: id(1), on: addDays(today, -days) },
    { personId: id(1), on: addDays(today, -200) },
    { personId: id(2), on: today },
    { personId: id(3), on: addDays(today, 3) },
  ];
  expect(stalenessOf(map, seen(60), today)).toEqual({
    people: [
      { personId: id(3), age: null, stale: true },
      { personId: id(1), age: 60, stale: false },
      { personId: id(2), age: 0, stale: false },
    ],
    staleShare: 1 / 3,
    stale: false,
    who: [],
    words: null,
  });
  const old = stalenessOf(map, seen(61), today);
  expect([old.stale, old.who]).toEqual([true, [id(1)]]);
  expect(old.words!.zh).toBe('决策链图已过时：赵总的情况超过 60 天没有核实');
});

test('each change of a person confirms the person on the day of the place', () => {
  const row = {
    seq: 1,
    at: '2026-05-01T18:00:00.000Z',
    by: id(9),
    id: id(1),
    fields: {},
    evidenceId: null,
    reason: null,
  };
  expect(
    confirmationsOf(
      [
        { ...row, item: 'node', act: 'changed' },
        { ...row, item: 'node', act: 'removed' },
        { ...row, item: 'edge', act: 'added' },
      ],
      'Asia/Shanghai',
    ),
  ).toEqual([{ personId: id(1), on: '2026-05-02' }]);
});

test('time only makes it staler, a confirmation only fresher', () => {
  const confirmations = fc.array(
    fc.record({ personId: fc.nat(8).map(id), on: fc.nat(200).map((days) => addDays(today, -days)) }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(anyMap(8), confirmations, fc.nat(100), fc.nat(8), (map, some, days, n) => {
      const { staleShare } = stalenessOf(map, some, today);
      expect(stalenessOf(map, some, addDays(today, days)).staleShare).toBeGreaterThanOrEqual(staleShare);
      const more = [...some, { personId: id(n), on: today }];
      expect(stalenessOf(map, more, today).staleShare).toBeLessThanOrEqual(staleShare);
    }),
  );
});
