import type { Id } from '#shared/id.ts';
import type { ChainEdge } from '#chain/chain-map.ts';
import { obstaclesOf } from '#chain/canvas/line-detour.ts';
import { type LineRoute, bowedWay, pathOf, squareWay } from '#chain/canvas/line-path.ts';
import { lookOf } from '#chain/canvas/line-style.ts';
import { type Layout, type Spot, CARD, middleOf } from '#chain/canvas/spots.ts';

/** How far the first of several lines between the same two bows. */
const BOW = 26;
/** Between cards so close a mark would hide its line: that one leaves by their sides instead, so far out. */
const CLOSE = 70;
const OUT = 22;
/** Where it leaves them: so far off the middle that one on to the next card is not taken for it. */
const OFF = 14;
/** So far marks keep from cards and from each other: drawn large, as from afar, and where there is no room for that, small. */
const markRooms = [
  { card: 18, mark: 34 },
  { card: 11, mark: 21 },
];
const markPlaces = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

type Drawn = { readonly edge: ChainEdge; readonly from: Spot; readonly to: Spot; readonly length: number };
type Plan = { readonly bows: readonly number[]; readonly side: boolean; readonly nth: number };

/**
 * How each line runs, seen together: teams in a column from the side, several lines between the same two in bows, and where
 * another card would hide it, around that. Short ones first: they take the inside of a turn.
 */
export function routesOf(edges: readonly ChainEdge[], layout: Pick<Layout, 'spots' | 'loose'>): Map<Id, LineRoute> {
  const { spots, loose = false } = layout;
  const drawn = edges.flatMap((edge): Drawn[] => {
    const [from, to] = [spots.get(edge.from), spots.get(edge.to)];
    if (!from || !to) return [];
    return [{ edge, from, to, length: Math.hypot(from.x - to.x, from.y - to.y) }];
  });
  const plans = plansOf(drawn, loose);
  const obstacles = obstaclesOf(spots, !loose);
  const marks: Spot[] = [];
  const routes = new Map<Id, LineRoute>();
  for (const one of drawn.sort((a, b) => a.length - b.length || (a.edge.id < b.edge.id ? -1 : 1))) {
    const { edge, from, to } = one;
    const route = freeRoute(one, plans.get(edge.id)!);
    routes.set(edge.id, lookOf(edge, route).mark ? marked(route) : route);

    function marked(route: LineRoute): LineRoute {
      const places = markPlaces.map((markAt) => ({ markAt, ...pathOf(edge, from, to, { ...route, markAt }) }));
      const room = markRooms.find((room) => places.some(({ mark }) => isFree(mark, room)));
      const { markAt, mark } = (room && places.find(({ mark }) => isFree(mark, room))) ?? places[0]!;
      marks.push(mark);
      return { ...route, markAt };
    }
  }
  return routes;

  function freeRoute({ edge, from, to }: Drawn, { bows, side, nth }: Plan): LineRoute {
    const square = edge.kind === 'reportsTo' && !loose;
    const plain: LineRoute = { side, bow: bows[0]!, ...(edge.kind === 'reportsTo' && { straight: loose }) };
    const ways = square && squareWay(from, to, side);
    if (ways) {
      if (obstacles.clear(ways, edge.from, edge.to)) return plain;
    } else {
      const beside = lookOf(edge).mark
        ? besides(from, to, OUT + nth * BOW).find((turns) =>
            obstacles.clear([middleOf(from), ...turns, middleOf(to)], edge.from, edge.to),
          )
        : undefined;
      if (beside) return { ...plain, detour: { turns: beside, from, to } };
      const bow = bows.find((one) => obstacles.clear(bowedWay(from, to, one), edge.from, edge.to));
      if (bow !== undefined) return { ...plain, bow };
    }
    const turns = obstacles.around(edge.from, edge.to);
    return turns ? { ...plain, detour: { turns, from, to } } : plain;
  }

  function isFree({ x, y }: Spot, room: (typeof markRooms)[number]): boolean {
    for (const spot of spots.values()) {
      const middle = middleOf(spot);
      const [dx, dy] = [Math.abs(middle.x - x), Math.abs(middle.y - y)];
      if (dx < CARD.width / 2 + room.card && dy < CARD.height / 2 + room.card) return false;
    }
    return marks.every((one) => Math.hypot(one.x - x, one.y - y) >= room.mark);
  }
}

/** The ways by the side of two cards that stand close: at the right or left, above or below. */
function besides(from: Spot, to: Spot, out: number): Spot[][] {
  const [a, b] = [middleOf(from), middleOf(to)];
  const [across, down] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  if (across < CARD.width / 2 && down < CARD.height + CLOSE) {
    const [right, left] = [Math.max(from.x, to.x) + CARD.width + out, Math.min(from.x, to.x) - out];
    const off = a.y < b.y ? OFF : -OFF;
    return [right, left].map((x) => [
      { x, y: a.y + off },
      { x, y: b.y - off },
    ]);
  }
  if (down < CARD.height / 2 && across < CARD.width + CLOSE) {
    const [above, below] = [Math.min(from.y, to.y) - out, Math.max(from.y, to.y) + CARD.height + out];
    const off = a.x < b.x ? OFF : -OFF;
    return [above, below].map((y) => [
      { x: a.x + off, y },
      { x: b.x - off, y },
    ]);
  }
  return [];
}

/** What each line would do if nothing stood in its way, the best first. */
function plansOf(drawn: readonly Drawn[], loose: boolean): Map<Id, Plan> {
  const reporting = drawn.filter(({ edge }) => edge.kind === 'reportsTo');
  const columns = Map.groupBy(reporting, ({ edge, from }) => `${edge.to} ${from.x}`);
  const pairs = Map.groupBy(
    drawn.filter(({ edge }) => edge.kind !== 'reportsTo'),
    ({ edge: { from, to } }) => (from < to ? `${from} ${to}` : `${to} ${from}`),
  );
  const plans = new Map<Id, Plan>();
  for (const column of columns.values()) {
    for (const { edge } of column) plans.set(edge.id, { bows: [0], side: !loose && column.length > 1, nth: 0 });
  }
  for (const pair of pairs.values()) {
    const several = pair.toSorted((a, b) => (a.edge.id < b.edge.id ? -1 : 1));
    several.forEach(({ edge }, i) => {
      const bow = (edge.from < edge.to ? 1 : -1) * (i % 2 ? -1 : 1) * BOW * Math.ceil((i + 1) / 2);
      const bows = several.length === 1 ? [bow, -bow, bow / 3, -bow / 3, 0] : [bow, bow / 2, bow / 4];
      plans.set(edge.id, { bows, side: false, nth: i });
    });
  }
  return plans;
}
