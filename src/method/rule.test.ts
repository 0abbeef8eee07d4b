import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FactSource, noFacts } from '#method/fact-source.ts';
import type { Rule, Truth } from '#method/rule.ts';
import { compileRule, negate } from '#method/rule-compile.ts';
import { type Explanation, explainRule, unsatisfied } from '#method/rule-explain.ts';
import { ruleProblems } from '#method/rule-problems.ts';

const scope = { buyerStages: ['first', 'second', 'third'] };
const facts: FactSource = {
  values: {
    'budget.state': 'approved',
    'deal.amount': 5_000_000,
    'buyer.stage': 'second',
    'purchase.tenderOn': '2026-11-15',
  },
  lists: {
    stakeholders: [
      { name: '李工', roles: ['user', 'evaluator'], relationship: 'interacting', coach: false },
      { name: '王总', roles: ['decider'], coach: false, style: 'tiger' },
    ],
    rivals: [],
  },
};
const truth = (rule: Rule, source = facts) => compileRule(rule, scope)(source);
const count = (params: Record<string, string | boolean | number>, operators: object): Rule => ({
  fact: 'stakeholders.count',
  with: params,
  ...operators,
});

describe('comparisons', () => {
  test.each<[string, Rule, Truth]>([
    ['is', { fact: 'budget.state', is: 'approved' }, true],
    ['isNot', { fact: 'budget.state', isNot: 'approved' }, false],
    ['one of', { fact: 'budget.state', oneOf: ['none', 'approved'] }, true],
    ['a scale knows its order', { fact: 'budget.state', atLeast: 'requested' }, true],
    ['at most on a scale', { fact: 'budget.state', atMost: 'requested' }, false],
    ['numbers', { fact: 'deal.amount', atLeast: 5_000_000 }, true],
    ['days', { fact: 'purchase.tenderOn', atMost: '2026-11-14' }, false],
    ["the buyer's steps in the playbook's order", { fact: 'buyer.stage', atLeast: 'third' }, false],
    ['what nobody recorded is unknown', { fact: 'deal.grade', is: 'A' }, null],
    ['a record is there', { fact: 'budget.state', recorded: true }, true],
    ['a record is awaited', { fact: 'deal.grade', recorded: true }, null],
    ['there is no record', { fact: 'deal.grade', recorded: false }, true],
    ['an empty list counts nought', { fact: 'rivals.count', atMost: 0 }, true],
    ['an absent list is unknown', { fact: 'proposals.count', atLeast: 1 }, null],
    ['a person may have several roles', count({ role: 'evaluator' }, { atLeast: 1 }), true],
    ['whose relationship is at least', count({ role: 'user', relationshipAtLeast: 'trusted' }, { atLeast: 1 }), false],
    [
      'not recorded for the only candidate',
      count({ role: 'decider', relationshipAtLeast: 'trusted' }, { atLeast: 1 }),
      null,
    ],
    ['known or not is never unknown', count({ styleKnown: false }, { atMost: 1 }), true],
    [
      'unknown details do not matter when the bound holds anyway',
      count({ relationshipAtLeast: 'trusted' }, { atMost: 1 }),
      true,
    ],
  ])('%s', (_, rule, expected) => {
    expect(truth(rule)).toBe(expected);
  });
});

describe('three-valued logic', () => {
  const leaf = fc.constantFrom<Rule>(
    { fact: 'budget.state', is: 'approved' },
    { fact: 'budget.state', is: 'none' },
    { fact: 'deal.grade', is: 'A' },
    count({ role: 'decider' }, { atLeast: 1 }),
    count({ role: 'decider', relationshipAtLeast: 'trusted' }, { atLeast: 1 }),
  );
  const rules = fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('rule').map((not) => ({ not })),
    ),
  })).rule;

  test('de Morgan', () => {
    fc.assert(
      fc.property(rules, rules, (a, b) => {
        expect(truth({ not: { all: [a, b] } })).toBe(truth({ any: [{ not: a }, { not: b }] }));
        expect(truth({ not: { any: [a, b] } })).toBe(truth({ all: [{ not: a }, { not: b }] }));
      }),
    );
  });
  test('no twice is yes; order and repetition do not matter; all absorbs any', () => {
    fc.assert(
      fc.property(rules, rules, (a, b) => {
        expect(truth({ not: { not: a } })).toBe(truth(a));
        expect(truth({ all: [a, b] })).toBe(truth({ all: [b, a, a] }));
        expect(truth({ all: [a, { any: [a, b] }] })).toBe(truth(a));
      }),
    );
  });
  test('learning a fact never turns yes into no or no into yes', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const before = truth(rule, noFacts);
        expect([null, truth(rule)]).toContain(before);
      }),
    );
  });
  test('the explanation agrees with the value in every part, and what is unsatisfied is what bars', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const explanation = explainRule(rule, facts, scope);
        expect(explanation.truth).toBe(truth(rule));
        expect(recombined(explanation)).toBe(explanation.truth);
        expect(unsatisfied(explanation).length === 0).toBe(explanation.truth === true);
      }),
    );
  });
  test('a rule survives JSON', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(ruleProblems(rule, scope)).toEqual([]);
        expect(truth(JSON.parse(JSON.stringify(rule)) as Rule)).toBe(truth(rule));
      }),
    );
  });
});

