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
  switch (key) {
    case 'year':
      return { from: addDays(today, -364), to: today };
    case 'quarter':
      return { from: quarterStart(today), to: today };
    case 'lastQuarter': {
      const to = addDays(quarterStart(today), -1);
      return { from: quarterStart(to), to };
    }
    case 'thisYear':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}

/** For a comparison the day before the span is the first of the two: what changes within the span follows it. */
export function comparedOver(key: SpanKey, today: Day): Span {
  const { from, to } = spanOf(key, today);
  return { from: addDays(from, -1), to };
}
