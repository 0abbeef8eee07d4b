import { addDays, type Day, type Instant } from '#shared/day.ts';

/** The sample company lives relative to the day it is loaded on: −30 is thirty days ago, whenever that is. */
export type Offset = number;

const MINUTE = 60_000;

/** That day, or the Friday before when it falls on a weekend. Keeps the order of days. */
export function workDay(today: Day, offset: Offset): Day {
  const day = addDays(today, offset);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, -2) : day;
}

/** A time of that day in China. @param minutes after midnight, may have decimals */
export function timeOf(day: Day, minutes: number): Instant {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + Math.round(minutes * MINUTE)).toISOString();
}

/**
 * Dates in what people say: `<+40>` becomes 3月15日, `<m+40>` 3月, `<y-300>` the year, each that many days from today.
 */
export function spoken(text: string, today: Day): string {
  return text.replaceAll(/<(m|y|)([+-]\d+)>/g, (_, unit: string, offset: string) => {
    const [year, month, day] = workDay(today, Number(offset)).split('-').map(Number);
    if (unit === 'y') return `${year}年`;
    return unit === 'm' ? `${month}月` : `${month}月${day}日`;
  });
}

/** `spoken` for every text in a value. */
export function spokenIn<T>(value: T, today: Day): T {
  if (typeof value === 'string') return spoken(value, today) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => spokenIn(item, today)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spokenIn<unknown>(item, today)])) as T;
}

/** A number below `below` that is always the same for the same text: what chance decides in the sample. */
export function chance(text: string, below: number): number {
  let hash = 2_166_136_261;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 16_777_619);
  return ((hash ^ (hash >>> 15)) >>> 0) % below;
}