function recombined({ kind, truth: own, parts = [] }: Explanation): Truth {
  const truths = parts.map(recombined);
  if (kind === 'fact') return own;
  if (kind === 'not') return negate(truths[0]!);
  const decisive = kind === 'any';
  if (truths.includes(decisive)) return decisive;
  return truths.includes(null) ? null : !decisive;
}

describe('explanations', () => {
  test('say what is and what was wanted, in both languages, with names', () => {
    const rule = count({ role: 'evaluator', relationshipAtLeast: 'acquainted' }, { atLeast: 2 });
    expect(explainRule(rule, facts, scope).words).toEqual({
      zh: '关键人数（角色：评估者，关系不低于：认识）：1（李工）；要求至少 2',
      en: 'number of people (role: evaluator, relationship at least: acquainted): 1 (李工); wanted at least 2',
    });
  });
  test.each([
    [true, '关键人数（有表现证明的教练、引路人）：'],
    [false, '关键人数（有表现证明的教练、引路人：否）：'],
  ])('name a yes as what holds, and say a no: %s', (coach, words) => {
    expect(explainRule(count({ coach }, { atLeast: 1 }), facts, scope).words.zh).toContain(words);
  });
  test('say that nobody has recorded it', () => {
    expect(explainRule({ fact: 'deal.grade', recorded: true }, facts, scope).words).toEqual({
      zh: '项目等级：尚未记录；要求有记录',
      en: 'deal grade: not recorded yet; wanted a record',
    });
  });
  test('say that details are missing', () => {
    expect(explainRule(count({ relationshipAtLeast: 'interacting' }, { is: 2 }), facts, scope).words.en).toContain(
      '1 to 2',
    );
  });
  test('show money in major units', () => {
    expect(explainRule({ fact: 'deal.amount', oneOf: [100] }, facts, scope).words.en).toBe(
      'expected amount: 50,000; wanted one of 1',
    );
  });
});

describe('problems in a rule as written', () => {
  test.each<[string, unknown, string]>([
    ['not an object', 'yes', ''],
    ['two heads', { all: [], any: [] }, ''],
    ['an empty list', { all: [] }, 'all'],
    ['a stray key', { not: { fact: 'deal.amount', is: 1 }, note: 1 }, 'note'],
    ['an unknown fact', { fact: 'deal.mood', is: 'good' }, 'fact'],
    ['a name of the language itself', { fact: 'toString', is: 1 }, 'fact'],
    ['an unknown parameter', count({ mood: 'good' }, { atLeast: 1 }), 'with.mood'],
    ['a parameter on a single fact', { fact: 'deal.amount', with: { role: 'user' }, is: 1 }, 'with.role'],
    ['a wrong parameter value', count({ role: 'king' }, { atLeast: 1 }), 'with.role'],
    ['with that is no object', { fact: 'stakeholders.count', with: 1, is: 1 }, 'with'],
    ['no operator', { fact: 'deal.amount' }, ''],
    ['two operators', { fact: 'deal.amount', is: 1, isNot: 2 }, ''],
    ['an order where there is none', { fact: 'deal.grade', atLeast: 'B' }, 'atLeast'],
    ['a number for a word', { fact: 'budget.state', is: 3 }, 'is'],
    ['a word for a number', { fact: 'deal.amount', is: 'much' }, 'is'],
    ['a word for yes or no', { fact: 'deal.needExplicit', is: 'yes' }, 'is'],
    ['no such day', { fact: 'purchase.tenderOn', is: '2026-02-30' }, 'is'],
    ['a step the buyer does not have', { fact: 'buyer.stage', is: 'fourth' }, 'is'],
    ['recorded that is not yes or no', { fact: 'deal.amount', recorded: 1 }, 'recorded'],
    ['one of nothing', { fact: 'deal.amount', oneOf: [] }, 'oneOf'],
    ['one of with a wrong item', { all: [{ fact: 'deal.amount', oneOf: [1, 'x'] }] }, 'all.0.oneOf.1'],
  ])('%s', (_, rule, at) => {
    const problems = ruleProblems(rule, scope);
    expect(problems.map(({ path }) => path.join('.'))).toContain(at);
    for (const { words } of problems) expect(words.zh).not.toBe(words.en);
  });
});
