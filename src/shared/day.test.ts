import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, isDay } from '#shared/day.ts';

test.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('%s is a day', (text) => {
  expect(isDay(text)).toBe(true);
});

test.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-01', '2026-01-00', 'x'])(
  '%s is none',
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);

test('every day that a calendar can name is a day, and counts back to where it came from', () => {
  const days = fc.integer({ min: -200_000, max: 200_000 });
  fc.assert(
    fc.property(days, (count) => {
      const day = addDays('2026-01-01', count);
      expect(isDay(day)).toBe(true);
      expect(daysBetween('2026-01-01', day)).toBe(count);
    }),
  );
});
