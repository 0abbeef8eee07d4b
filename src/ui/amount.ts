import type { Lang } from '#shared/messages.ts';
import type { Money } from '#shared/money.ts';

/** Decimal places of a currency: 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** The amount to the last cent: '¥12,805,000.00'. */
export function exactAmount({ amount, currency }: Money, lang: Lang): string {
  return new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en', { style: 'currency', currency }).format(
    amount / 10 ** minorDigits(currency),
  );
}

/** As people say it: 1,280.5万, 1.23亿; in English 12.8M. Small amounts are said in full. */
export function shortAmount({ amount, currency }: Money, lang: Lang): string {
  const value = amount / 10 ** minorDigits(currency);
  const size = Math.abs(value);
  if (lang === 'en') {
    return new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
      ...(size >= 10_000
        ? { notation: 'compact' as const, maximumSignificantDigits: 4 }
        : { maximumFractionDigits: 0, minimumFractionDigits: 0 }),
    }).format(value);
  }
  // 99,999,999 would round to 10,000万: it is said as 1亿.
  const [unit, word] = size >= 99_995_000 ? [1e8, '亿'] : size >= 10_000 ? [1e4, '万'] : [1, ''];
  const inUnits = size / unit;
  const digits = unit === 1 ? 0 : inUnits < 100 ? 2 : 1;
  const shown = new Intl.NumberFormat('zh-CN', {
    style: 'currency',
    currency,
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  });
  return shown.format(value / unit) + word;
}
