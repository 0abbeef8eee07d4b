import { z } from 'zod';
import { inBoth } from '#shared/input-words.ts';

/** A calendar day 'YYYY-MM-DD'. It has no time zone; arithmetic never touches a clock. */
export type Day = string;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;

export function isDay(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
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
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(at));
}

function epoch(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
