import type { Text } from '#shared/messages.ts';
import { type Item, type ItemKind, type Value, itemsOf, namesOf, sameValue } from '#chain/chain-items.ts';
import type { ChainMap } from '#chain/chain-map.ts';
import type { Wording } from '#chain/chain-scales.ts';
import { edgeKinds } from '#chain/chain-scales.ts';
import { fieldName, valueWords } from '#chain/item-words.ts';

export type ChangedField = { readonly field: string; readonly before?: Value; readonly after?: Value };
type Of = { readonly item: ItemKind; readonly id: string };
export type ItemDifference =
  | (Of & { readonly act: 'added' | 'removed' })
  | (Of & { readonly act: 'changed'; readonly fields: readonly ChangedField[] });

/** What changed from one map to another, whichever are compared: two dates, or the account's and the deal's. */
export function differenceOf(before: ChainMap, after: ChainMap): ItemDifference[] {
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const gone = [...old.values()].filter(({ id }) => !now.has(id));
  return [
    ...[...now.values()].flatMap((item) => changeOf(old.get(item.id), item)),
    ...gone.map(({ item, id }) => ({ act: 'removed' as const, item, id })),
  ];
}

function changeOf(old: Item | undefined, { item, id, fields: now }: Item): ItemDifference[] {
  if (!old) return [{ act: 'added', item, id }];
  const fields = [...new Set([...Object.keys(old.fields), ...Object.keys(now)])]
    .filter((field) => !sameValue(old.fields[field], now[field]))
    .map((field) => ({ field, before: old.fields[field], after: now[field] }));
  return fields.length > 0 ? [{ act: 'changed', item, id, fields }] : [];
}

/** A difference in words, a line for each: 李工：立场 中立 → 支持者. */
export function differenceWords(before: ChainMap, after: ChainMap, wording?: Wording): Text[] {
  const names = new Map([...namesOf(before), ...namesOf(after)]);
  for (const { id, name } of [...before.factions, ...after.factions]) names.set(id, { name });
  const called = (id: string) => names.get(id)?.name ?? '—';
  const edges = new Map([...before.edges, ...after.edges].map((edge) => [edge.id, edge]));
  const title = ({ item, id }: ItemDifference): Text => {
    const edge = item === 'edge' ? edges.get(id) : undefined;
    if (!edge) return { zh: called(id), en: called(id) };
    const kind = edgeKinds[edge.kind];
    const [from, to] = [called(edge.from), called(edge.to)];
    return { zh: `${from} ${kind.zh} ${to}`, en: `${from} ${kind.en} ${to}` };
  };
  const reader = { called, ...(wording && { wording }) };
  return differenceOf(before, after).flatMap((difference): Text[] => {
    const { zh, en } = title(difference);
    if (difference.act === 'added') return [{ zh: `新增：${zh}`, en: `Added: ${en}` }];
    if (difference.act !== 'changed') return [{ zh: `移除：${zh}`, en: `Removed: ${en}` }];
    return difference.fields.map(({ field, before: old, after: now }) => {
      const [name, was, is] = [fieldName(field), valueWords(field, old, reader), valueWords(field, now, reader)];
      return { zh: `${zh}：${name.zh} ${was.zh} → ${is.zh}`, en: `${en}: ${name.en} ${was.en} → ${is.en}` };
    });
  });
}
