import type { Day } from '#shared/day.ts';

/**
 * Days since 0000-03-01 in the Gregorian calendar, by arithmetic alone: re-scoring a portfolio ages millions of
 * records, and parsing dates would be most of the work. The difference of two is `daysBetween`.
 */
export function dayNumber(day: Day): number {
  const month = digit(day, 5) * 10 + digit(day, 6);
  const date = digit(day, 8) * 10 + digit(day, 9);
  // Years begin in March, so that the leap day is the last of its year.
  const year = digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3) - (month <= 2 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const monthFromMarch = (month + 9) % 12;
  return year * 365 + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + date - 1;
}

function digit(day: Day, at: number): number {
  return day.charCodeAt(at) - 48;
}
