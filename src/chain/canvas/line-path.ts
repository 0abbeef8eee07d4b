import type { ChainEdge } from '#chain/chain-map.ts';
import { type Spot, CARD, middleOf } from '#chain/canvas/spots.ts';

/** A line as it is drawn: its path, where its mark stands, and for an arrow its tip and direction in degrees. */
export type LinePath = { readonly d: string; readonly mark: Spot; readonly tip: Spot; readonly angle: number };

/** How a line runs, beside where its ends are: from the side of a team in a column, and how far it bows to let others by. */
export type LineRoute = {
  readonly side: boolean;
  readonly bow: number;
  readonly straight?: boolean;
  /** Around the cards in between, as long as its own two stand there. */
  readonly detour?: { readonly turns: readonly Spot[]; readonly from: Spot; readonly to: Spot };
  /** Where on the way its mark stands, 0–1; absent: in the middle. */
  readonly markAt?: number;
};

const BEND = 8;
/** A detour turns in a wide bend, yet not so wide that it would cut the corner of the card it goes around. */
const WIDE = 20;
const BUS = 24;
const AWAY = 5;

/** The way of any line between two spots. */
export function pathOf(edge: ChainEdge, from: Spot, to: Spot, route: LineRoute): LinePath {
  const { side, bow, straight, detour, markAt = 0.5 } = route;
  if (detour && same(detour.from, from) && same(detour.to, to)) return turnedPath(from, to, detour.turns, markAt);
  const square = edge.kind === 'reportsTo' && !straight && squareWay(from, to, side);
  if (!square) return bowedPath(from, to, bow, markAt);
  return { d: rounded(square, BEND), mark: square.at(-1)!, tip: square[0]!, angle: -90 };
}

/** From the boss to the one who reports: square, as an organisation is drawn. Null: the boss does not stand above. */
export function squareWay(from: Spot, to: Spot, side: boolean): Spot[] | null {
  const below = from.y - (to.y + CARD.height);
  if (below < BUS + 4) return null;
  const bossX = to.x + CARD.width / 2;
  const bus = side ? to.y + CARD.height + BUS : from.y - BUS;
  const start = { x: bossX, y: to.y + CARD.height };
  const middle = { x: from.x + CARD.width / 2, y: from.y };
  const left = { x: from.x, y: from.y + CARD.height / 2 };
  const rail = from.x - 18;
  return side
    ? [start, { x: bossX, y: bus }, { x: rail, y: bus }, { x: rail, y: left.y }, left]
    : [start, { x: bossX, y: bus }, { x: middle.x, y: bus }, middle];
}

/** Straight from card to card, or in a bow beside the straight line. @param bow px at the middle, to the left of the way */
function bowedPath(from: Spot, to: Spot, bow: number, markAt: number): LinePath {
  const [start, control, end] = bowOf(from, to, bow);
  const mark = onBow(start, control, end, markAt);
  const d = `M${at(start)} Q${at(control)} ${at(end)}`;
  return { d, mark: { x: round(mark.x), y: round(mark.y) }, tip: end, angle: angleOf(control, end) };
}

function bowOf(from: Spot, to: Spot, bow: number): [Spot, Spot, Spot] {
  const [a, b] = [middleOf(from), middleOf(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const control = { x: (a.x + b.x) / 2 + (dy / length) * bow * 2, y: (a.y + b.y) / 2 - (dx / length) * bow * 2 };
  return [edgeOf(a, control), control, edgeOf(b, control)];
}

function onBow(start: Spot, control: Spot, end: Spot, t: number): Spot {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y };
}

/** Points along a bow, close enough to tell what it meets. */
export function bowedWay(from: Spot, to: Spot, bow: number): Spot[] {
  const [start, control, end] = bowOf(from, to, bow);
  if (bow === 0) return [start, end];
  return Array.from({ length: 9 }, (_, i) => onBow(start, control, end, i / 8));
}

function turnedPath(from: Spot, to: Spot, turns: readonly Spot[], markAt: number): LinePath {
  const [a, b] = [middleOf(from), middleOf(to)];
  const [start, end] = [edgeOf(a, turns[0] ?? b), edgeOf(b, turns.at(-1) ?? a)];
  const way = [start, ...turns, end];
  return { d: rounded(way, WIDE), mark: along(way, markAt), tip: end, angle: angleOf(way.at(-2)!, end) };
}

/** The point after a share of the way. */
function along(way: readonly Spot[], share: number): Spot {
  const lengths = way.slice(1).map((point, i) => distance(way[i]!, point));
  let left = lengths.reduce((sum, one) => sum + one, 0) * share;
  const leg = lengths.findIndex((length) => length >= left || ((left -= length), false));
  const { x, y } = toward(way[Math.max(leg, 0)]!, way[Math.max(leg, 0) + 1]!, left);
  return { x: round(x), y: round(y) };
}

function angleOf(from: Spot, to: Spot): number {
  return round((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI);
}

function same(a: Spot, b: Spot): boolean {
  return Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1;
}

/** Where a line from the middle of a card toward a point leaves it. */
function edgeOf(middle: Spot, toward: Spot): Spot {
  const [dx, dy] = [toward.x - middle.x, toward.y - middle.y];
  if (dx === 0 && dy === 0) return middle;
  const share = Math.min(
    (CARD.width / 2 + AWAY) / Math.max(Math.abs(dx), 1e-6),
    (CARD.height / 2 + AWAY) / Math.max(Math.abs(dy), 1e-6),
  );
  const held = Math.min(share, 1);
  return { x: middle.x + dx * held, y: middle.y + dy * held };
}

/** A path along right angles with softened corners. */
function rounded(points: readonly Spot[], bend: number): string {
  const way = points.filter((point, i) => i === 0 || point.x !== points[i - 1]!.x || point.y !== points[i - 1]!.y);
  const parts = [`M${at(way[0]!)}`];
  for (let i = 1; i < way.length - 1; i++) {
    const [before, here, after] = [way[i - 1]!, way[i]!, way[i + 1]!];
    const cut = Math.min(bend, distance(before, here) / 2, distance(here, after) / 2);
    parts.push(`L${at(toward(here, before, cut))} Q${at(here)} ${at(toward(here, after, cut))}`);
  }
  parts.push(`L${at(way.at(-1)!)}`);
  return parts.join(' ');
}

function distance(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function toward(from: Spot, to: Spot, by: number): Spot {
  const share = by / (distance(from, to) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function at({ x, y }: Spot): string {
  return `${round(x)},${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
