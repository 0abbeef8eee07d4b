import type { Id } from '#shared/id.ts';
import type { ChainEdge } from '#chain/chain-map.ts';
import { type Spot, middleOf } from '#chain/canvas/spots.ts';

export const directions = ['up', 'down', 'left', 'right'] as const;
export type Direction = (typeof directions)[number];

const ways: { readonly [D in Direction]: Spot } = {
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

/**
 * Whom an arrow key leads to: of those who lie that way, the nearest, where one with a line from here counts as half as far.
 * So one walks along the lines and still comes to everybody. Null: nobody lies that way.
 */
export function towards(
  direction: Direction,
  from: Id,
  spots: ReadonlyMap<Id, Spot>,
  edges: readonly ChainEdge[],
): Id | null {
  const start = spots.get(from);
  if (!start) return null;
  const here = middleOf(start);
  const tied = new Set(edges.flatMap((edge) => (edge.from === from ? [edge.to] : edge.to === from ? [edge.from] : [])));
  const way = ways[direction];
  let best: { id: Id; cost: number } | null = null;
  for (const [id, spot] of spots) {
    const there = middleOf(spot);
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const along = dx * way.x + dy * way.y;
    const across = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    if (id === from || along < 8 || across > along * 2.5 + 40) continue;
    const cost = (along + 2 * across) * (tied.has(id) ? 0.5 : 1);
    if (!best || cost < best.cost || (cost === best.cost && id < best.id)) best = { id, cost };
  }
  return best?.id ?? null;
}

/** One step of a card that is moved by keys, in the map's own pixels. */
export function stepped(direction: Direction, { x, y }: Spot): Spot {
  return { x: x + STEP * ways[direction].x, y: y + STEP * ways[direction].y };
}
const STEP = 20;

/** Where the keyboard starts: the topmost card, of those the leftmost. */
export function topmost(spots: ReadonlyMap<Id, Spot>): Id | null {
  let best: { id: Id; spot: Spot } | null = null;
  for (const [id, spot] of spots) {
    if (!best || spot.y < best.spot.y || (spot.y === best.spot.y && spot.x < best.spot.x)) best = { id, spot };
  }
  return best?.id ?? null;
}
