import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { type ChainChange, replay } from '#chain/chain-history.ts';
import { type Item, type Items, itemsOf, mapOf, namesOf } from '#chain/chain-items.ts';
import { type WantedChange, decideChange } from '#chain/decide-change.ts';
import { inheritedMap, layered, originOf } from '#chain/inheritance.ts';
import { mapProblems } from '#chain/map-problems.ts';
import { anyMap, edge, id, mapWith, person } from '#chain/random-map.testing.server.ts';

const accountMap = mapWith(
  [person(1, { stance: 1, level: 'managing' }), person(2, { level: 'deciding' }), person(3)],
  [edge(1, 'reportsTo', 1, 2), edge(2, 'knows', 1, 3, { strength: 1 })],
);
const account = itemsOf(accountMap);
const names = namesOf(accountMap);
const over = (n: number, fields: Item['fields']): [string, Item] => [id(n), { item: 'node', id: id(n), fields }];

/** A deal's changes over the account's map. */
function deal(wanted: WantedChange[], before: readonly ChainChange[] = [], under: Items = account) {
  const standing = replay(before);
  return decideChange({ standing, under, names }, wanted, standing.version, {
    at: '2026-06-01T00:00:00.000Z',
    by: id(900),
    reason: '本项目',
  });
}
function rows(wanted: WantedChange[], before: readonly ChainChange[] = []) {
  const decided = deal(wanted, before);
  if (isRefusal(decided)) throw new Error(JSON.stringify(decided));
  return [...before, ...decided];
}
const set = (n: number, fields: Item['fields'], clear: string[] = []): WantedChange => ({
  act: 'set',
  item: 'node',
  id: id(n),
  fields,
  clear,
});
const mapOfDeal = (changes: readonly ChainChange[]) => inheritedMap(account, replay(changes).items, names).map;

describe("a deal's map over the account's", () => {
  test('what the deal says is the deal’s, what it does not say the account’s, unknown is unknown', () => {
    const changes = rows([set(1, { stance: -1 }), set(2, { level: null })]);
    expect(changes.map(({ act, fields }) => [act, fields])).toEqual([
      ['changed', { stance: { after: -1 } }],
      ['changed', { level: { after: null } }],
    ]);
    const { nodes } = mapOfDeal(changes);
    expect(nodes[0]).toMatchObject({ name: '某工1', stance: -1, level: 'managing' });
    expect(nodes[1]).toMatchObject({ level: null });
    const origin = (n: number, field: string) => originOf(account, replay(changes).items, id(n), field);
    expect([origin(1, 'stance'), origin(1, 'level'), origin(2, 'level'), origin(3, 'level')]).toEqual([
      'deal',
      'account',
      'unknown',
      'unsaid',
    ]);
    const back = mapOfDeal(rows([set(1, {}, ['stance'])], changes));
    expect(back.nodes[0]).toMatchObject({ stance: 1 });
  });

  test('somebody of the account takes no part in the deal, with their lines; and comes back', () => {
    const out = rows([{ act: 'remove', item: 'node', id: id(1) }]);
    expect(out.at(-1)).toMatchObject({ act: 'changed', fields: { leftOut: { after: true } } });
    expect(mapOfDeal(out)).toMatchObject({ nodes: [{ id: id(2) }, { id: id(3) }], edges: [] });
    expect(mapOfDeal(rows([set(1, {}, ['leftOut'])], out))).toEqual(accountMap);
  });

  test("a deal's line takes the place of the account's", () => {
    const drawn = rows([
      { act: 'add', item: 'edge', id: id(50), fields: { kind: 'reportsTo', from: id(1), to: id(3) } },
      { act: 'add', item: 'edge', id: id(51), fields: { kind: 'knows', from: id(3), to: id(1), strength: 3 } },
    ]);
    const map = mapOfDeal(drawn);
    expect(map.edges.map((one) => one.id)).toEqual([id(50), id(51)]);
    expect(mapProblems(map)).toEqual([]);
  });

  test('what would not fit the account’s map is refused', () => {
    const turned: WantedChange = {
      act: 'add',
      item: 'edge',
      id: id(50),
      fields: { kind: 'reportsTo', from: id(2), to: id(1) },
    };
    expect(deal([turned])).toMatchObject({ code: 'chain.invalid', data: { problems: [{ code: 'reportingCycle' }] } });
    expect(deal([set(1, { stance: 9 })])).toMatchObject({ code: 'chain.invalid' });
  });

  test('what loses its end as the account’s map changes is let go and told', () => {
    const changes = rows([
      { act: 'add', item: 'edge', id: id(50), fields: { kind: 'ally', from: id(2), to: id(3) } },
      set(2, { stance: 1 }),
    ]);
    const smaller = new Map([...account].filter(([one]) => one !== id(3) && one !== id(10_002)));
    const left = inheritedMap(smaller, replay(changes).items, names);
    expect([left.loose, left.map.edges.map((one) => one.id)]).toEqual([[id(50)], [id(10_001)]]);
    const without = new Map([...account].filter(([one]) => one !== id(2)));
    const refused = deal([set(2, { stance: 2 })], changes, without);
    expect(refused).toMatchObject({ code: 'chain.invalid', data: { faults: [{ field: 'id', message: 'missing' }] } });
    const joined = new Map([over(1, { faction: id(77) })]);
    const homeless = inheritedMap(account, joined, names);
    expect([homeless.loose, homeless.map.nodes[0]]).toMatchObject([[id(1)], { faction: null }]);
  });

  test('a deal that says nothing has the account’s map; over nothing it has its own', () => {
    fc.assert(
      fc.property(anyMap(8), (map) => {
        const items = itemsOf(map);
        const called = namesOf(map);
        expect(inheritedMap(items, new Map(), called)).toEqual({ map: mapOf(items, called), loose: [] });
        expect(mapOf(layered(new Map(), items), called)).toEqual(mapOf(items, called));
        expect(mapOf(layered(items, items), called)).toEqual(mapOf(items, called));
      }),
    );
  });

  test('any two maps laid over one another have no line twice and no second boss', () => {
    fc.assert(
      fc.property(anyMap(6), anyMap(6), (under, upper) => {
        const other = {
          ...upper,
          edges: upper.edges.map((one) => ({ ...one, id: one.id.replace(/^0/, '1') })),
        };
        const names = new Map([...namesOf(under), ...namesOf(other)]);
        const { map } = inheritedMap(itemsOf(under), itemsOf(other), names);
        const codes = mapProblems(map).map(({ code }) => code);
        expect(codes.filter((code) => code !== 'reportingCycle')).toEqual([]);
      }),
    );
  });
});
