import { z } from 'zod';
import { inLang } from '#shared/input-words.ts';
import type { Text } from '#shared/messages.ts';
import { ChannelNode, type ChainMap, ChainEdge, Faction, OursNode, PersonNode, VacantNode } from '#chain/chain-map.ts';
import type { ChainNode } from '#chain/chain-map.ts';

export const itemKinds = ['node', 'edge', 'faction'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Value of one attribute: plain JSON. null: said to be unknown; an absent key: nothing said. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
// What each attribute holds is checked once the whole item is known (fieldFaults).
export const Value = z.unknown().meta({
  description: 'Value of an attribute, as its kind of item types it; null: known to be unknown',
}) as unknown as z.ZodType<Value>;
export type Fields = { readonly [field: string]: Value };

/**
 * A node, edge or faction as the history keeps it: by attribute, without the names of contacts and users, which an
 * append-only history must not hold. It stands on the map while any attribute is set; without its `kind` (a faction:
 * its name) it only speaks over an item of the account's map.
 */
export type Item = { readonly item: ItemKind; readonly id: string; readonly fields: Fields };
/** By id: ids are unique over all kinds. */
export type Items = ReadonlyMap<string, Item>;

/** What people are called, from the contacts and users that a map names. */
export type Names = ReadonlyMap<string, { readonly name: string; readonly title?: string | null }>;
const nameless = { name: '—' };

const named: ReadonlySet<Value | undefined> = new Set(['person', 'ours']);

// Each by itself: so the bundler sees that nobody in the browser needs them, nor the library that makes them.
const keptPerson = PersonNode.omit({ id: true, name: true, title: true });
const keptVacant = VacantNode.omit({ id: true });
const keptChannel = ChannelNode.omit({ id: true });
const keptOurs = OursNode.omit({ id: true, name: true });
/** What the history may hold of each kind of node. */
export const keptNodes = { person: keptPerson, vacant: keptVacant, channel: keptChannel, ours: keptOurs } as const;

/** The fault of an item's attributes, field by field; null: it can stand on a map. */
export function fieldFaults({ item, id, fields }: Item): { field: string; message: 'invalid'; words: Text }[] {
  const kept = Object.entries(keptNodes).find(([kind]) => kind === fields['kind'])?.[1];
  const parsed =
    item === 'node'
      ? (kept ?? z.strictObject({ kind: z.enum(['person', 'vacant', 'channel', 'ours']) })).safeParse(fields)
      : (item === 'edge' ? ChainEdge : Faction).safeParse({ ...fields, id });
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message, ...issue }) => ({
    field: String(path[0] ?? ('keys' in issue ? issue.keys[0] : 'kind')),
    message: 'invalid',
    words: { zh: inLang(message, 'zh'), en: inLang(message, 'en') },
  }));
}

/** Whether the item itself is here, and not only what a deal says over one of the account. */
export function stands({ item, fields }: Item): boolean {
  return fields[item === 'faction' ? 'name' : 'kind'] !== undefined;
}

/** The map that these items make. What is left out goes with its lines; what only speaks over nothing is passed over. */
export function mapOf(items: Items, names: Names): ChainMap {
  const standing = [...items.values()].filter(stands);
  const gone = new Set(standing.filter(({ fields }) => fields['leftOut'] === true).map(({ id }) => id));
  const pick = <T>(kind: ItemKind) =>
    standing
      .filter(({ item, id }) => item === kind && !gone.has(id))
      .map(({ id, fields }) => ({
        ...fields,
        ...(kind === 'node' && named.has(fields['kind']) ? (names.get(id) ?? nameless) : null),
        id,
      })) as T[];
  const edges = pick<ChainEdge>('edge').filter(({ from, to }) => !gone.has(from) && !gone.has(to));
  return { nodes: pick<ChainNode>('node'), edges, factions: pick<Faction>('faction') };
}

/** The items of a map: what `mapOf` was made from. */
export function itemsOf({ nodes, edges, factions }: ChainMap): Map<string, Item> {
  return new Map([
    ...nodes.map((node) => kept('node', node)),
    ...edges.map((edge) => kept('edge', edge)),
    ...factions.map((faction) => kept('faction', faction)),
  ]);
}

function kept(item: ItemKind, { id, ...fields }: ChainNode | ChainEdge | Faction): [string, Item] {
  const ofContact = item === 'node' && 'kind' in fields && named.has(fields.kind);
  const set = Object.entries(fields).filter(
    ([field, value]) => value !== undefined && !(ofContact && (field === 'name' || field === 'title')),
  );
  return [id, { item, id, fields: Object.fromEntries(set) }];
}

export function namesOf({ nodes }: ChainMap): Names {
  return new Map(nodes.map((node) => [node.id, { name: node.name, ...('title' in node && { title: node.title }) }]));
}

/** A value as text, for keys and where no word is known. */
export function plainText(value: Value | undefined): string {
  return typeof value === 'object' || value === undefined ? JSON.stringify(value ?? null) : String(value);
}

/** Whether two values are the same, in whatever order their keys were written. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a, b] as [Fields, Fields];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => sameValue(left[key], right[key]));
}
