import type { Id } from '#shared/id.ts';
import type { ChainEdge, ChainMap } from '#chain/chain-map.ts';
import { type Box, type Layout, type Spot, CARD, GAP, boundsOf, boxOf, overlap } from '#chain/canvas/spots.ts';
import type { Place } from '#chain/canvas/canvas-props.ts';

/**
 * Everybody where a hand left them. Who came later stands as near as there is room to the one they report to, else to anybody
 * they are tied to, else below all.
 */
export function keptLayout(map: ChainMap, places: readonly Place[]): Layout {
  const here = new Set(map.nodes.map(({ id }) => id));
  const spots = new Map<Id, Spot>(
    places.filter(({ id }) => here.has(id)).map(({ id, x, y }) => [id, { x: Math.round(x), y: Math.round(y) }]),
  );
  // By id, so that the order in which the map was read does not matter.
  const edges = map.edges.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  let left = map.nodes
    .filter(({ id }) => !spots.has(id))
    .map(({ id }) => id)
    .sort();
  while (left.length > 0) {
    const near = left.find((id) => anchorOf(id, edges, spots) !== undefined) ?? left[0]!;
    const bounds = boundsOf([...spots.values()].map(boxOf));
    spots.set(near, freeSpot(anchorOf(near, edges, spots) ?? belowAll(bounds), [...spots.values()]));
    left = left.filter((id) => id !== near);
  }
  return { spots, areas: [] };
}

function belowAll(bounds: Box | null): Spot {
  return bounds ? { x: bounds.x, y: bounds.y + bounds.height + GAP.below } : { x: 0, y: 0 };
}

function anchorOf(id: Id, edges: readonly ChainEdge[], spots: ReadonlyMap<Id, Spot>): Spot | undefined {
  const boss = edges.find(({ kind, from, to }) => kind === 'reportsTo' && from === id && spots.has(to));
  const above = boss && spots.get(boss.to);
  if (above) return { x: above.x, y: above.y + CARD.height + GAP.below };
  const tie = edges.find(({ from, to }) => (from === id && spots.has(to)) || (to === id && spots.has(from)));
  const beside = tie && spots.get(tie.from === id ? tie.to : tie.from);
  return beside && { x: beside.x + CARD.width + GAP.x, y: beside.y };
}

/** The nearest free place on a grid around the wanted one: straight below and beside first. */
export function freeSpot(wanted: Spot, taken: readonly Spot[]): Spot {
  const [dx, dy] = [CARD.width + GAP.x, CARD.height + GAP.y];
  const free = ({ x, y }: Spot) => taken.every((one) => !overlap(one, { x, y }, 12));
  for (let ring = 0; ; ring++) {
    for (let row = 0; row <= ring; row++) {
      for (const column of row === ring ? sidewards(ring) : [ring, -ring]) {
        const spot = { x: wanted.x + column * dx, y: wanted.y + row * dy };
        if (free(spot)) return spot;
      }
    }
  }
}

function sidewards(most: number): number[] {
  return Array.from({ length: 2 * most + 1 }, (_, i) => (i % 2 ? (i + 1) / 2 : -i / 2));
}
