import { expect, test } from 'vitest';
import type { ChainChange } from '#chain/chain-history.ts';
import { id } from '#chain/random-map.testing.server.ts';
import { comparedMap, countsOf, mapOn, momentsOf } from '#chain/canvas/history-view.ts';

const row = (seq: number, at: string, more: Partial<ChainChange>): ChainChange => ({
  seq,
  at,
  by: id(500),
  item: 'node',
  id: id(1),
  act: 'added',
  fields: {},
  evidenceId: null,
  reason: null,
  ...more,
});
const account = [
  row(1, '2027-01-04T02:00:00Z', { fields: { kind: { after: 'person' } } }),
  row(2, '2027-01-04T03:00:00Z', { id: id(2), fields: { kind: { after: 'person' } } }),
  row(3, '2027-03-01T02:00:00Z', { id: id(2), act: 'removed', fields: { kind: { before: 'person' } } }),
];
const deal = [
  row(1, '2027-02-01T02:00:00Z', { act: 'changed', fields: { stance: { after: -1 } } }),
  // 1 March in Shanghai already.
  row(2, '2027-02-28T17:00:00Z', { act: 'changed', fields: { stance: { before: -1, after: 1 } } }),
];
const on = (day: string) => mapOn({ account, deal }, names, day);
const names = new Map([[id(1), { name: '李工' }]]);

test('the days of change of both maps, in order, by the day of the company', () => {
  expect(momentsOf({ account, deal })).toEqual([
    { day: '2027-01-04', changes: 2 },
    { day: '2027-02-01', changes: 1 },
    { day: '2027-03-01', changes: 2 },
  ]);
  const seen = row(3, '2027-03-09T02:00:00Z', { act: 'confirmed' });
  expect(momentsOf({ account, deal: [...deal, seen] })).toEqual(momentsOf({ account, deal }));
});

test('the map as it was believed at the end of any day', () => {
  expect(on('2027-01-03').nodes).toEqual([]);
  expect(on('2027-01-04').nodes).toMatchObject([{ id: id(1), name: '李工' }, { id: id(2) }]);
  expect(on('2027-02-28').nodes).toMatchObject([{ stance: -1 }, { id: id(2) }]);
  expect(on('2027-03-01').nodes).toMatchObject([{ stance: 1 }]);
});

test('two days in one picture: what is gone is still there, marked', () => {
  const { map, marks } = comparedMap(on('2027-02-01'), on('2027-03-01'));
  expect(map.nodes.map((node) => node.id)).toEqual([id(1), id(2)]);
  expect(marks).toEqual(
    new Map([
      [id(1), 'changed'],
      [id(2), 'removed'],
    ]),
  );
  expect(countsOf(marks)).toEqual({ added: 0, changed: 1, removed: 1 });
});
