import { type Day, type Instant, dayOf } from '#shared/day.ts';
import type { Id } from '#shared/id.ts';
import { type ChainChange, replay } from '#chain/chain-history.ts';
import type { Names } from '#chain/chain-items.ts';
import type { ChainMap } from '#chain/chain-map.ts';
import { inheritedMap } from '#chain/inheritance.ts';
import { differenceOf } from '#chain/map-difference.ts';

export type Histories = { readonly account: readonly ChainChange[]; readonly deal: readonly ChainChange[] };

/** A day on which something changed, and how much. */
export type Moment = { readonly day: Day; readonly changes: number };

/** The days on which the account's or the deal's map changed, the oldest first; to find somebody unchanged is no change. */
export function momentsOf({ account, deal }: Histories, timeZone?: string): Moment[] {
  const changed = [...account, ...deal].filter(({ act }) => act !== 'confirmed');
  const days = Map.groupBy(changed, ({ at }) => dayOf(at, timeZone));
  return [...days].map(([day, rows]) => ({ day, changes: rows.length })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The map as it was believed at the end of a day. */
export function mapOn({ account, deal }: Histories, names: Names, day: Day, timeZone?: string): ChainMap {
  const until = (rows: readonly ChainChange[]) => lastOf(rows, day, timeZone);
  const items = (rows: readonly ChainChange[]) => {
    const last = until(rows);
    return last === undefined ? new Map() : replay(rows, last).items;
  };
  return inheritedMap(items(account), items(deal), names).map;
}

function lastOf(rows: readonly ChainChange[], day: Day, timeZone?: string): Instant | undefined {
  return rows.findLast(({ at }) => dayOf(at, timeZone) <= day)?.at;
}

export const markKinds = ['added', 'changed', 'removed'] as const;
export type MarkKind = (typeof markKinds)[number];
export type Marks = ReadonlyMap<Id, MarkKind>;

/** Both maps in one picture: the later one, and what is gone from the earlier, each difference marked. */
export type ComparedMap = { readonly map: ChainMap; readonly marks: Marks };

export function comparedMap(before: ChainMap, after: ChainMap): ComparedMap {
  const differences = differenceOf(before, after);
  const marks = new Map<Id, MarkKind>(differences.map(({ id, act }) => [id, act]));
  const gone = <T extends { id: Id }>(rows: readonly T[]) => rows.filter(({ id }) => marks.get(id) === 'removed');
  return {
    map: {
      nodes: [...after.nodes, ...gone(before.nodes)],
      edges: [...after.edges, ...gone(before.edges)],
      factions: [...after.factions, ...gone(before.factions)],
    },
    marks,
  };
}

export function countsOf(marks: Marks): { readonly [K in MarkKind]: number } {
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const kind of marks.values()) counts[kind]++;
  return counts;
}
