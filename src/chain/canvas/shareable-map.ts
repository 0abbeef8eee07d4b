import type { ChainMap, ChainNode } from '#chain/chain-map.ts';

/**
 * What may leave the deal team: who there is, in which function, level and role, and who reports to whom. What we believe of
 * people, our own people and our partners stay here. Source: the chain's issue, stance data never in anything that leaves.
 */
export function shareable({ nodes, edges }: ChainMap): ChainMap {
  const kept = nodes.flatMap((node): ChainNode[] => {
    if (node.kind === 'vacant') return [node];
    if (node.kind !== 'person') return [];
    const { id, name, title, function: part, level, roles } = node;
    return [
      {
        kind: 'person',
        id,
        name,
        ...(title && { title }),
        ...(part && { function: part }),
        ...(level && { level }),
        ...(roles && { roles }),
      },
    ];
  });
  const here = new Set(kept.map(({ id }) => id));
  const lines = edges.filter(({ kind, from, to }) => kind === 'reportsTo' && here.has(from) && here.has(to));
  // What is noted beside a line is ours too.
  return { nodes: kept, edges: lines.map(({ note: _, ...line }) => line), factions: [] };
}
