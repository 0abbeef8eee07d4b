import { type Fields, type Item, type Items, type Value, sameValue, stands } from '#chain/chain-items.ts';
import type { WantedChange } from '#chain/decide-change.ts';
import type { FieldChange } from '#chain/chain-history.ts';

/** One item that a change writes: what it is before and after, and the attributes that differ. */
export type Written = {
  readonly item: Item['item'];
  readonly id: string;
  readonly before: Fields;
  readonly act: 'added' | 'changed' | 'removed';
  readonly fields: { readonly [field: string]: FieldChange };
};
/** What cannot be done: there already, not there (any more), or an attribute that stays. */
export type NotDone = {
  readonly want: WantedChange;
  readonly why: 'exists' | 'missing' | 'fixed';
  readonly field: string;
};
export type CarriedOut = { readonly items: Map<string, Item>; readonly written: Written[]; readonly not: NotDone[] };

const fixed: ReadonlySet<string> = new Set(['kind', 'from', 'to']);

/** What wanted changes make of a map's own items; whether the result may stand is `decideChange`'s to say. */
export function carriedOut(own: Items, under: Items, wanted: readonly WantedChange[]): CarriedOut {
  const items = new Map(own);
  const written: Written[] = [];
  const not: NotDone[] = [];
  const write = ({ item, id }: Pick<Item, 'item' | 'id'>, after: Fields) => {
    const old = items.get(id);
    const before: Fields = old?.fields ?? {};
    const fields: { [field: string]: FieldChange } = {};
    for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (sameValue(before[field], after[field])) continue;
      fields[field] = {
        ...(before[field] !== undefined && { before: before[field] }),
        ...(after[field] !== undefined && { after: after[field] }),
      };
    }
    if (Object.keys(fields).length === 0) return;
    const next = { item, id, fields: after };
    if (Object.keys(after).length === 0) items.delete(id);
    else items.set(id, next);
    const stood = old !== undefined && stands(old);
    const act = stands(next) === stood ? 'changed' : stood ? 'removed' : 'added';
    written.push({ item, id, before, act, fields });
  };

  for (const want of wanted) {
    const old = items.get(want.id);
    const below = under.get(want.id);
    if (want.act === 'add') {
      if (old || below) not.push({ want, why: 'exists', field: 'id' });
      else write(want, want.fields);
    } else if (!(old && stands(old)) && !below) {
      not.push({ want, why: 'missing', field: 'id' });
    } else if (want.act === 'set') {
      const stays = [...Object.keys(want.fields), ...(want.clear ?? [])].filter((field) => fixed.has(field));
      not.push(...stays.map((field) => ({ want, why: 'fixed' as const, field })));
      const after: { [field: string]: Value } = { ...old?.fields, ...want.fields };
      for (const field of want.clear ?? []) delete after[field];
      write(want, after);
    } else if (below) write(want, { ...old?.fields, leftOut: true });
    else {
      for (const held of items.values())
        for (const [id, after] of without(held, want.id)) write({ ...held, id }, after);
      write(want, {});
    }
  }
  return { items, written, not };
}

/** What an item becomes when another is removed: a line at it goes, a member of the faction stands with none known. */
function without({ id, item, fields }: Item, removed: string): [string, Fields][] {
  if (item === 'edge' && (fields['from'] === removed || fields['to'] === removed)) return [[id, {}]];
  if (item !== 'node' || fields['faction'] !== removed) return [];
  const { faction: _, ...rest } = fields;
  return [[id, rest]];
}
