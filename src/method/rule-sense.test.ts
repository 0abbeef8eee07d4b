import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactSource } from '#method/fact-source.ts';
import type { Rule } from '#method/rule.ts';
import { compileRule } from '#method/rule-compile.ts';
import { alwaysHolds, neverHolds } from '#method/rule-sense.ts';

const scope = { buyerStages: ['first', 'second', 'third'] };
const people = (limits: Record<string, string | boolean>, compared: object): Rule => ({
  fact: 'stakeholders.count',
  with: limits,
  ...compared,
});

describe('a rule that never holds', () => {
  test.each<[string, Rule]>([
    ['at least five and at most three', { all: [people({}, { atLeast: 5 }), people({}, { atMost: 3 })] }],
    [
      'one value and another',
      {
        all: [
          { fact: 'budget.state', is: 'none' },
          { fact: 'budget.state', is: 'approved' },
        ],
      },
    ],
    ['yes and no', { all: [{ fact: 'bid.submitted', is: true }, { not: { fact: 'bid.submitted', is: true } }] }],
    ['a percentage over a hundred', { fact: 'information.people', atLeast: 120 }],
    ['a count below nought', people({}, { atMost: -1 })],
    [
      'a scale the wrong way round',
      {
        all: [
          { fact: 'budget.state', atLeast: 'approved' },
          { fact: 'budget.state', atMost: 'expected' },
        ],
      },
    ],
    [
      "the buyer's steps the wrong way round",
      {
        all: [
          { fact: 'buyer.stage', atLeast: 'third' },
          { fact: 'buyer.stage', atMost: 'second' },
        ],
      },
    ],
    [
      'a day before and after',
      {
        all: [
          { fact: 'purchase.tenderOn', atLeast: '2026-05-02' },
          { fact: 'purchase.tenderOn', atMost: '2026-05-01' },
        ],
      },
    ],
    [
      'recorded and not recorded',
      {
        all: [
          { fact: 'deal.grade', recorded: false },
          { fact: 'deal.grade', is: 'A' },
        ],
      },
    ],
    ['what waits for a record, turned round', { not: { fact: 'deal.grade', recorded: true } }],
    ['more deciders than people', { all: [people({ role: 'decider' }, { atLeast: 2 }), people({}, { atMost: 1 })] }],
    ['every way of any', { any: [{ fact: 'information.people', atLeast: 101 }, people({}, { atMost: -1 })] }],
  ])('%s', (_, rule) => {
    expect(neverHolds(rule, scope)).toBeDefined();
    expect(alwaysHolds(rule, scope)).toBe(false);
  });

  test('names the comparisons that exclude each other, and no others', () => {
    const [five, three] = [people({}, { atLeast: 5 }), people({}, { atMost: 3 })];
    const rule = { all: [{ fact: 'bid.submitted', is: true }, five, three] };
    expect(neverHolds(rule, scope)?.map(({ comparison }) => comparison)).toEqual([five, three]);
  });
});

describe('a rule that bars nothing', () => {
  test.each<[string, Rule]>([
    ['a count of nought or more', people({}, { atLeast: 0 })],
    [
      'yes or no',
      {
        any: [
          { fact: 'bid.submitted', is: true },
          { fact: 'bid.submitted', is: false },
        ],
      },
    ],
    ['the first step of a scale or further', { fact: 'budget.state', atLeast: 'none' }],
    ['up to a hundred per cent', { fact: 'information.people', atMost: 100 }],
  ])('%s', (_, rule) => {
    expect(alwaysHolds(rule, scope)).toBe(true);
    expect(neverHolds(rule, scope)).toBeUndefined();
  });
});

test.each<[string, Rule]>([
  ['a range', { all: [people({}, { atLeast: 2 }), people({}, { atMost: 3 })] }],
  ['the same number from both sides', { all: [people({}, { atLeast: 3 }), people({}, { atMost: 3 })] }],
  ['different limits', { all: [people({ role: 'decider' }, { atLeast: 2 }), people({ role: 'user' }, { atMost: 1 })] }],
  ['fewer deciders than people', { all: [people({ role: 'decider' }, { atMost: 0 }), people({}, { atLeast: 5 })] }],
  ['a record, whatever it says', { fact: 'purchase.tenderOn', recorded: true }],
  ['no record', { fact: 'purchase.tenderOn', recorded: false }],
  [
    'no record of people, and none counted',
    { all: [people({}, { recorded: false }), { fact: 'bid.submitted', is: true }] },
  ],
  [
    'either of two',
    {
      any: [
        { fact: 'budget.state', is: 'none' },
        { fact: 'budget.state', is: 'approved' },
      ],
    },
  ],
])('%s is nothing to speak of', (_, rule) => {
  expect(neverHolds(rule, scope)).toBeUndefined();
  expect(alwaysHolds(rule, scope)).toBe(false);
});

const either = (n: number): Rule => ({ any: [people({}, { is: n }), people({}, { is: n + 1 })] });

test('a rule of more ways than can be looked through is left alone', () => {
  const rule: Rule = { all: Array.from({ length: 14 }, (_, n) => either(n)) };
  expect(neverHolds(rule, scope)).toBeUndefined();
});

const comparison: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ fact: fc.constant('bid.submitted'), is: fc.boolean() }),
  fc.record({ fact: fc.constant('bid.submitted'), recorded: fc.boolean() }),
  fc.record({ fact: fc.constant('budget.state'), atLeast: fc.constantFrom('none', 'requested', 'inPlace') }),
  fc.record({ fact: fc.constant('budget.state'), isNot: fc.constantFrom('none', 'requested') }),
  fc.record({ fact: fc.constant('stakeholders.count'), atLeast: fc.integer({ min: 0, max: 3 }) }),
  fc.record({
    fact: fc.constant('stakeholders.count'),
    with: fc.constant({ role: 'decider' }),
    atMost: fc.integer({ min: 0, max: 3 }),
  }),
);
const { rule: anyRule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    comparison,
    fc.record({ not: tie('rule') }),
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
  ),
}));
const anyFacts: fc.Arbitrary<FactSource> = fc
  .record({
    submitted: fc.option(fc.boolean(), { nil: undefined }),
    budget: fc.option(fc.constantFrom('none', 'expected', 'requested', 'approved', 'inPlace'), { nil: undefined }),
    people: fc.option(fc.array(fc.constantFrom('decider', 'user'), { maxLength: 4 }), { nil: undefined }),
  })
  .map(({ submitted, budget, people }) => ({
    values: {
      ...(submitted !== undefined && { 'bid.submitted': submitted }),
      ...(budget && { 'budget.state': budget }),
    },
    lists: people ? { stakeholders: people.map((role) => ({ name: role, roles: [role] })) } : {},
  }));

test('what is said never to hold never does, and what bars nothing is never no', () => {
  fc.assert(
    fc.property(anyRule, anyFacts, (rule, facts) => {
      const truth = compileRule(rule, scope)(facts);
      const belied = neverHolds(rule, scope) ? truth === true : alwaysHolds(rule, scope) && truth === false;
      expect(belied).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
