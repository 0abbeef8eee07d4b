import { addDays, type Day } from '#shared/day.ts';
import type { Span } from '#funnel/funnel.ts';

export const spanKeys = ['year', 'quarter', 'lastQuarter', 'thisYear'] as const;
export type SpanKey = (typeof spanKeys)[number];

const quarterStart = (day: Day): Day => {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
};

/** The spans that people ask for most, ending today or earlier; both days belong to them. */
export function spanOf(key: SpanKey, today: Day): Span {
  const endOfLast = addDays(quarterStart(today), -1);
  const spans: { readonly [key in SpanKey]: Span } = {
    year: { from: addDays(today, -364), to: today },
    quarter: { from: quarterStart(today), to: today },
    lastQuarter: { from: quarterStart(endOfLast), to: endOfLast },
    thisYear: { from: `${today.slice(0, 4)}-01-01`, to: today },
  };
  return spans[key];
}

/** For a comparison the day before the span is the first of the two: what changes within the span follows it. */
export function comparedOver(key: SpanKey, today: Day): Span {
  const { from, to } = spanOf(key, today);
  return { from: addDays(from, -1), to };
}
