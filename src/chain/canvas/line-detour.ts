import type { Id } from '#shared/id.ts';
import { type Spot, CARD, middleOf } from '#chain/canvas/spots.ts';

/** So far from a card a line stays that is not its own; so far from its corner it turns; and each further line there. */
const CLEAR = 6;
const PAD = 11;
const NUDGE = 5;
/** What a turn costs, in px of way; and one at the left of a card, where teams in a column hang from their line. */
const TURN = 30;
const LEFT = 40;
/** So many turns are tried before a line may go behind a card after all; one that leads toward the end is tried first. */
const TRIES = 400;
const AHEAD = 1.3;

type Corner = Spot & { readonly key: number };
type Step = { readonly at: Corner; readonly cost: number; readonly whole: number; readonly back: Step | null };

/** The cards of a map as what stands in the way of lines. */
export type Obstacles = {
  /** The points where a line turns on its way from card to card; none: it may run straight. Null: there is no free way. */
  readonly around: (from: Id, to: Id) => Spot[] | null;
  /** Whether a way along these points passes by all cards but those of its ends. */
  readonly clear: (points: readonly Spot[], from: Id, to: Id) => boolean;
};

/** @param hung whether teams hang from lines at their left, where others should then not run */
export function obstaclesOf(spots: ReadonlyMap<Id, Spot>, hung: boolean): Obstacles {
  const cards = [...spots].map(([id, spot]) => ({ id, ...spot })).sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1));
  const numbers = new Map(cards.map(({ id }, i) => [id, i]));
  const used = new Map<number, number>();

  /** The first card that a straight way meets; -1: none. */
  const met = (a: Spot, b: Spot, from: number, to: number): number => {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const [left, right] = [Math.min(a.x, b.x) - CARD.width - CLEAR, Math.max(a.x, b.x) + CLEAR];
    const [top, bottom] = [Math.min(a.y, b.y) - CARD.height - CLEAR, Math.max(a.y, b.y) + CLEAR];
    let first = -1;
    let when = Infinity;
    for (let i = 0; i < cards.length; i++) {
      const { x, y } = cards[i]!;
      if (x <= left) continue;
      if (x >= right) break;
      if (y <= top || y >= bottom || i === from || i === to) continue;
      const enters = entry(a.x, dx, x - CLEAR, x + CARD.width + CLEAR, a.y, dy, y - CLEAR, y + CARD.height + CLEAR);
      if (enters < when) [first, when] = [i, enters];
    }
    return first;
  };

  const corner = (card: number, which: number): Corner => {
    const { x, y } = cards[card]!;
    const key = card * 4 + which;
    const pad = PAD + NUDGE * Math.min(used.get(key) ?? 0, 2);
    return {
      key,
      x: which % 2 === 0 ? x - pad : x + CARD.width + pad,
      y: which < 2 ? y - pad : y + CARD.height + pad,
    };
  };

  const around = (fromId: Id, toId: Id): Spot[] | null => {
    const [from, to] = [numbers.get(fromId), numbers.get(toId)];
    if (from === undefined || to === undefined) return null;
    const goal: Corner = { key: -1, ...middleOf(cards[to]!) };
    const start: Corner = { key: -2, ...middleOf(cards[from]!) };
    const open: Step[] = [{ at: start, cost: 0, whole: 0, back: null }];
    const done = new Set<number>();
    for (let tries = 0; open.length > 0 && tries < TRIES;) {
      const step = open.splice(cheapest(open), 1)[0]!;
      if (done.has(step.at.key)) continue;
      if (step.at === goal) return turnsOf(step, used);
      done.add(step.at.key);
      tries++;
      // Toward the goal; where a card stands in between, toward its corners, and so on.
      const wanted: Corner[] = [goal];
      const seen = new Set<number>();
      for (let i = 0; i < wanted.length; i++) {
        const at = wanted[i]!;
        const card = met(step.at, at, from, to);
        if (card === -1) {
          if (done.has(at.key)) continue;
          const turn = at === goal ? 0 : TURN + (hung && at.key % 2 === 0 ? LEFT : 0);
          const cost = step.cost + Math.hypot(at.x - step.at.x, at.y - step.at.y) + turn;
          open.push({ at, cost, whole: cost + AHEAD * Math.hypot(goal.x - at.x, goal.y - at.y), back: step });
        } else if (!seen.has(card)) {
          seen.add(card);
          for (let which = 0; which < 4; which++) wanted.push(corner(card, which));
        }
      }
    }
    return null;
  };

  const clear = (points: readonly Spot[], fromId: Id, toId: Id): boolean => {
    const [from, to] = [numbers.get(fromId) ?? -1, numbers.get(toId) ?? -1];
    return points.every((point, i) => i === 0 || met(points[i - 1]!, point, from, to) === -1);
  };
  return { around, clear };
}

function cheapest(open: readonly Step[]): number {
  let best = 0;
  for (let i = 1; i < open.length; i++) if (open[i]!.whole < open[best]!.whole) best = i;
  return best;
}

/** The points between the ends; the corners remember that a line runs there. */
function turnsOf(last: Step, used: Map<number, number>): Spot[] {
  const turns: Spot[] = [];
  for (let step = last.back; step?.back; step = step.back) {
    const { key, x, y } = step.at;
    used.set(key, (used.get(key) ?? 0) + 1);
    turns.unshift({ x, y });
  }
  return turns;
}

/** When a way from a point on enters a box, 0–1; Infinity: never. */
function entry(
  x: number,
  dx: number,
  left: number,
  right: number,
  y: number,
  dy: number,
  top: number,
  bottom: number,
): number {
  let [enters, leaves] = [0, 1];
  if (dx === 0) {
    if (x <= left || x >= right) return Infinity;
  } else {
    const [a, b] = dx > 0 ? [(left - x) / dx, (right - x) / dx] : [(right - x) / dx, (left - x) / dx];
    enters = Math.max(enters, a);
    leaves = Math.min(leaves, b);
  }
  if (dy === 0) {
    if (y <= top || y >= bottom) return Infinity;
  } else {
    const [a, b] = dy > 0 ? [(top - y) / dy, (bottom - y) / dy] : [(bottom - y) / dy, (top - y) / dy];
    enters = Math.max(enters, a);
    leaves = Math.min(leaves, b);
  }
  return enters < leaves ? enters : Infinity;
}
