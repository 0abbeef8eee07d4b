import type { Id } from '#shared/id.ts';
import { type ChainMap, type ChainNode, finalSayOf } from '#chain/chain-map.ts';
import { type Area, type Layout, type Spot, CARD, byStanding } from '#chain/canvas/spots.ts';

/** Of the squared ground, on which a circle is drawn before it is stretched to the shape of the cards. */
const STEP = 170;
/** As little as keeps cards a step apart from lying on one another: the closer they stand, the larger all is seen. */
const STRETCH = { x: 1.6, y: 1 };

/**
 * Rings around whoever has the final say: in the first those who sway or report to them directly, in each further one those
 * a step away; who has no line to them stands outermost. Full rings go on in the next.
 */
export function ringsLayout(map: ChainMap): Layout {
  const steps = stepsToFinalSay(map);
  const far = Math.max(0, ...steps.values()) + 1;
  const groups = Map.groupBy(map.nodes.toSorted(byStanding), ({ id }) => steps.get(id) ?? far);
  const angles = new Map<Id, number>();
  const spots = new Map<Id, Spot>();
  const areas: Area[] = [];
  let ring = 0;
  for (const distance of [...groups.keys()].sort((a, b) => a - b)) {
    let rest = turned(groups.get(distance)!, map, angles);
    if (distance === 0 && rest.length > 1) ring = Math.max(1, ring);
    while (rest.length > 0) {
      const room = roomOf(ring);
      const here = rest.slice(0, room);
      place(here, ring, angles, spots);
      rest = rest.slice(room);
      ring++;
    }
    const words = ringWords(distance, distance === far);
    areas.push({ shape: 'ring', words, ...ellipse((ring - 1) * STEP + STEP / 2) });
  }
  return { spots, areas: areas.toReversed(), loose: true };
}

function ellipse(radius: number) {
  const [width, height] = [2 * radius * STRETCH.x, 2 * radius * STRETCH.y];
  return { x: -width / 2, y: -height / 2, width, height };
}

/** How many cards a ring takes so that neighbours stand a step apart. */
function roomOf(ring: number): number {
  return ring === 0 ? 1 : Math.floor(Math.PI / Math.asin(1 / (2 * ring)) + 1e-9);
}

function place(nodes: readonly ChainNode[], ring: number, angles: Map<Id, number>, spots: Map<Id, Spot>): void {
  nodes.forEach(({ id }, i) => {
    const angle = (2 * Math.PI * (i + (ring % 2) / 2)) / nodes.length - Math.PI / 2;
    angles.set(id, angle);
    const [x, y] = [Math.cos(angle) * ring * STEP * STRETCH.x, Math.sin(angle) * ring * STEP * STRETCH.y];
    spots.set(id, { x: Math.round(x - CARD.width / 2), y: Math.round(y - CARD.height / 2) });
  });
}

/** In the order of those they are tied to further in, so that lines stay short. */
function turned(nodes: readonly ChainNode[], { edges }: ChainMap, angles: ReadonlyMap<Id, number>): ChainNode[] {
  const sums = new Map<Id, { x: number; y: number }>();
  const add = (id: Id, angle: number | undefined) => {
    if (angle === undefined) return;
    const { x, y } = sums.get(id) ?? { x: 0, y: 0 };
    sums.set(id, { x: x + Math.cos(angle), y: y + Math.sin(angle) });
  };
  for (const { from, to } of edges) {
    add(from, angles.get(to));
    add(to, angles.get(from));
  }
  const at = (id: Id) => {
    const sum = sums.get(id);
    // From the top, clockwise, as the places are given out.
    return sum ? (Math.atan2(sum.y, sum.x) + 2.5 * Math.PI) % (2 * Math.PI) : 2 * Math.PI;
  };
  return nodes.toSorted((a, b) => Math.round((at(a.id) - at(b.id)) * 1e6) || byStanding(a, b));
}

/** How many lines of influence or reporting lie between each and the final say; who is not here has none. */
function stepsToFinalSay(map: ChainMap): Map<Id, number> {
  const steps = new Map<Id, number>(finalSayOf(map).map(({ id }) => [id, 0]));
  const next = new Map<Id, Id[]>();
  for (const { kind, from, to } of map.edges) {
    if (kind === 'reportsTo' || kind === 'influences') next.set(to, [...(next.get(to) ?? []), from]);
  }
  for (const [id, step] of steps) {
    for (const one of next.get(id) ?? []) if (!steps.has(one)) steps.set(one, step + 1);
  }
  return steps;
}

function ringWords(distance: number, unreached: boolean) {
  if (unreached) return { zh: '尚无通往拍板者的连线', en: 'No line to the final say yet' };
  if (distance === 0) return { zh: '拍板', en: 'Final say' };
  return { zh: `距拍板 ${distance} 步`, en: `${distance} from the final say` };
}
