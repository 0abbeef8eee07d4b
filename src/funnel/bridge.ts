import { z } from 'zod';
import { Currency, MinorUnits } from '#shared/money.ts';

/**
 * Where a deal stands at a moment, seen from a pipeline: in it; not yet there; over or resting; open, but another's (owner,
 * team, playbook, grade, origin) or expected to close outside the days asked for.
 */
export const sides = ['absent', 'in', 'won', 'lost', 'parked', 'elsewhere', 'outside'] as const;
export type Side = (typeof sides)[number];

export const entryBars = ['new', 'reopened', 'pulledIn', 'handedIn'] as const;
export const changeBars = ['grew', 'shrank'] as const;
export const exitBars = ['slipped', 'handedOut', 'parked', 'lost', 'won'] as const;
/** The steps from the opening to the closing amount, in the order in which they are drawn. */
export const bars = [...entryBars, ...changeBars, ...exitBars] as const;
export type BarKey = (typeof bars)[number];
type EntryBar = (typeof entryBars)[number];
type ExitBar = (typeof exitBars)[number];

/** By which bar a deal comes in, by where it stood before; by which it leaves, by where it stands after. */
export const entryOf: { readonly [side in Exclude<Side, 'in'>]: EntryBar } = {
  absent: 'new',
  won: 'reopened',
  lost: 'reopened',
  parked: 'reopened',
  outside: 'pulledIn',
  elsewhere: 'handedIn',
};
export const exitOf: { readonly [side in Exclude<Side, 'in' | 'absent'>]: ExitBar } = {
  won: 'won',
  lost: 'lost',
  parked: 'parked',
  outside: 'slipped',
  elsewhere: 'handedOut',
};

/** Deals that changed alike between the two moments; amounts are sums in minor units, unknown counts as nothing. */
export type Group = {
  before: Side;
  after: Exclude<Side, 'absent'>;
  /** null while it was not there. */
  currencyBefore: string | null;
  currency: string;
  /** It was in at some moment between, in the currency that it has now. */
  between: boolean;
  count: number;
  amountBefore: number;
  amount: number;
  /** Of those in before with the same currency: whose amount rose, whose fell, by how much. */
  grew: { count: number; amount: number };
  shrank: { count: number; amount: number };
};

export const Bar = z.object({ key: z.enum(bars), count: z.int(), amount: MinorUnits });
export type Bar = z.infer<typeof Bar>;
const Total = z.object({ count: z.int(), amount: MinorUnits });
export type Total = z.infer<typeof Total>;

/** One currency's way from one day to the other; `bars` add up to the cent. Amounts that leave are negative. */
export const Bridge = z.object({ currency: Currency, opening: Total, bars: z.array(Bar), closing: Total });
export type Bridge = z.infer<typeof Bridge>;

/**
 * The bridge of one currency. Each deal stands in at most one bar by which it comes in and one by which it leaves; its
 * change of amount stands in a third. What came in and left between the two moments stands in both. Source: Domain §15.
 */
export function bridgeOf(currency: string, opening: Total, groups: readonly Group[]): Bridge {
  const totals = new Map<BarKey, Total>(bars.map((key) => [key, { count: 0, amount: 0 }]));
  const add = (key: BarKey, count: number, amount: number) => {
    const total = totals.get(key)!;
    total.count += count;
    total.amount += amount;
  };
  for (const group of groups) {
    const { count, currencyBefore } = group;
    const same = currencyBefore === group.currency;
    const wasIn = group.before === 'in' && currencyBefore === currency;
    const here = group.currency === currency;
    const isIn = group.after === 'in' && here;
    const passedBy = !wasIn && !isIn && group.between && here;
    if (wasIn && same) {
      add('grew', group.grew.count, group.grew.amount);
      add('shrank', group.shrank.count, group.shrank.amount);
    }
    if ((isIn && !wasIn) || passedBy)
      add(group.before === 'in' ? 'handedIn' : entryOf[group.before], count, group.amount);
    if ((wasIn && !isIn) || passedBy) {
      const left = same || passedBy ? group.amount : group.amountBefore;
      add(group.after === 'in' ? 'handedOut' : exitOf[group.after], count, -left);
    }
  }
  const steps = bars.map((key) => ({ key, ...totals.get(key)! }));
  return {
    currency,
    opening,
    bars: steps,
    closing: {
      count: opening.count + steps.reduce((sum, bar) => sum + signed(bar), 0),
      amount: opening.amount + steps.reduce((sum, bar) => sum + bar.amount, 0),
    },
  };
}

/** Deals that come in are counted up, those that leave down; a change of amount counts nobody. */
function signed({ key, count }: Bar): number {
  if ((entryBars as readonly string[]).includes(key)) return count;
  return (exitBars as readonly string[]).includes(key) ? -count : 0;
}
