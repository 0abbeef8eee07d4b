import { z } from 'zod';
import { inBoth } from '#shared/input-words.ts';

/** A calendar day 'YYYY-MM-DD'. It has no time zone; arithmetic never touches a clock. */
export type Day = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MS_PER_DAY = 86_400_000;

export function isDay(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}

export const Day = z
  .string()
  .refine(isDay, {
    error: inBoth({ zh: '请填写有效的日期，如 2026-11-22', en: 'Enter a valid day such as 2026-11-22' }),
  })
  .meta({ format: 'date' });

/** Instant in UTC, ISO 8601 with milliseconds and 'Z'. */
export type Instant = string;
export const Instant = z.iso.datetime({ offset: false });

export function addDays(day: Day, days: number): Day {
  return new Date(epoch(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((epoch(to) - epoch(from)) / MS_PER_DAY);
}

/** The calendar day of an instant in an IANA time zone. */
export function dayOf(at: Instant | Date, timeZone = 'Asia/Shanghai'): Day {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    formats.set(timeZone, format);
  }
  return format.format(new Date(at));
}

// Making one costs a hundred times as much as using it; there are some four hundred time zones.
const formats = new Map<string, Intl.DateTimeFormat>();

function epoch(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
