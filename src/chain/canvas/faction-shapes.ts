import type { Id } from '#shared/id.ts';
import type { ChainMap } from '#chain/chain-map.ts';
import { type Spot, CARD, factionOf, middleOf } from '#chain/canvas/spots.ts';

/** The ground of a faction: a rounded field behind each member, and bands that join them; all one shape when filled alike. */
export type FactionShape = {
  readonly id: Id;
  readonly name: string;
  /** 0–5: which of the patterns and tints. */
  readonly look: number;
  readonly fields: readonly Spot[];
  readonly bands: readonly (readonly [Spot, Spot])[];
  /** Where its name stands: above its topmost member. */
  readonly label: Spot;
};

export const FIELD = { margin: 14, round: 22, band: 46 } as const;
export const factionLooks = 6;

/** Factions that have members on the map, in the order of the map, which decides their looks. */
export function factionShapes({ nodes, factions }: ChainMap, spots: ReadonlyMap<Id, Spot>): FactionShape[] {
  return factions.flatMap(({ id, name }, i) => {
    const fields = nodes.flatMap((node) => (factionOf(node) === id && spots.has(node.id) ? [spots.get(node.id)!] : []));
    if (fields.length === 0) return [];
    const top = fields.reduce((best, one) => (one.y < best.y || (one.y === best.y && one.x < best.x) ? one : best));
    const label = { x: top.x + 6, y: top.y - FIELD.margin };
    return [{ id, name, look: i % factionLooks, fields, bands: bandsOf(fields), label }];
  });
}

/** Joins all by the shortest bands there are (a spanning tree), so that a faction is one shape and crosses little. */
function bandsOf(fields: readonly Spot[]): [Spot, Spot][] {
  const bands: [Spot, Spot][] = [];
  const joined = [0];
  const open = new Set(fields.keys());
  open.delete(0);
  while (open.size > 0) {
    let best: { from: number; to: number; far: number } | undefined;
    for (const from of joined) {
      for (const to of open) {
        const far = distance(fields[from]!, fields[to]!);
        if (!best || far < best.far) best = { from, to, far };
      }
    }
    bands.push([middleOf(fields[best!.from]!), middleOf(fields[best!.to]!)]);
    joined.push(best!.to);
    open.delete(best!.to);
  }
  return bands;
}

function distance(a: Spot, b: Spot): number {
  // Across is cheaper than it looks: cards are wide.
  return Math.hypot((a.x - b.x) * (CARD.height / CARD.width), a.y - b.y);
}
