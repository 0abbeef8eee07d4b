import { type Fields, type Item, type Items, sameValue } from '#chain/chain-items.ts';
import { beliefs, type WantedChange } from '#chain/decide-change.ts';

/**
 * What a layer becomes when the wanted is granted: for showing it before the server has answered, and for the way back.
 * @param under what lies below it
 */
export function applied(own: Items, under: Items, wanted: readonly WantedChange[]): Map<string, Item> {
  const items = new Map(own);
  const put = (item: Item) => {
    if (Object.keys(item.fields).length === 0) items.delete(item.id);
    else items.set(item.id, item);
  };
  for (const want of wanted) {
    const before: Fields = items.get(want.id)?.fields ?? {};
    if (want.act === 'add') put({ item: want.item, id: want.id, fields: want.fields });
    else if (want.act === 'set') {
      const kept = Object.entries({ ...before, ...want.fields }).filter(([field]) => !want.clear?.includes(field));
      put({ item: want.item, id: want.id, fields: Object.fromEntries(kept) });
    } else if (under.has(want.id)) {
      put({ item: want.item, id: want.id, fields: { ...before, leftOut: true } });
    } else {
      for (const item of items.values()) {
        const { from, to, faction, ...rest } = item.fields;
        if (item.item === 'edge' && (from === want.id || to === want.id)) items.delete(item.id);
        if (item.item === 'node' && faction === want.id) put({ ...item, fields: rest });
      }
      items.delete(want.id);
    }
  }
  return items;
}

/** Recorded beliefs that the wanted turns: they take evidence or a reason. */
export function turnedBy(own: Items, wanted: readonly WantedChange[]): string[] {
  const turned = wanted.flatMap((want) => {
    if (want.act !== 'set') return [];
    const before = own.get(want.id)?.fields ?? {};
    const touched = [...Object.keys(want.fields), ...(want.clear ?? [])];
    return touched.filter((field) => {
      const value = want.clear?.includes(field) ? undefined : want.fields[field];
      return beliefs.has(field) && (before[field] ?? null) !== null && !sameValue(before[field], value);
    });
  });
  return [...new Set(turned)];
}

/** The wanted without one attribute of one item: somebody else's is left to stand. */
export function withoutField(wanted: readonly WantedChange[], id: string, field: string): WantedChange[] {
  return wanted.flatMap((want) => {
    if (want.act !== 'set' || want.id !== id) return [want];
    const fields = Object.fromEntries(Object.entries(want.fields).filter(([name]) => name !== field));
    const clear = want.clear?.filter((name) => name !== field) ?? [];
    if (Object.keys(fields).length === 0 && clear.length === 0) return [];
    return [{ ...want, fields, clear }];
  });
}
