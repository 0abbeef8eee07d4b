import type { Tally } from '#funnel/funnel.ts';

/** A part of a tally: deals of one currency. `amount` is null where none has one. */
export type Part = { currency: string; count: number; unknown: number; amount: number | null };

/** Parts put together, currencies apart, the most used first. */
export function tally(parts: readonly Part[]): Tally {
  const byCurrency = new Map<string, { amount: number; count: number }>();
  for (const { currency, count, unknown, amount } of parts) {
    const known = byCurrency.get(currency) ?? { amount: 0, count: 0 };
    byCurrency.set(currency, { amount: known.amount + (amount ?? 0), count: known.count + count - unknown });
  }
  const amounts = [...byCurrency]
    .filter(([, { count }]) => count > 0)
    .toSorted(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .map(([currency, { amount }]) => ({ currency, amount }));
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    unknown: parts.reduce((sum, { unknown }) => sum + unknown, 0),
    amounts,
  };
}
