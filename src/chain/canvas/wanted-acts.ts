import type { Id } from '#shared/id.ts';
import { type Items, itemsOf } from '#chain/chain-items.ts';
import type { ChainEdge, ChainMap } from '#chain/chain-map.ts';
import { type EdgeKind, edgeKinds } from '#chain/chain-scales.ts';
import type { WantedChange } from '#chain/decide-change.ts';
import { type MapProblem, mapProblems } from '#chain/map-problems.ts';

/** The map as it is shown, with the items that are changed and those of the account under them. */
export type Board = { readonly map: ChainMap; readonly own: Items; readonly under: Items };

/** What stands newly on the map. `id` of a person: the contact's; of one of us: the user's. */
export type NewNode =
  | { readonly kind: 'person' | 'ours'; readonly id: Id }
  | { readonly kind: 'vacant' | 'channel'; readonly id: Id; readonly name: string };

/** Puts a card on the map, under a boss where one is given. Who was left out of a deal is taken in again. */
export function addWanted(
  { own, under }: Board,
  { id, ...fields }: NewNode,
  boss?: { id: Id; line: Id },
): WantedChange[] {
  const back = own.has(id) || under.has(id);
  return [
    back
      ? { act: 'set', item: 'node', id, fields: {}, clear: ['leftOut'] }
      : { act: 'add', item: 'node', id, fields: { ...fields } },
    ...(boss ? [lineWanted({ kind: 'reportsTo', id: boss.line, from: id, to: boss.id })] : []),
  ];
}

/** Draws a line. Where somebody reports to another one already, the new reporting line takes the place of the old. */
export function connectWanted({ map, own, under }: Board, edge: ChainEdge): WantedChange[] {
  const old =
    edge.kind === 'reportsTo' && map.edges.find(({ kind, from }) => kind === 'reportsTo' && from === edge.from);
  // Over a line of the account's a deal's own one takes its place by itself.
  const first: WantedChange[] = old && own.has(old.id) && !under.has(old.id) ? [removeWanted('edge', old.id)] : [];
  return [...first, lineWanted(edge)];
}

/** What a line would make wrong; none: it may be drawn. */
export function connectProblems({ map }: Pick<Board, 'map'>, edge: ChainEdge): MapProblem[] {
  const rest = map.edges.filter(
    ({ kind, from }) => !(edge.kind === 'reportsTo' && kind === 'reportsTo' && from === edge.from),
  );
  return mapProblems({ ...map, edges: [...rest, edge] }).filter(
    ({ items }) => items.includes(edge.id) || items.includes(edge.from),
  );
}

/** The kinds of line that may lead from one card to another. */
export function kindsBetween(board: Pick<Board, 'map'>, from: Id, to: Id, line: Id): EdgeKind[] {
  return (Object.keys(edgeKinds) as EdgeKind[]).filter(
    (kind) => connectProblems(board, newLine(kind, { id: line, from, to, sign: 1, strength: 2 })).length === 0,
  );
}

type LineEnds = { id: Id; from: Id; to: Id; sign: 1 | -1; strength: 1 | 2 | 3 };

/** A line of a kind; sign and strength only where the kind has them. */
export function newLine(kind: EdgeKind, { id, from, to, sign, strength }: LineEnds): ChainEdge {
  if (kind === 'influences') return { kind, id, from, to, sign, strength };
  return kind === 'knows' ? { kind, id, from, to, strength } : { kind, id, from, to };
}

export function removeWanted(item: 'node' | 'edge' | 'faction', id: Id): WantedChange {
  return { act: 'remove', item, id };
}

/** Makes people members of a faction, or of none ('none'). @param name of a faction that is new */
export function factionWanted(people: readonly Id[], faction: Id, name?: string): WantedChange[] {
  return [
    ...(name ? [{ act: 'add' as const, item: 'faction' as const, id: faction, fields: { name } }] : []),
    ...people.map((id) => ({ act: 'set' as const, item: 'node' as const, id, fields: { faction } })),
  ];
}

function lineWanted(edge: ChainEdge): WantedChange {
  const { id, fields } = itemsOf({ nodes: [], edges: [edge], factions: [] }).get(edge.id)!;
  return { act: 'add', item: 'edge', id, fields };
}
