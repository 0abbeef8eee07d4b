import { expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { replay } from '#chain/chain-history.ts';
import { chainRisks } from '#chain/chain-risks.ts';
import { decideConfirmation } from '#chain/confirmation.ts';
import { id, mapWith, person } from '#chain/random-map.testing.server.ts';
import { confirmationsOf, stalenessOf } from '#chain/staleness.ts';

const map = mapWith([person(1, { name: '赵总', key: true }), { kind: 'vacant', id: id(2), name: '设备部部长' }]);
const ground = { at: '2026-05-01T18:00:00.000Z', by: id(9), timeZone: 'Asia/Shanghai' };

test('to have seen somebody unchanged makes a stale map fresh, and changes nothing on it', () => {
  const codes = (seen: Parameters<typeof stalenessOf>[1]) =>
    chainRisks(map, new Set(), [], stalenessOf(map, seen, '2026-05-02')).map(({ code }) => code);
  expect(codes([])).toContain('mapStale');
  const rows = decideConfirmation([], map, id(1), ground);
  if (isRefusal(rows)) throw new Error(rows.code);
  expect(rows).toMatchObject([{ seq: 1, act: 'confirmed', by: id(9), fields: {} }]);
  expect(replay(rows).items.size).toBe(0);
  const seen = confirmationsOf(rows, 'Asia/Shanghai');
  expect(seen).toEqual([{ personId: id(1), on: '2026-05-02' }]);
  expect(codes(seen)).not.toContain('mapStale');
});

test('each says it once a day', () => {
  const first = decideConfirmation([], map, id(1), ground);
  if (isRefusal(first)) throw new Error(first.code);
  expect(decideConfirmation(first, map, id(1), { ...ground, at: '2026-05-02T10:00:00.000Z' })).toEqual([]);
  expect(decideConfirmation(first, map, id(1), { ...ground, by: id(8) })).toMatchObject([{ seq: 2, by: id(8) }]);
  expect(decideConfirmation(first, map, id(1), { ...ground, at: '2026-05-03T10:00:00.000Z' })).toMatchObject([
    { seq: 2 },
  ]);
});

test('is of the people of the map only', () => {
  for (const stranger of [id(2), id(3)]) {
    expect(decideConfirmation([], map, stranger, ground)).toMatchObject({ code: 'chain.notOnMap' });
  }
});
