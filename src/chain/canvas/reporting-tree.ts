import type { Id } from '#shared/id.ts';
import type { ChainEdge, ChainMap, ChainNode } from '#chain/chain-map.ts';

/** Who reports to whom, upwards, without circles: where lines run in a circle, the last of them is passed over. */
export function bossesOf({ nodes, edges }: Pick<ChainMap, 'nodes' | 'edges'>): Map<Id, Id> {
  const here = new Set(nodes.map(({ id }) => id));
  const bosses = new Map<Id, Id>();
  for (const { kind, from, to } of edges) {
    if (kind !== 'reportsTo' || bosses.has(from) || !here.has(from) || !here.has(to)) continue;
    if (from !== to && !above(bosses, to).includes(from)) bosses.set(from, to);
  }
  return bosses;
}

/** All bosses of somebody, the nearest first. */
function above(bosses: ReadonlyMap<Id, Id>, id: Id): Id[] {
  const all: Id[] = [];
  for (let at = bosses.get(id); at !== undefined; at = bosses.get(at)) all.push(at);
  return all;
}

/** Downwards: who reports to each. */
export function teamsOf(bosses: ReadonlyMap<Id, Id>): Map<Id, Id[]> {
  const teams = new Map<Id, Id[]>();
  for (const [id, boss] of bosses) teams.set(boss, [...(teams.get(boss) ?? []), id]);
  return teams;
}

/** A map with some subtrees folded away, and how many stand folded under each of those who stay. */
export type FoldedMap = { readonly map: ChainMap; readonly hidden: ReadonlyMap<Id, number> };

/** Hides all below those folded. A line to somebody hidden leads to the one under whom they are hidden, once. */
export function folded(map: ChainMap, folds: ReadonlySet<Id>): FoldedMap {
  if (folds.size === 0) return { map, hidden: new Map() };
  const bosses = bossesOf(map);
  const shownFor = new Map<Id, Id>();
  const hidden = new Map<Id, number>();
  for (const { id } of map.nodes) {
    const top = above(bosses, id).findLast((boss) => folds.has(boss));
    shownFor.set(id, top ?? id);
    if (top) hidden.set(top, (hidden.get(top) ?? 0) + 1);
  }
  const drawn = new Set<string>();
  const edges = map.edges.flatMap((edge): ChainEdge[] => {
    const [from, to] = [shownFor.get(edge.from), shownFor.get(edge.to)];
    const key = `${edge.kind} ${from} ${to}`;
    if (!from || !to || from === to || drawn.has(key)) return [];
    drawn.add(key);
    return [from === edge.from && to === edge.to ? edge : { ...edge, from, to }];
  });
  return { map: { ...map, nodes: map.nodes.filter(({ id }) => shownFor.get(id) === id), edges }, hidden };
}

/** Everybody once, each below whom they report to, with how deep they stand. @param order of those side by side */
export function listedTree(
  map: ChainMap,
  order: (a: ChainNode, b: ChainNode) => number,
): { readonly node: ChainNode; readonly depth: number }[] {
  const bosses = bossesOf(map);
  const teams = teamsOf(bosses);
  const nodes = new Map(map.nodes.map((node) => [node.id, node]));
  const below = (list: readonly ChainNode[], depth: number): { node: ChainNode; depth: number }[] =>
    list.toSorted(order).flatMap((node) => [
      { node, depth },
      ...below(
        (teams.get(node.id) ?? []).map((id) => nodes.get(id)!),
        depth + 1,
      ),
    ]);
  const top = (inside: boolean) =>
    map.nodes.filter(({ id, kind }) => !bosses.has(id) && (kind === 'person' || kind === 'vacant') === inside);
  return [...below(top(true), 0), ...below(top(false), 0)];
}
