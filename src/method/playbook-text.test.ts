import { describe, expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { readPlaybook } from '#method/playbook-problems.ts';
import { parseKeptPlaybook, parsePlaybook, playbookText } from '#method/playbook-text.ts';

const good = `id: tiny
version: 1
name: {zh: 小, en: tiny}
description: {zh: 小, en: tiny}
source: {zh: 自编, en: own}
enteredLate: {zh: 晚了, en: late}
buyerStages:
  - {id: want, name: {zh: 想要, en: want}, period: guiding}
stages:
  - id: sell
    name: {zh: 卖, en: sell}
    buyerStages: [want]
    startMark: {zh: 始, en: start}
    steps: [{zh: 步, en: step}]
    endMark: {zh: 终, en: end}
    policy: {zh: 守法, en: keep the law}
    checks:
      - id: asked
        text: {zh: 问过, en: asked}
        mandatory: true
        rule: {fact: budget.state, atLeast: approved}
        verify: {zh: 看, en: look}
        next: {act: {zh: 问, en: ask}}
funnel:
  - {id: sell, name: {zh: 卖, en: sell}, stage: sell}
overview: {zh: 小, en: tiny}
`;

function problemsOf(text: string) {
  const result = parsePlaybook(text);
  return isRefusal(result) ? result.data.problems : [];
}

test('a small playbook is read, with its defaults', () => {
  expect(parsePlaybook(good)).toMatchObject({
    id: 'tiny',
    followsBuyer: false,
    stages: [
      { artifacts: [], checks: [{ halfLifeDays: 60, permanent: false, signals: [], next: { ask: [], dueInDays: 7 } }] },
    ],
  });
});

test('a version kept from before methods had a page is read, its description standing in', () => {
  const old = good.replace('overview: {zh: 小, en: tiny}\n', '');
  expect(problemsOf(old)).toMatchObject([{ at: 'overview', words: { en: 'is missing' } }]);
  expect(parseKeptPlaybook(old)).toEqual(parsePlaybook(good));
  expect(parseKeptPlaybook(good)).toEqual(parsePlaybook(good));
  for (const broken of [
    old.replace('version: 1', 'version: 0'),
    good.replace('{zh: 小, en: tiny}\n', '~\n'),
    'id: [',
  ]) {
    expect(isRefusal(parseKeptPlaybook(broken))).toBe(true);
  }
});

test('a playbook survives being written and read again', () => {
  const playbook = parsePlaybook(good);
  if (isRefusal(playbook)) throw new Error('should be read');
  expect(parsePlaybook(playbookText(playbook))).toEqual(playbook);
});

describe('problems', () => {
  test.each<[string, string, string, string, number]>([
    ['a language is missing', 'name: {zh: 卖, en: sell}\n    b', 'name: {zh: 卖}\n    b', 'stages[0].name.en', 11],
    ['a text is empty', 'endMark: {zh: 终, en: end}', "endMark: {zh: '  ', en: end}", 'stages[0].endMark.zh', 15],
    ['a field is missing', '    policy: {zh: 守法, en: keep the law}\n', '', 'stages[0].policy', 10],
    ['a field is misspelt', 'mandatory: true', 'mandatry: true', 'stages[0].checks[0].mandatry', 20],
    ['a type is wrong', 'version: 1', 'version: one', 'version', 2],
    ['a number is out of range', 'version: 1', 'version: 0', 'version', 2],
    ['an id is badly formed', 'id: tiny', 'id: Tiny one', 'id', 1],
    ['a value is not in its set', 'period: guiding', 'period: gliding', 'buyerStages[0].period', 8],
    ['a rule asks for an unknown fact', 'budget.state', 'budget.mood', 'stages[0].checks[0].rule.fact', 21],
    ['a rule compares the wrong way', 'atLeast: approved', 'atLeast: 3', 'stages[0].checks[0].rule.atLeast', 21],
    [
      'a rule names a step that the buyer does not have',
      'budget.state, atLeast: approved',
      'buyer.stage, is: buy',
      'stages[0].checks[0].rule.is',
      21,
    ],
    [
      'a stage has no check',
      good.slice(good.indexOf('    checks:'), good.indexOf('funnel:')),
      '    checks: []\n',
      'stages[0].checks',
      17,
    ],
    ["a stage runs beside no step of the buyer's", '[want]', '[wish]', 'stages[0].buyerStages[0]', 12],
    ['a funnel column has no stage', 'stage: sell', 'stage: cell', 'funnel[0].stage', 25],
    ['the deal is won after no stage', 'version: 1', 'version: 1\nwonAfter: dell', 'wonAfter', 3],
    [
      'nothing wins the deal before a stage without end',
      'endMark: {zh: 终, en: end}',
      'endMark: {zh: 终, en: end}\n    endless: true',
      'stages[0].endless',
      16,
    ],
    ['an id is used twice', 'funnel:\n', 'funnel:\n  - {id: sell, name: {zh: 卖, en: sell}}\n', 'funnel[1].id', 26],
  ])('%s', (_, from, to, at, line) => {
    expect(good).toContain(from);
    const problems = problemsOf(good.replace(from, to));
    expect(problems).toMatchObject([{ at, line }]);
    expect(problems[0]?.words.zh).not.toBe(problems[0]?.words.en);
  });

  test('all come at once, in shape, rules and references alike', () => {
    const bad = good
      .replace('version: 1', 'version: one')
      .replace('budget.state', 'budget.mood')
      .replace('stage: sell}', 'stage: cell}')
      .replace('en: step', 'fr: pas');
    expect(
      problemsOf(bad)
        .map(({ at }) => at)
        .toSorted(),
    ).toEqual([
      'funnel[0].stage',
      'stages[0].checks[0].rule.fact',
      'stages[0].steps[0].en',
      'stages[0].steps[0].fr',
      'version',
    ]);
  });
  test('in the YAML itself carry their line', () => {
    expect(problemsOf(`${good}version: 2\n`)).toMatchObject([{ at: '', line: 27 }]);
    expect(problemsOf('id: [')[0]?.words.zh).toContain('YAML');
  });
  test('a text that is no playbook at all is refused, not thrown at', () => {
    for (const text of ['', '~', '42', '[]', '- a', 'a: &a [*a]', 'stages: 1\nfunnel: x', 'x'.repeat(1_000_001)]) {
      expect(problemsOf(text).length).toBeGreaterThan(0);
    }
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [${'*a, '.repeat(9)}]\nc: &c [${'*b, '.repeat(9)}]\nd: [${'*c, '.repeat(9)}]`;
    expect(problemsOf(bomb)[0]?.words.en).toContain('YAML');
  });
  test('plain data is read without lines', () => {
    for (const raw of [undefined, null, 7, [], { stages: [null, { checks: [null, 1] }] }]) {
      expect(isRefusal(readPlaybook(raw))).toBe(true);
    }
  });
});
