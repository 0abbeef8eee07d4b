import { type Item, type Items, type Names, mapOf, plainText, stands } from '#chain/chain-items.ts';
import { mutualKinds, type EdgeKind } from '#chain/chain-scales.ts';
import type { ChainMap } from '#chain/chain-map.ts';

/**
 * A deal's items laid over the account's: each attribute that the deal speaks of is the deal's, null too (said to be
 * unknown); all others are inherited. A deal's own line takes the place of the account's between the same two, and a
 * deal's reporting line that of the account's from the same person. Source: issue of the chain, account-level map as default.
 */
export function layered(account: Items, deal: Items): Map<string, Item> {
  const own = [...deal.values()].filter((item) => item.item === 'edge' && stands(item) && !account.has(item.id));
  const replaced = new Set(own.flatMap(({ fields }) => placesOf(fields)));
  const items = new Map<string, Item>();
  for (const [id, item] of account) {
    if (item.item !== 'edge' || !placesOf(item.fields).some((place) => replaced.has(place))) items.set(id, item);
  }
  for (const [id, over] of deal) {
    const under = items.get(id);
    if (under) items.set(id, { ...under, fields: { ...under.fields, ...over.fields } });
    else if (stands(over)) items.set(id, over);
  }
  return items;
}

/** What a line takes the place of. */
function placesOf(fields: Item['fields']): string[] {
  const [kind, from, to] = [fields['kind'], fields['from'], fields['to']].map(plainText);
  const turned = mutualKinds.has(kind as EdgeKind) && to! < from!;
  const same = turned ? `${kind} ${to} ${from}` : `${kind} ${from} ${to}`;
  return kind === 'reportsTo' ? [same, `boss ${from}`] : [same];
}

/** A map, and the lines and memberships that lost their end because the account's map has changed under the deal. */
export type InheritedMap = { readonly map: ChainMap; readonly loose: readonly string[] };

/** The map of a deal with all that it inherits. `loose`: ids of lines and people that named what is no longer there. */
export function inheritedMap(account: Items, deal: Items, names: Names): InheritedMap {
  const { nodes, edges, factions } = mapOf(layered(account, deal), names);
  const here = new Set(nodes.map(({ id }) => id));
  const groups = new Set(factions.map(({ id }) => id));
  const tied = edges.filter(({ from, to }) => here.has(from) && here.has(to));
  const loose = edges.filter((edge) => !tied.includes(edge)).map(({ id }) => id);
  const settled = nodes.map((node) => {
    if (node.kind !== 'person' || !node.faction || node.faction === 'none' || groups.has(node.faction)) return node;
    loose.push(node.id);
    return { ...node, faction: null };
  });
  return { map: { nodes: settled, edges: tied, factions }, loose };
}

/** Where an attribute of an item comes from, for the mark beside it. */
export type FieldOrigin = 'deal' | 'account' | 'unknown' | 'unsaid';

/** 'unknown': somebody said that we do not know; 'unsaid': nobody has said anything on either level. */
export function originOf(account: Items, deal: Items, id: string, field: string): FieldOrigin {
  const [over, under] = [deal.get(id)?.fields[field], account.get(id)?.fields[field]];
  const value = over === undefined ? under : over;
  if (value === undefined) return 'unsaid';
  if (value === null) return 'unknown';
  return over === undefined ? 'account' : 'deal';
}
