import type { Id } from '#shared/id.ts';
import type { ChainMap } from '#chain/chain-map.ts';
import { type Box, type Spot, CARD, factionOf, middleOf } from '#chain/canvas/spots.ts';

/** The ground of a faction: a rounded field behind each member, and bands that join neighbours; one shape when filled alike. */
export type FactionShape = {
  readonly id: Id;
  readonly name: string;
  /** 0–5: which of the patterns and tints. */
  readonly look: number;
  readonly fields: readonly Spot[];
  readonly bands: readonly (readonly [Spot, Spot])[];
  /** Where its name stands: above the topmost of those that are joined. */
  readonly labels: readonly Spot[];
};

/** Above the card there is room for the name. */
export const FIELD = { margin: 12, top: 24, round: 20, band: 46 } as const;
export const factionLooks = 6;

/** Factions that have members on the map, in the order of the map, which decides their looks. */
export function factionShapes({ nodes, factions }: ChainMap, spots: ReadonlyMap<Id, Spot>): FactionShape[] {
  return factions.flatMap(({ id, name }, i) => {
    const fields = nodes.flatMap((node) => (factionOf(node) === id && spots.has(node.id) ? [spots.get(node.id)!] : []));
    if (fields.length === 0) return [];
    return [{ id, name, look: i % factionLooks, fields, ...joined(fields) }];
  });
}

/** Members farther apart than this are not joined: a band across half the map would tell of people who do not belong. */
const NEAR = 200;

/** Joins neighbours by the shortest bands (a spanning tree); each group that is joined bears the name once. */
function joined(fields: readonly Spot[]): Pick<FactionShape, 'bands' | 'labels'> {
  const bands: [Spot, Spot][] = [];
  const labels: Spot[] = [];
  const open = new Set(fields.keys());
  while (open.size > 0) {
    const [first] = open as Iterable<number>;
    const group = [first!];
    open.delete(first!);
    for (let next = nearest(group, open, fields); next; next = nearest(group, open, fields)) {
      bands.push([middleOf(fields[next.from]!), middleOf(fields[next.to]!)]);
      group.push(next.to);
      open.delete(next.to);
    }
    const top = group.map((at) => fields[at]!).reduce((best, one) => (before(one, best) ? one : best));
    labels.push({ x: top.x + 4, y: top.y - 7 });
  }
  return { bands, labels };
}

function before(a: Spot, b: Spot): boolean {
  return a.y < b.y || (a.y === b.y && a.x < b.x);
}

function nearest(group: readonly number[], open: ReadonlySet<number>, fields: readonly Spot[]) {
  let best: { from: number; to: number; far: number } | undefined;
  for (const from of group) {
    for (const to of open) {
      const far = distance(fields[from]!, fields[to]!);
      if (far <= NEAR && (!best || far < best.far)) best = { from, to, far };
    }
  }
  return best;
}

function distance(a: Spot, b: Spot): number {
  // Across is cheaper than it looks: cards are wide.
  return Math.hypot((a.x - b.x) * (CARD.height / CARD.width), a.y - b.y);
}

/** The field behind a member. @param grow how much larger, for its border */
export function fieldBox({ x, y }: Spot, grow = 0): Box {
  const { margin, top } = FIELD;
  return {
    x: x - margin - grow,
    y: y - top - grow,
    width: CARD.width + 2 * (margin + grow),
    height: CARD.height + top + margin + 2 * grow,
  };
}
