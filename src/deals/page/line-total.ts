import type { DealLine } from '#deals/deal.ts';

/** Quantity (at most four decimals) × unit price, rounded half up to the minor unit, without binary fractions. */
export function lineAmount({ quantity, unitPrice }: Pick<DealLine, 'quantity' | 'unitPrice'>): number {
  const tenThousandths = BigInt(Math.round(quantity * 1e4));
  return Number((tenThousandths * BigInt(unitPrice) + 5_000n) / 10_000n);
}

export function totalOf(lines: readonly Pick<DealLine, 'quantity' | 'unitPrice'>[]): number {
  return lines.reduce((sum, line) => sum + lineAmount(line), 0);
}
