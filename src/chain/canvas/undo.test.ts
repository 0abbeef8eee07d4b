import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carriedOut } from '#chain/carry-out.ts';
import { type Items, itemsOf } from '#chain/chain-items.ts';
import { type WantedChange, decideChange } from '#chain/decide-change.ts';
import { anyMap, id } from '#chain/random-map.testing.server.ts';
import {
  acted,
  doneBy,
  inverseOf,
  movedBack,
  noSteps,
  steppedBack,
  steppedForth,
  stillHolds,
  turned,
  without,
} from '#chain/canvas/undo.ts';

const place = fc.nat(60);
const change: fc.Arbitrary<(own: Items, under: Items) => WantedChange> = fc.oneof(
  fc.tuple(place, fc.constantFrom(-2, 0, 2, null)).map(([at, stance]) => (own: Items, under: Items) => {
    const { item, id } = picked(own, under, at);
    const fields: { [field: string]: string | number | null } =
      item === 'faction' ? { name: `新派系${at}` } : { note: `改${at}`, ...(stance !== 0 && { stance }) };
    return { act: 'set' as const, item, id, fields, ...(at % 3 === 0 && { clear: ['stance', 'contact'] }) };
  }),
  place.map((at) => (own: Items, under: Items) => ({ act: 'remove' as const, ...picked(own, under, at) })),
  place.map((at) => () => ({
    act: 'add' as const,
    item: 'node' as const,
    id: id(30_000 + at),
    fields: { kind: 'vacant', name: `岗位${at}` },
  })),
);

function picked(own: Items, under: Items, at: number) {
  const all = [...under.values(), ...own.values()];
  const { item, id: found } = all[at % all.length]!;
  return { item, id: found };
}

const plain = (items: Items) => Object.fromEntries([...items].sort(([a], [b]) => (a < b ? -1 : 1)));

test('undo of any change gives back the same items, on the map of an account and of a deal over it', () => {
  fc.assert(
    fc.property(
      anyMap(8),
      anyMap(8),
      fc.boolean(),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      (map, over, ofDeal, changes) => {
        const under: Items = ofDeal ? itemsOf(map) : new Map();
        // A deal's own items bear other ids than the account's, as in life, and speak over some of them.
        const own = ofDeal ? spoken(itemsOf(over), under) : itemsOf(map);
        const wanted = changes.map((make) => make(own, under));
        const back = inverseOf(own, under, wanted);
        const { items } = carriedOut(own, under, wanted);
        const undone = carriedOut(items, under, back);
        expect(undone.not).toEqual([]);
        expect(plain(undone.items)).toEqual(plain(own));
      },
    ),
    { numRuns: 300 },
  );
});

function spoken(over: Items, under: Items): Items {
  const own = new Map<string, { item: 'node' | 'edge' | 'faction'; id: string; fields: Record<string, never> }>();
  for (const [key, item] of over) {
    const spoke = under.has(key);
    const { kind: _, name: __, from: ___, to: ____, ...rest } = item.fields;
    if (!spoke) own.set(key, item as never);
    else if (Object.keys(rest).length > 0) own.set(key, { ...item, fields: rest } as never);
  }
  return own;
}

test('what is taken back is what the server would carry out: a removed person comes back with their lines', () => {
  const own = itemsOf({
    nodes: [1, 2].map((n) => ({ kind: 'person', id: id(n), name: '', stance: 1 as const })),
    edges: [{ kind: 'reportsTo', id: id(9), from: id(2), to: id(1) }],
    factions: [],
  });
  const wanted: WantedChange[] = [{ act: 'remove', item: 'node', id: id(1) }];
  const back = inverseOf(own, new Map(), wanted);
  const { items } = carriedOut(own, new Map(), wanted);
  const standing = { version: 2, items, touches: new Map() };
  const ground = { at: '2027-03-01T00:00:00Z', by: id(500) };
  const rows = decideChange({ standing, names: new Map() }, back, 2, ground);
  expect(rows).toMatchObject([
    { act: 'added', id: id(1) },
    { act: 'added', id: id(9) },
  ]);
});

