import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AdviserAnswers, advise, effortOf, matchOf, purchaseOf } from '#method/adviser.ts';
import { advisedPlaybooks, trades, valueTypes, variables } from '#method/adviser-words.ts';

const all = Object.keys(advisedPlaybooks);
const some = <T extends object>(words: T) => fc.constantFrom(...(Object.keys(words) as (keyof T & string)[]));
const axis = fc.integer({ min: 0, max: 100 });
const anyAnswers = fc.record(
  {
    valueType: some(valueTypes),
    importance: axis,
    substitution: axis,
    theirs: axis,
    ours: axis,
    trade: some(trades),
    size: some(variables.size),
    time: some(variables.time),
    influence: some(variables.influence),
    decision: some(variables.decision),
    relations: some(variables.relations),
    competition: some(variables.competition),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<AdviserAnswers>;
const pointsOf = (answers: AdviserAnswers, playbook: string) =>
  advise(answers, all).ranking.find((one) => one.playbook === playbook)!.points;

describe('given the value type alone', () => {
  test.each([
    ['intrinsic', undefined, 'visit', 'transactional'],
    ['extrinsic', undefined, 'six-step', 'consultative'],
    ['extrinsic', 'channel', 'seven-step', 'consultative'],
    ['extrinsic', 'project', 'industrial', 'consultative'],
    ['strategic', undefined, 'key-account', 'enterprise'],
  ] as const)('%s (%s) is sold by %s', (valueType, trade, best, mode) => {
    expect(advise({ valueType, trade }, all)).toMatchObject({ best, advised: best, mode, warnings: [] });
  });

  test('one who decides alone, with time and no rival yet, is led along his own decision', () => {
    const answers = { valueType: 'extrinsic', decision: 'one', time: 'ample', competition: 'none' } as const;
    expect(advise(answers, all).best).toBe('buyer-cycle');
  });
});

test('the corners of both matrices', () => {
  expect(
    [
      [0, 0],
      [80, 10],
      [10, 80],
      [50, 50],
    ].map(([importance, substitution]) => purchaseOf({ importance, substitution })),
  ).toEqual(['shop', 'leverage', 'manageRisk', 'partner']);
  expect(
    [
      [0, 0],
      [80, 10],
      [10, 80],
      [50, 50],
    ].map(([theirs, ours]) => effortOf({ theirs, ours })),
  ).toEqual(['transactional', 'exposed', 'overInvestment', 'enterprise']);
  expect([purchaseOf({ importance: 1 }), effortOf({ ours: 1 })]).toEqual([undefined, undefined]);
});

test('effort that does not meet is said aloud, and so is a value type at odds with both matrices', () => {
  expect(advise({ theirs: 10, ours: 90 }, all).warnings).toEqual(['overInvestment']);
  expect(advise({ theirs: 90, ours: 10 }, all).warnings).toEqual(['exposed']);
  const odd = { valueType: 'strategic', importance: 0, substitution: 0, theirs: 0, ours: 0, size: 'small' } as const;
  expect(advise(odd, all)).toMatchObject({ best: 'visit', warnings: ['atOdds'] });
});

test('a method that the company lacks gives way to the best that it has, and both are named', () => {
  const advice = advise({ valueType: 'strategic' }, ['six-step', 'industrial', 'our-own']);
  expect(advice).toMatchObject({ best: 'key-account', advised: 'six-step' });
  expect(advice.runnerUp?.playbook).toBe('industrial');
  expect(advise({ valueType: 'strategic' }, ['our-own']).advised).toBeUndefined();
});

test('the runner-up comes with what speaks against it', () => {
  const { runnerUp } = advise({ valueType: 'extrinsic', trade: 'project' }, all);
  expect(runnerUp).toEqual({
    playbook: 'six-step',
    whyNot: [expect.objectContaining({ zh: expect.stringContaining('工程项目') })],
  });
});

test('a deal run deeper than its customer values is waste, shallower is risk', () => {
  const consult = advise({ valueType: 'extrinsic', trade: 'project' }, all);
  expect(['key-account', 'visit', 'industrial', 'six-step', 'our-own'].map((book) => matchOf(book, consult))).toEqual([
    'waste',
    'risk',
    'fits',
    'another',
    undefined,
  ]);
  expect(matchOf('visit', advise({}, all))).toBeUndefined();
});

describe('for any answers', () => {
  test('total and deterministic: six ranked methods, the best first, whatever is installed', () => {
    fc.assert(
      fc.property(anyAnswers, fc.subarray(all), (answers, installed) => {
        const advice = advise(answers, installed);
        expect(advice).toEqual(advise({ ...answers }, installed.toReversed()));
        expect(advice.ranking.map(({ playbook }) => playbook).toSorted()).toEqual(all.toSorted());
        expect(advice.ranking[0]!.playbook).toBe(advice.best);
        expect(advice.advised === undefined).toBe(installed.length === 0);
        expect([...installed, undefined]).toContain(advice.advised);
        expect(advice.runnerUp?.playbook).not.toBe(advice.advised ?? advice.best);
        const points = advice.ranking.map((one) => one.points);
        expect(points).toEqual(points.toSorted((a, b) => b - a));
      }),
    );
  });

  test('monotone: towards partnership and towards effort on both sides the enterprise gains, the simple sale loses', () => {
    fc.assert(
      fc.property(anyAnswers, axis, axis, axis, axis, axis, axis, (answers, a, b, c, d, more, moreStill) => {
        const low = { ...answers, importance: a, substitution: b, theirs: c, ours: d };
        const high = {
          ...low,
          importance: Math.max(a, more),
          substitution: Math.max(b, moreStill),
          theirs: Math.max(c, more),
          ours: Math.max(d, moreStill),
        };
        expect(pointsOf(high, 'key-account')).toBeGreaterThanOrEqual(pointsOf(low, 'key-account'));
        expect(pointsOf(high, 'visit')).toBeLessThanOrEqual(pointsOf(low, 'visit'));
      }),
    );
  });

  test('the value type stands when both matrices agree with it, whatever else was answered', () => {
    fc.assert(
      fc.property(anyAnswers, some(valueTypes), (answers, valueType) => {
        const at = { intrinsic: [0, 0, 0, 0], extrinsic: [10, 90, 90, 10], strategic: [90, 90, 90, 90] }[valueType];
        const [importance, substitution, theirs, ours] = at;
        const { mode, warnings } = advise({ ...answers, valueType, importance, substitution, theirs, ours }, all);
        expect(mode).toBe(
          { intrinsic: 'transactional', extrinsic: 'consultative', strategic: 'enterprise' }[valueType],
        );
        expect(warnings).not.toContain('atOdds');
      }),
    );
  });

  test('answers survive the wire', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(AdviserAnswers.parse(answers)).toEqual(answers);
      }),
    );
  });
});
