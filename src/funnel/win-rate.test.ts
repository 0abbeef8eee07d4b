import { expect, test } from 'vitest';
import { wilson } from '#funnel/win-rate.ts';

test('of nothing nothing is said', () => {
  expect(wilson(0, 0)).toBeNull();
});

test('few deals say little, many say much', () => {
  // Figures of Wilson's interval from the literature.
  expect(wilson(8, 10)!.low).toBeCloseTo(0.4902, 4);
  expect(wilson(8, 10)!.high).toBeCloseTo(0.9433, 4);
  expect(wilson(0, 10)!.low).toBe(0);
  expect(wilson(0, 10)!.high).toBeCloseTo(0.2775, 4);
  expect(wilson(10, 10)!.high).toBeCloseTo(1, 12);
  expect(wilson(800, 1000)!.high - wilson(800, 1000)!.low).toBeLessThan(0.051);
});
