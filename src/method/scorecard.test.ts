import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeDeal } from '#method/grade.ts';
import { defaultScorecard, scoreDeal } from '#method/scorecard.ts';

const ids = defaultScorecard.items.map(({ id }) => id);
const all = (rating: number) => Object.fromEntries(ids.map((id) => [id, rating]));

test('all best is 100 and go, all worst is 0 and drop, between is lower contact', () => {
  expect(scoreDeal(all(5))).toMatchObject({ score: 100, ceiling: 100, verdict: 'go', unknown: [] });
  expect(scoreDeal(all(0))).toMatchObject({ score: 0, ceiling: 0, verdict: 'drop' });
  expect(scoreDeal(all(2.5))).toMatchObject({ score: 50, verdict: 'lower' });
});
test('the lines themselves: 60 is go, 40 is lower contact', () => {
  expect(scoreDeal(all(3)).verdict).toBe('go');
  expect(scoreDeal(all(2)).verdict).toBe('lower');
});
test('what is unknown counts for nothing, and the evaluation is unfinished while it can turn the decision', () => {
  const score = scoreDeal({ size: 5, fit: 5 });
  expect(score).toMatchObject({ score: 30, ceiling: 100, verdict: 'unfinished', asItStands: 'drop' });
  expect(score.unknown.map(({ id }) => id)).toEqual(ids.filter((id) => id !== 'size' && id !== 'fit'));
});
test('unknown items do not matter once they can no longer turn it', () => {
  const { credit: _, ...known } = all(5);
  expect(scoreDeal(known)).toMatchObject({ score: 90, verdict: 'go' });
});
test('ratings out of range are taken at its end, a model without weight scores nought', () => {
  expect(scoreDeal(all(99)).score).toBe(100);
  expect(scoreDeal(all(5), { ...defaultScorecard, items: [] })).toMatchObject({ score: 0, verdict: 'drop' });
});
test('finding out an item keeps the score between what was sure and what was possible, and the parts add up', () => {
  const ratings = fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 0, max: 5 }));
  fc.assert(
    fc.property(ratings, fc.constantFrom(...ids), fc.integer({ min: 0, max: 5 }), (known, id, rating) => {
      const before = scoreDeal({ ...known, [id]: undefined });
      const after = scoreDeal({ ...known, [id]: rating });
      expect(after.score).toBeGreaterThanOrEqual(before.score);
      expect(after.score).toBeLessThanOrEqual(before.ceiling);
      expect(after.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(after.score, 0);
    }),
  );
});

test.each([
  ['2026-07-01', 0.7, 'A'],
  ['2026-05-01', 0.7, 'A'],
  ['2026-07-01', 0.4, 'B'],
  ['2026-10-01', 0.7, 'B'],
  ['2026-10-01', 0.4, 'C'],
  ['2027-06-01', 0.7, 'C'],
  ['2027-06-01', 0.4, 'D'],
  ['2026-07-01', 0.1, 'D'],
] as const)('closing %s with likelihood %d is grade %s', (close, likelihood, grade) => {
  expect(gradeDeal(close, likelihood, '2026-06-01')).toBe(grade);
});
