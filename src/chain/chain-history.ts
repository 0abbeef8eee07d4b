import { z } from 'zod';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { type Item, type Items, type Value as ItemValue, Value, itemKinds } from '#chain/chain-items.ts';

/** An attribute before and after: an absent side means that nothing was said, null that it was said to be unknown. */
export const FieldChange = z.strictObject({ before: Value.optional(), after: Value.optional() });
export type FieldChange = z.infer<typeof FieldChange>;

/**
 * One change of one item of a map; append-only, `seq` counts up by one in each map and is its version, `at` never goes
 * back. Source: Domain §4, each change dated and tied to evidence.
 */
export const ChainChange = z.strictObject({
  seq: z.int().min(1),
  at: Instant,
  by: Id,
  item: z.enum(itemKinds),
  id: Id,
  act: z.enum(['added', 'changed', 'removed', 'confirmed']).meta({
    description: "Also 'changed': a deal speaks over the account. 'confirmed': seen to be so still; changes nothing",
  }),
  fields: z.record(z.string().max(40), FieldChange),
  evidenceId: Id.nullable(),
  reason: z.string().max(2000).nullable(),
});
export type ChainChange = z.infer<typeof ChainChange>;

/** Who set an attribute last. */
export type Touch = { readonly seq: number; readonly at: Instant; readonly by: Id };

/** A map at one moment, with its version and who touched what last, also of items that are gone. */
export type Standing = {
  readonly version: number;
  readonly items: Items;
  readonly touches: ReadonlyMap<string, ReadonlyMap<string, Touch>>;
};

/**
 * The map as it was believed at a moment. @param changes of one map in the order of `seq`
 * @param until the last moment that counts; absent: now
 */
export function replay(changes: readonly ChainChange[], until?: Instant): Standing {
  const items = new Map<string, Item>();
  const touches = new Map<string, Map<string, Touch>>();
  let version = 0;
  for (const { seq, at, by, item, id, fields } of changes) {
    if (until !== undefined && at > until) break;
    version = seq;
    const kept: { [field: string]: ItemValue } = { ...items.get(id)?.fields };
    const touched = touches.get(id) ?? new Map<string, Touch>();
    touches.set(id, touched);
    for (const [field, { after }] of Object.entries(fields)) {
      if (after === undefined) delete kept[field];
      else kept[field] = after;
      touched.set(field, { seq, at, by });
    }
    if (Object.keys(kept).length === 0) items.delete(id);
    else items.set(id, { item, id, fields: kept });
  }
  return { version, items, touches };
}

/** One value of one attribute and how long it held: from `from` until just before `until`; null: it still holds. */
export type FieldInterval = {
  readonly item: Item['item'];
  readonly id: string;
  readonly field: string;
  readonly value: ItemValue;
  readonly from: Instant;
  readonly until: Instant | null;
};

/** The history as rows that a database can ask 'as of': the same beliefs as `replay`, at any moment. */
export function intervalsOf(changes: readonly ChainChange[]): FieldInterval[] {
  type Open = { -readonly [K in keyof FieldInterval]: FieldInterval[K] };
  const rows: Open[] = [];
  const open = new Map<string, Open>();
  for (const { at, item, id, fields } of changes) {
    for (const [field, { after }] of Object.entries(fields)) {
      const key = `${id} ${field}`;
      const before = open.get(key);
      if (before) before.until = at;
      open.delete(key);
      if (after === undefined) continue;
      const row: Open = { item, id, field, value: after, from: at, until: null };
      open.set(key, row);
      rows.push(row);
    }
  }
  return rows.filter(({ from, until }) => until === null || from < until);
}

/** The items as of a moment, from intervals. */
export function itemsAsOf(intervals: readonly FieldInterval[], at: Instant): Items {
  const items = new Map<string, { item: Item['item']; id: string; fields: { [field: string]: ItemValue } }>();
  for (const { item, id, field, value, from, until } of intervals) {
    if (from > at || (until !== null && until <= at)) continue;
    const found = items.get(id) ?? { item, id, fields: {} };
    found.fields[field] = value;
    items.set(id, found);
  }
  return items;
}
