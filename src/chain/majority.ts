import type { Text } from '#shared/messages.ts';
import { type Voter, costToWin, helpBy, hinderBy } from '#chain/move-cost.ts';

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
type Sides = { readonly supporters: ReadonlySet<string>; readonly opponents: ReadonlySet<string> };

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
  const order = done(support)
    ? []
    : exact
      ? cheapestOrder(open, sides, support, done)
      : greedyOrder(open, sides, support, done);
  const moves = order ? costed(order, sides) : [];
  const effort = moves.reduce((sum, move) => sum + move.effort, 0);
  return { support, total, moves, effort, reached: total > 0 && order !== undefined, exact };
}

type Done = (weight: number) => boolean;

/** Least effort by the set of people won (dynamic programming); a dearer set than the best plan so far is not followed. */
function cheapestOrder(open: readonly Voter[], sides: Sides, support: number, done: Done): Voter[] | undefined {
  const n = open.length;
  const bit = new Map(open.map(({ id }, i) => [id, 1 << i]));
  // By strength 1–3 of the influence: the people to be won who help when they are, and who hinder until or once they are.
  const masks = open.map(({ effort, follows, resists }) => {
    const help = [0, 0, 0, 0];
    const against = [0, 0, 0, 0];
    const resisted = [0, 0, 0, 0];
    let [helped, hindered] = [0, 0];
    for (const { by, strength } of follows) {
      const own = bit.get(by);
      if (own !== undefined) help[strength]! |= own;
      if (own !== undefined && sides.opponents.has(by)) against[strength]! |= own;
      if (own === undefined && sides.supporters.has(by)) helped = Math.max(helped, strength);
      if (own === undefined && sides.opponents.has(by)) hindered = Math.max(hindered, strength);
    }
    for (const { by, strength } of resists) {
      const own = bit.get(by);
      if (own !== undefined) resisted[strength]! |= own;
      else if (sides.supporters.has(by)) hindered = Math.max(hindered, strength);
    }
    return { effort, help, against, resisted, helped, hindered };
  });
  const cost = (i: number, won: number): number => {
    const { effort, help, against, resisted, helped, hindered } = masks[i]!;
    let plus = 3;
    while (plus > helped && (won & help[plus]!) === 0) plus--;
    let minus = 3;
    while (minus > hindered && (~won & against[minus]!) === 0 && (won & resisted[minus]!) === 0) minus--;
    return effort * helpBy[plus as 0]! * hinderBy[minus as 0]!;
  };

  const least = new Float64Array(1 << n).fill(Infinity);
  const last = new Int8Array(1 << n);
  const weights = new Float64Array(1 << n);
  least[0] = 0;
  const bound = greedyOrder(open, sides, support, done);
  let best = bound ? costed(bound, sides).reduce((sum, { effort }) => sum + effort, 0) * (1 + 1e-12) : Infinity;
  let goal = -1;
  for (let won = 0; won < least.length; won++) {
    if (won > 0) {
      const low = 31 - Math.clz32(won & -won);
      weights[won] = weights[won & (won - 1)]! + open[low]!.weight;
    }
    const spent = least[won]!;
    if (spent > best) continue;
    if (done(support + weights[won]!)) {
      if (spent < best || goal < 0) [best, goal] = [spent, won];
      continue;
    }
    for (let i = 0; i < n; i++) {
      if (won & (1 << i)) continue;
      const after = won | (1 << i);
      const sum = spent + cost(i, won);
      if (sum < least[after]! && sum <= best) {
        least[after] = sum;
        last[after] = i;
      }
    }
  }
  if (goal < 0) return undefined;
  const order: Voter[] = [];
  for (let won = goal; won > 0; won &= ~(1 << last[won]!)) order.unshift(open[last[won]!]!);
  return order;
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
    const with_ = helper ? names.get(helper.id) : undefined;
    return {
      id: voter.id,
      effort,
      words: {
        zh: with_ ? `争取${voter.name}转为支持，请${with_}帮忙说话` : `争取${voter.name}转为支持`,
        en: with_ ? `Win ${voter.name}, with ${with_} speaking for us` : `Win ${voter.name}`,
      },
    };
  });
}
