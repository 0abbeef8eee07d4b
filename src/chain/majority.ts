import type { Text } from '#shared/messages.ts';
import { type Sides, costTable } from '#chain/cost-table.ts';
import { type Voter, costToWin } from '#chain/move-cost.ts';

/** A supporting majority is more than this share of all weight. */
export const MAJORITY = 0.5;
/** Up to so many people to be won the plan is exact. */
export const EXACT_UP_TO = 20;

export type Move = { readonly id: string; readonly effort: number; readonly words: Text };
export type MajorityPlan = {
  /** weights of those who support us now, and of all */
  readonly support: number;
  readonly total: number;
  /** in this order: whoever is won first may help with the next; empty: the majority is there, or cannot be had */
  readonly moves: readonly Move[];
  /** sum of the moves, in talks (move-cost.ts) */
  readonly effort: number;
  readonly reached: boolean;
  /** false: more people than can be gone through; the plan is a good one, not surely the cheapest */
  readonly exact: boolean;
};

/**
 * The cheapest order of people to win so that supporters outweigh the rest, exact for up to 20 people to be won.
 * @param sides who supports us and who does not, also outside the vote @param share of the weight to pass, 0–1
 */
export function cheapestMajority(voters: readonly Voter[], sides: Sides, share = MAJORITY): MajorityPlan {
  const total = voters.reduce((sum, { weight }) => sum + weight, 0);
  const support = voters.reduce((sum, { weight, stance }) => sum + (stance >= 1 ? weight : 0), 0);
  const open = voters.filter(({ stance }) => stance < 1);
  const done = (weight: number) => weight > share * total;
  const exact = open.length <= EXACT_UP_TO;
  const good = greedyOrder(open, sides, support, done);
  const bound = good && effortOf(costed(good, sides));
  const whole = voters.every(({ weight }) => Number.isInteger(weight));
  // More than the share: of whole weights the next whole one, else anything above.
  const wanted = whole ? Math.floor(share * total) + 1 : share * total * (1 + 1e-12);
  const order = (exact && bound && cheaperOrder(open, sides, support, wanted, bound)) || good;
  const moves = order ? costed(order, sides) : [];
  const effort = effortOf(moves);
  return { support, total, moves, effort, reached: total > 0 && order !== undefined, exact };
}

/** Whether a weight is more than asked for. */
type Done = (weight: number) => boolean;

/**
 * The cheapest order, or undefined where none is cheaper than `bound`: least effort by the set of people won (dynamic
 * programming over sets, smaller numbers first); a set from which even the best case is no gain is not followed.
 */
function cheaperOrder(open: readonly Voter[], sides: Sides, support: number, wanted: number, bound: number) {
  const n = open.length;
  const cost = costTable(open, sides);
  const least = new Float64Array(1 << n).fill(Infinity);
  const last = new Int8Array(1 << n);
  const weights = new Float64Array(1 << n);
  const rates = open.map(({ weight }, i) => ({ bit: 1 << i, weight, rate: cost.least(i) / weight }));
  rates.sort((a, b) => a.rate - b.rate);
  /** What the weight still wanted costs at best: the cheapest by weight, the last of them in part. */
  const ahead = (won: number, need: number) => {
    let [left, sum] = [need, 0];
    for (let i = 0; i < n && left > 0; i++) {
      const { bit, weight, rate } = rates[i]!;
      if (won & bit) continue;
      sum += rate * Math.min(left, weight);
      left -= weight;
    }
    return left > 0 ? Infinity : sum;
  };
  // A hair less, so that what only rounding makes cheaper is not followed.
  let best = bound * (1 - 1e-9);
  let goal = -1;
  least[0] = 0;
  for (let won = 0; won < least.length; won++) {
    const spent = least[won]!;
    if (spent >= best) continue;
    const need = wanted - support - weights[won]!;
    if (need <= 0) {
      [best, goal] = [spent, won];
      continue;
    }
    if (spent + ahead(won, need) >= best) continue;
    for (let i = 0; i < n; i++) {
      if (won & (1 << i)) continue;
      const after = won | (1 << i);
      const sum = spent + cost.of(i, won);
      if (sum < least[after]!) {
        least[after] = sum;
        weights[after] = weights[won]! + open[i]!.weight;
        last[after] = i;
      }
    }
  }
  if (goal < 0) return undefined;
  const order: Voter[] = [];
  for (let won = goal; won > 0; won &= ~(1 << last[won]!)) order.unshift(open[last[won]!]!);
  return order;
}

function effortOf(moves: readonly Move[]): number {
  return moves.reduce((sum, { effort }) => sum + effort, 0);
}

/** Whoever brings most weight for the effort, again and again. */
function greedyOrder(open: readonly Voter[], sides: Sides, support: number, done: Done): Voter[] | undefined {
  const left = new Set(open);
  const supporters = new Set(sides.supporters);
  const opponents = new Set(sides.opponents);
  const order: Voter[] = [];
  let weight = support;
  while (!done(weight)) {
    const rate = (voter: Voter) => voter.weight / costToWin(voter, supporters, opponents);
    let next: Voter | undefined;
    for (const voter of left) if (!next || rate(voter) > rate(next)) next = voter;
    if (!next) return undefined;
    left.delete(next);
    supporters.add(next.id);
    opponents.delete(next.id);
    order.push(next);
    weight += next.weight;
  }
  return order;
}

/** What each move costs when they are made in this order. */
function costed(order: readonly Voter[], sides: Sides): Move[] {
  const supporters = new Set(sides.supporters);
  const opponents = new Set(sides.opponents);
  const names = new Map(order.map(({ id, name }) => [id, name]));
  return order.map((voter, i) => {
    const effort = costToWin(voter, supporters, opponents);
    const helper = order.slice(0, i).findLast(({ id }) => voter.follows.some(({ by }) => by === id));
    supporters.add(voter.id);
    opponents.delete(voter.id);
    const speaker = helper ? names.get(helper.id) : undefined;
    return {
      id: voter.id,
      effort,
      words: {
        zh: speaker ? `争取${voter.name}转为支持，请${speaker}帮忙说话` : `争取${voter.name}转为支持`,
        en: speaker ? `Win ${voter.name}, with ${speaker} speaking for us` : `Win ${voter.name}`,
      },
    };
  });
}
