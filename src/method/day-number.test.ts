import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '#shared/day.ts';
import { dayNumber } from '#method/day-number.ts';

test('the difference of two day numbers is the days between, over all leap years', () => {
  const day = fc.integer({ min: -200_000, max: 400_000 }).map((days) => addDays('2000-02-28', days));
  fc.assert(
    fc.property(day, day, (a, b) => {
      expect(dayNumber(b) - dayNumber(a)).toBe(daysBetween(a, b));
    }),
  );
});
