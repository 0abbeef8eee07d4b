import { describe, expect, test } from 'vitest';
import { appliedRules, CompanyLint } from '#method/lint/company-lint.ts';
import { lintCatalogue } from '#method/lint/lint-catalogue.ts';
import { waivedApart } from '#method/lint/lint.ts';
import { conditionProblems, LintRule, type LintRuleText } from '#method/lint/lint-rule.ts';

const own: LintRuleText = {
  id: 'own-no-visit-of-leaders',
  name: { zh: '大单没有高层互访', en: 'no executive visit' },
  severity: 'warning',
  when: {
    all: [
      { fact: 'deal.amount', atLeast: { param: 'amount' } },
      { fact: 'people.deciderReach', atMost: 'throughOthers' },
    ],
  },
  says: { zh: '金额 {deal.amount}，还没有高层互访', en: 'Worth {deal.amount}, no executive visit' },
  params: [{ id: 'amount', name: { zh: '金额', en: 'amount' }, unit: 'count', value: 5_000_000_00, max: 1e12 }],
  cure: { act: { zh: '请领导出面', en: 'bring in a leader' } },
};

const put = (company: unknown) => appliedRules(CompanyLint.parse(company));
const rule = (id: string, company: unknown) => put(company).find((one) => one.id === id);

describe('a company', () => {
  test('switches a rule off, weighs it otherwise, tunes its numbers', () => {
    expect(rule('slipped', { changed: { slipped: { off: true } } })).toBeUndefined();
    const tuned = rule('slipped', { changed: { slipped: { severity: 'hint', params: { times: 3 } } } });
    expect(tuned).toMatchObject({ severity: 'hint', condition: { fact: 'deal.closeSlips', atLeast: 3 } });
  });

  test('gets what ships where its number is out of range or its rule is gone', () => {
    expect(rule('slipped', { changed: { slipped: { params: { times: 99 } }, gone: { off: true } } })).toMatchObject({
      condition: { atLeast: 2 },
    });
    expect(put({})).toHaveLength(lintCatalogue.length);
  });

  test('writes rules of its own in the same language', () => {
    expect(rule(own.id, { own: [own] })).toMatchObject({ condition: { all: [{ atLeast: 5_000_000_00 }, {}] } });
  });
});

test.each([
  ['a fact that nobody knows', { fact: 'deal.mood', is: 1 }, [], 'deal.mood'],
  ['a parameter that is not declared', { fact: 'deal.closeSlips', atLeast: { param: 'times' } }, [], 'times'],
  [
    'a parameter that is not used',
    { fact: 'deal.closeSlips', atLeast: 2 },
    [{ id: 'idle', name: own.name, unit: 'count', value: 1, min: 0, max: 9 }],
    'idle',
  ],
  ['a word in place of a number', { fact: 'deal.closeSlips', atLeast: 'two' }, [], 'number'],
  ['an order where there is none', { fact: 'entry.period', atLeast: 'guiding' }, [], 'order'],
] as const)('%s is explained in both languages', (_name, when, params, mentions) => {
  const problems = conditionProblems({ when, params: [...params] as LintRule['params'] });
  expect(problems).not.toEqual([]);
  expect(problems.some(({ words }) => words.en.includes(mentions) && words.zh !== '')).toBe(true);
  expect(LintRule.safeParse({ ...own, when, params }).success).toBe(false);
});

test('a waiver holds through its last day and then ends by itself', () => {
  const findings = [{ rule: 'slipped' }, { rule: 'no-budget' }];
  const waivers = [{ rule: 'slipped', until: '2026-06-01' }];
  expect(waivedApart(findings, waivers, '2026-06-01')).toEqual({
    standing: [{ rule: 'no-budget' }],
    waived: [{ rule: 'slipped' }],
  });
  expect(waivedApart(findings, waivers, '2026-06-02').waived).toEqual([]);
});
