import { describe, expect, test } from 'vitest';
import { carriedOut } from '#chain/carry-out.ts';
import { type Items, itemsOf, namesOf } from '#chain/chain-items.ts';
import type { ChainMap } from '#chain/chain-map.ts';
import { type WantedChange, decideChange } from '#chain/decide-change.ts';
import { inheritedMap } from '#chain/inheritance.ts';
import { edge, id, mapWith, person } from '#chain/random-map.testing.server.ts';
import { addWanted, connectProblems, connectWanted, factionWanted, kindsBetween } from '#chain/canvas/wanted-acts.ts';
import { newLine, removeWanted } from '#chain/canvas/wanted-acts.ts';

const map = mapWith(
  [person(0), person(1), person(2), { kind: 'ours', id: id(9), name: '我方' }],
  [edge(1, 'reportsTo', 1, 0)],
);
const none: Items = new Map();
const ofAccount = { map, own: itemsOf(map), under: none };
const ofDeal = { map, own: none, under: itemsOf(map) };
const line = newLine('reportsTo', { id: id(77), from: id(1), to: id(2), sign: 1, strength: 2 });

/** What the server would make of it. */
function decided(board: { own: Items; under: Items }, wanted: WantedChange[]): ChainMap {
  const base = {
    standing: { version: 0, items: board.own, touches: new Map() },
    under: board.under,
    names: namesOf(map),
  };
  expect(decideChange(base, wanted, 0, { at: '2027-01-04T02:00:00Z', by: id(9) })).toBeInstanceOf(Array);
  const { items } = carriedOut(board.own, board.under, wanted);
  return board.under.size > 0
    ? inheritedMap(board.under, items, namesOf(map)).map
    : inheritedMap(items, none, namesOf(map)).map;
}

describe.each([['account', ofAccount] as const, ['deal', ofDeal] as const])('on the map of an %s', (_, board) => {
  test('a new card stands under its boss', () => {
    const wanted = addWanted(board, { kind: 'vacant', id: id(50), name: '部长' }, { id: id(0), line: id(51) });
    const after = decided(board, wanted);
    expect(after.nodes).toContainEqual({ kind: 'vacant', id: id(50), name: '部长' });
    expect(after.edges).toContainEqual({ kind: 'reportsTo', id: id(51), from: id(50), to: id(0) });
  });

  test('a new reporting line takes the place of the old one', () => {
    const bosses = decided(board, connectWanted(board, line)).edges.filter(({ from }) => from === id(1));
    expect(bosses.map(({ to }) => to)).toEqual([id(2)]);
  });

  test('several become a faction at once', () => {
    const after = decided(board, factionWanted([id(1), id(2)], id(60), '技术派'));
    expect(after.factions).toEqual([{ id: id(60), name: '技术派' }]);
    expect(after.nodes.filter((node) => node.kind === 'person' && node.faction === id(60))).toHaveLength(2);
  });

  test('who is removed is gone', () => {
    expect(decided(board, [removeWanted('node', id(0))]).nodes.map((node) => node.id)).not.toContain(id(0));
  });
});

test('who was left out of a deal is taken in again', () => {
  const own = carriedOut(none, ofDeal.under, [removeWanted('node', id(0))]).items;
  const after = decided({ ...ofDeal, own }, addWanted({ ...ofDeal, own }, { kind: 'person', id: id(0) }));
  expect(after.nodes.map((node) => node.id)).toContain(id(0));
});

test('only lines that a map takes are offered', () => {
  expect(kindsBetween(ofAccount, id(9), id(1), id(77))).toEqual(['influences', 'knows']);
  expect(kindsBetween(ofAccount, id(0), id(1), id(77))).not.toContain('reportsTo');
  expect(connectProblems(ofAccount, line)).toEqual([]);
  const circle = newLine('reportsTo', { id: id(77), from: id(0), to: id(1), sign: 1, strength: 2 });
  expect(connectProblems(ofAccount, circle).map(({ code }) => code)).toEqual(['reportingCycle']);
});
