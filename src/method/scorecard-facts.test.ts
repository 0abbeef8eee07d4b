import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactSource } from '#method/fact-source.ts';
import { compareRivals, comparedItems, modelOf, ratedScore, underModel } from '#method/scorecard-facts.ts';
import { rivalQuestion, scorecardQuestions } from '#method/scorecard-questions.ts';
import { defaultScorecard, scorecardItems } from '#method/scorecard.ts';

const rate = (ratings: { [item: string]: number }, rivals: { [name: string]: { [item: string]: number } } = {}) =>
  ({
    values: {},
    lists: {
      ratings: Object.entries(ratings).map(([item, rating]) => ({ name: item, item, rating })),
      rivalRatings: Object.entries(rivals).flatMap(([name, marks]) => [
        { name },
        ...Object.entries(marks).map(([item, rating]) => ({ name, item, rating })),
      ]),
    },
  }) as FactSource;
const all = (rating: number) => Object.fromEntries(Object.keys(scorecardItems).map((item) => [item, rating]));
const priceOnly = {
  ...defaultScorecard,
  go: 80,
  drop: 30,
  items: [{ id: 'competition-price', name: scorecardItems['competition-price'], weight: 10 }],
};

test('without weights of its own a deal is rated by the default model', () => {
  expect(modelOf(rate({}))).toBe(defaultScorecard);
  expect(ratedScore(rate(all(3)))).toMatchObject({ score: 60, verdict: 'go' });
  expect(ratedScore({ values: {}, lists: {} })).toBeUndefined();
});

test('given a score under one model, a newer model changes it only when somebody rates again', () => {
  const first = underModel(rate({ 'competition-price': 4 }), 3, priceOnly);
  expect(first.values).toMatchObject({ 'scorecard.model': 3, 'scorecard.goLine': 80, 'scorecard.dropLine': 30 });
  expect(ratedScore(first)).toMatchObject({ score: 80, verdict: 'go', unknown: [] });
  const again = underModel(first, 4, { ...priceOnly, go: 90 });
  expect(ratedScore(again)).toMatchObject({ score: 80, verdict: 'lower' });
  expect(underModel(again, 0, defaultScorecard)).toEqual(rate({ 'competition-price': 4 }));
});

test('us beside a rival: difference, where we lose, what nobody knows', () => {
  const [rival, other] = compareRivals(
    rate(
      { fit: 4, relationship: 1, 'competition-price': 2 },
      { 甲公司: { fit: 3, relationship: 4, 'competition-price': 4 }, 乙公司: {} },
    ),
  );
  expect(rival).toMatchObject({
    name: '甲公司',
    behind: ['relationship', 'competition-price'],
    unknown: ['competition-product', 'competition-solution', 'competition-service'],
  });
  // (15·1 − 15·3 − 5·2) of 35·5
  expect(rival!.lead).toBe(-23);
  expect(other).toMatchObject({ name: '乙公司', theirs: 0, behind: [] });
  expect(other).not.toHaveProperty('lead');
});

test('rivals that are known from elsewhere stand there to be rated', () => {
  const facts: FactSource = { values: {}, lists: { rivals: [{ name: '丙公司' }] } };
  expect(compareRivals(facts).map(({ name }) => name)).toEqual(['丙公司']);
});

test('an item without weight is not compared', () => {
  const facts = underModel(rate({ fit: 1 }, { 甲公司: { fit: 5 } }), 1, priceOnly);
  expect(compareRivals(facts)[0]).toMatchObject({ behind: [], unknown: ['competition-price'] });
});

test('changing places turns the lead round, and what is behind is where theirs is higher', () => {
  const marks = fc.dictionary(fc.constantFrom(...comparedItems), fc.integer({ min: 0, max: 5 }));
  fc.assert(
    fc.property(marks, marks, (ours, theirs) => {
      const [there] = compareRivals(rate(ours, { 对手: theirs }));
      const [back] = compareRivals(rate(theirs, { 我们: ours }));
      expect(there!.lead === undefined ? undefined : -there!.lead + 0).toBe(
        back!.lead === undefined ? undefined : back!.lead + 0,
      );
      expect(there!.behind.toSorted()).toEqual(
        comparedItems.filter((item) => (ours[item] ?? 9) < (theirs[item] ?? -1)).toSorted(),
      );
      expect(there!.unknown).toEqual(comparedItems.filter((item) => !(item in ours && item in theirs)));
      expect(there!.ours).toBe(back!.theirs);
    }),
  );
});

test('every item has its question, and a rival is asked about by name', () => {
  expect(Object.keys(scorecardQuestions).toSorted()).toEqual(Object.keys(scorecardItems).toSorted());
  for (const item of comparedItems) expect(rivalQuestion(item, '$&公司').zh).toContain('$&公司');
});