const set = (stance: number): WantedChange => ({ act: 'set', item: 'node', id: id(1), fields: { stance } });

test('what somebody else changed since is not undone over their head', () => {
  const own = itemsOf({ nodes: [{ kind: 'person', id: id(1), name: '', stance: 0 }], edges: [], factions: [] });
  const done = doneBy(own, new Map(), [set(1)]);
  const mine = carriedOut(own, new Map(), [set(1)]).items;
  expect(stillHolds(mine, done)).toBe(true);
  expect(stillHolds(carriedOut(mine, new Map(), [set(2)]).items, done)).toBe(false);
  const contact: WantedChange = { act: 'set', item: 'node', id: id(1), fields: { contact: 3 } };
  expect(stillHolds(carriedOut(mine, new Map(), [contact]).items, done)).toBe(true);
});

test('what a colleague has put on somebody new, or drawn to them, does not go with them', () => {
  const under = new Map();
  const wanted: WantedChange[] = [
    { act: 'add', item: 'node', id: id(2), fields: { kind: 'person' } },
    { act: 'add', item: 'edge', id: id(9), fields: { kind: 'reportsTo', from: id(2), to: id(1) } },
  ];
  const own = itemsOf({ nodes: [{ kind: 'person', id: id(1), name: '' }], edges: [], factions: [] });
  const done = doneBy(own, under, wanted);
  const mine = carriedOut(own, under, wanted).items;
  const then = (want: WantedChange) => carriedOut(mine, under, [want]).items;
  expect(stillHolds(mine, done)).toBe(true);
  expect(stillHolds(then({ act: 'set', item: 'node', id: id(2), fields: { stance: 1 } }), done)).toBe(false);
  const line = { kind: 'influences', from: id(1), to: id(2), sign: 1, strength: 2 };
  expect(stillHolds(then({ act: 'add', item: 'edge', id: id(8), fields: line }), done)).toBe(false);
  expect(stillHolds(then({ act: 'set', item: 'node', id: id(1), fields: { stance: 1 } }), done)).toBe(true);
  const group: WantedChange[] = [
    { act: 'add', item: 'faction', id: id(30), fields: { name: '总工一派' } },
    { act: 'set', item: 'node', id: id(1), fields: { faction: id(30) } },
  ];
  const grouped = carriedOut(mine, under, group).items;
  expect(stillHolds(grouped, doneBy(mine, under, group))).toBe(true);
  const joined: WantedChange = { act: 'set', item: 'node', id: id(2), fields: { faction: id(30) } };
  expect(stillHolds(carriedOut(grouped, under, [joined]).items, doneBy(mine, under, group))).toBe(false);
});

const at = (n: number, x: number) => ({ id: id(n), x, y: 0 });

test('a card goes back to where it stood unless somebody else has moved it since', () => {
  const moved = { from: [at(1, 0), at(2, 10)], to: [at(1, 100), at(2, 110)], layout: 'reporting' as const };
  expect(movedBack([at(1, 100), at(2, 777), at(3, 5)], moved)).toEqual([at(1, 0)]);
  expect(movedBack([at(1, 0)], turned(moved, 'kept'))).toEqual([at(1, 100)]);
});

test('steps go back and forth; a new act forgets what was taken back', () => {
  const [a, b] = [doneBy(new Map(), new Map(), []), doneBy(new Map(), new Map(), [])];
  const one = acted(noSteps, a);
  const back = steppedBack(one, a, b);
  expect(back).toEqual({ done: [], undone: [b] });
  expect(steppedForth(back, b, a)).toEqual({ done: [a], undone: [] });
  expect(acted(back, a)).toEqual({ done: [a], undone: [] });
  // One in the middle, by the word that offered it.
  const two = acted(one, b);
  expect(steppedBack(two, a, a).done).toEqual([b]);
  expect(without(two, b).done).toEqual([a]);
});
