import type { Id } from '#shared/id.ts';
import type { ChainEdge } from '#chain/chain-map.ts';
import { type Layout, type Spot, CARD, middleOf } from '#chain/canvas/spots.ts';

/** A line as it is drawn: its path, where its mark stands, and for an arrow its tip and direction in degrees. */
export type LinePath = { readonly d: string; readonly mark: Spot; readonly tip: Spot; readonly angle: number };

/** How a line runs, beside where its ends are: from the side of a team in a column, and how far it bows to let others by. */
export type LineRoute = { readonly side: boolean; readonly bow: number; readonly straight?: boolean };

const BEND = 8;
const BUS = 24;
const AWAY = 5;

/** From the one who reports to the boss: square, as an organisation is drawn, while the boss stands above. */
export function reportingPath(from: Spot, to: Spot, side: boolean): LinePath {
  const below = from.y - (to.y + CARD.height);
  if (below < BUS + 4) return bowedPath(from, to, 0);
  const bossX = to.x + CARD.width / 2;
  const bus = side ? to.y + CARD.height + BUS : from.y - BUS;
  const start = { x: bossX, y: to.y + CARD.height };
  const middle = { x: from.x + CARD.width / 2, y: from.y };
  const left = { x: from.x, y: from.y + CARD.height / 2 };
  const rail = from.x - 18;
  const points = side
    ? [start, { x: bossX, y: bus }, { x: rail, y: bus }, { x: rail, y: left.y }, left]
    : [start, { x: bossX, y: bus }, { x: middle.x, y: bus }, middle];
  return { d: rounded(points), mark: side ? { x: rail, y: left.y } : middle, tip: start, angle: -90 };
}

/** Straight from card to card, or in a bow beside the straight line. @param bow px at the middle, to the left of the way */
export function bowedPath(from: Spot, to: Spot, bow: number): LinePath {
  const [a, b] = [middleOf(from), middleOf(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const control = { x: (a.x + b.x) / 2 + (dy / length) * bow * 2, y: (a.y + b.y) / 2 - (dx / length) * bow * 2 };
  const [start, end] = [edgeOf(a, control), edgeOf(b, control)];
  const d = `M${at(start)} Q${at(control)} ${at(end)}`;
  const mark = {
    x: round(start.x / 4 + control.x / 2 + end.x / 4),
    y: round(start.y / 4 + control.y / 2 + end.y / 4),
  };
  const angle = (Math.atan2(end.y - control.y, end.x - control.x) * 180) / Math.PI;
  return { d, mark, tip: end, angle: round(angle) };
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
function rounded(points: readonly Spot[]): string {
  const way = points.filter((point, i) => i === 0 || point.x !== points[i - 1]!.x || point.y !== points[i - 1]!.y);
  const parts = [`M${at(way[0]!)}`];
  for (let i = 1; i < way.length - 1; i++) {
    const [before, here, after] = [way[i - 1]!, way[i]!, way[i + 1]!];
    const cut = Math.min(BEND, distance(before, here) / 2, distance(here, after) / 2);
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

/** How each line runs, seen together: teams in a column from the side, several lines between the same two in bows. */
export function routesOf(
  edges: readonly ChainEdge[],
  { spots, loose = false }: Pick<Layout, 'spots' | 'loose'>,
): Map<Id, LineRoute> {
  const routes = new Map<Id, LineRoute>();
  const columns = Map.groupBy(
    edges.filter(({ kind }) => kind === 'reportsTo'),
    ({ from, to }) => `${to} ${spots.get(from)?.x}`,
  );
  const pairs = new Map<string, number>();
  for (const edge of edges) {
    if (edge.kind === 'reportsTo') {
      const column = columns.get(`${edge.to} ${spots.get(edge.from)?.x}`) ?? [];
      routes.set(edge.id, { side: column.length > 1, bow: 0, straight: loose });
      continue;
    }
    const pair = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
    const nth = (pairs.get(pair) ?? 0) + 1;
    pairs.set(pair, nth);
    const turned = edge.from < edge.to ? 1 : -1;
    routes.set(edge.id, { side: false, bow: turned * (nth % 2 ? 1 : -1) * 26 * Math.ceil(nth / 2) });
  }
  return routes;
}

/** The way of any line between two spots. */
export function pathOf(edge: ChainEdge, from: Spot, to: Spot, { side, bow, straight }: LineRoute): LinePath {
  return edge.kind === 'reportsTo' && !straight ? reportingPath(from, to, side) : bowedPath(from, to, bow);
}
