import type { ChainChange, FieldChange, Standing } from '#chain/chain-history.ts';
import { type Fields, type Item, type Items, type Value, plainText, sameValue, stands } from '#chain/chain-items.ts';
import type { ChangeGround } from '#chain/decide-change.ts';
import { mutualKinds, type EdgeKind } from '#chain/chain-scales.ts';

/** What an item shall be; no fields: gone. */
export type Write = Pick<Item, 'item' | 'id'> & { readonly fields: Fields };

/**
 * The rows that bring a map to what the house does to it itself: merging, erasing. Nobody's wish, so nothing is refused.
 * What is as it shall be makes no row.
 */
export function rewritten(
  standing: Pick<Standing, 'version' | 'items'>,
  writes: readonly Write[],
  { at, by, reason = null }: Omit<ChangeGround, 'evidenceId'>,
): ChainChange[] {
  const items = new Map<string, Item>(standing.items);
  const rows: ChainChange[] = [];
  for (const write of writes) {
    const { item, id, fields: after } = write;
    const own = items.get(id);
    const before: Fields = own?.fields ?? {};
    const changed: { [field: string]: FieldChange } = {};
    for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (sameValue(before[field], after[field])) continue;
      changed[field] = {
        ...(before[field] !== undefined && { before: before[field] }),
        ...(after[field] !== undefined && { after: after[field] }),
      };
    }
    if (Object.keys(changed).length === 0) continue;
    const stood = own !== undefined && stands(own);
    const act = stands(write) === stood ? 'changed' : stood ? 'removed' : 'added';
    if (Object.keys(after).length === 0) items.delete(id);
    else items.set(id, write);
    const seq = standing.version + 1 + rows.length;
    rows.push({ seq, at, by, item, id, act, fields: changed, evidenceId: null, reason });
  }
  return rows;
}

/** Two contacts turned out to be one: what a map knows of either, and the lines of both, stand at the survivor. */
export function mergedPerson(items: Items, from: string, to: string): Write[] {
  const [gone, kept] = [items.get(from), items.get(to)];
  const roles = [
    ...new Set([kept, gone].flatMap((one) => (one?.fields['roles'] as string[] | null | undefined) ?? [])),
  ];
  const both: Fields = { ...gone?.fields, ...kept?.fields, ...(roles.length > 0 && { roles }) };
  const person = gone ? [write('node', to, both), write('node', from, {})] : [];
  return [...person, ...movedLines(items, from, to)];
}

/** Lines at the one lead to the other; what would lead to itself, or stands there already, goes. */
function movedLines(items: Items, from: string, to: string): Write[] {
  const lines = [...items.values()].filter(({ item }) => item === 'edge');
  const taken = new Set(lines.filter(({ fields }) => !touches(fields, from)).flatMap(({ fields }) => placesOf(fields)));
  return lines
    .filter(({ fields }) => touches(fields, from))
    .map(({ id, fields }) => {
      const moved: Fields = { ...fields, from: swap(fields['from'], from, to), to: swap(fields['to'], from, to) };
      const places = placesOf(moved);
      if (moved['from'] === moved['to'] || places.some((place) => taken.has(place))) return write('edge', id, {});
      for (const place of places) taken.add(place);
      return write('edge', id, moved);
    });
}

/** Somebody leaves a map altogether: with the lines that lead to or from there. */
export function withoutPerson(items: Items, id: string): Write[] {
  const lines = [...items.values()].filter(({ item, fields }) => item === 'edge' && touches(fields, id));
  const own = items.get(id);
  return [...lines.map((line) => write('edge', line.id, {})), ...(own ? [write('node', id, {})] : [])];
}

/** What an account's map gains from that of an account that was merged into it; where both speak, its own holds. */
export function mergedAccounts(kept: Items, gone: Items): Write[] {
  const names = new Set([...kept.values()].flatMap(({ item, fields }) => (item === 'faction' ? [fields['name']] : [])));
  const taken = new Set([...kept.values()].flatMap(({ item, fields }) => (item === 'edge' ? placesOf(fields) : [])));
  return [...gone.values()].flatMap(({ item, id, fields }): Write[] => {
    if (item === 'edge' && (kept.has(id) || placesOf(fields).some((place) => taken.has(place)))) return [];
    const { name } = fields;
    const renamed: Fields = item === 'faction' && names.has(name) ? { name: `${plainText(name)}（并入）` } : {};
    return [write(item, id, { ...fields, ...renamed, ...kept.get(id)?.fields })];
  });
}

function write(item: Item['item'], id: string, fields: Fields): Write {
  return { item, id, fields };
}

function touches(fields: Fields, id: string): boolean {
  return fields['from'] === id || fields['to'] === id;
}

function swap(end: Value | undefined, from: string, to: string): Value {
  return end === from ? to : (end ?? null);
}

/** What a line takes: the same two are tied once, and nobody has two direct superiors. */
function placesOf(fields: Fields): string[] {
  const [kind, from, to] = [fields['kind'], fields['from'], fields['to']].map(String);
  const [first, second] = mutualKinds.has(kind as EdgeKind) && to! < from! ? [to, from] : [from, to];
  return kind === 'reportsTo' ? [`${kind} ${from}`] : [`${kind} ${first} ${second}`];
}
