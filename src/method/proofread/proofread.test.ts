import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { parsePlaybook } from '#method/playbook-text.ts';
import { reviewText } from '#method/proofread/proofread.ts';

const smallMethod = readFileSync(new URL('../../../tests/fixtures/small-method.yaml', import.meta.url), 'utf8');

const found = (text: string, against = {}) =>
  reviewText(text, against).map(({ weight, at, words }) => ({ weight, at, words: words.zh }));

function changed(from: string, to: string): string {
  expect(smallMethod).toContain(from);
  return smallMethod.replace(from, to);
}

test('a method without faults is left alone', () => {
  expect(isRefusal(parsePlaybook(smallMethod))).toBe(false);
  expect(found(smallMethod)).toEqual([]);
});

const check = (rule: string, n: number) =>
  `      - {id: c${n}, text: {zh: 甲${n}, en: a${n}}, mandatory: true, rule: ${rule}, verify: {zh: 看, en: look}, next: {act: {zh: 问, en: ask}}}\n`;

describe('doubts', () => {
  test.each<[string, string, string, 'error' | 'warning', string, string]>([
    [
      'a rule that never holds where it is no ★',
      '        rule: {fact: supplier.registered, is: true}',
      '        rule: {fact: information.people, atLeast: 101}',
      'warning',
      'stages[0].checks[1].rule',
      '永远不成立',
    ],
    [
      'a rule that bars nothing',
      'atLeast: approved}',
      'atLeast: none}',
      'warning',
      'stages[0].checks[0].rule',
      '等于没有把关',
    ],
    [
      'less that can never be accepted',
      'accept: {rule: {fact: budget.state, atLeast: expected}',
      'accept: {rule: {all: [{fact: budget.state, is: none}, {fact: budget.state, is: approved}]}',
      'warning',
      'stages[0].checks[0].accept.rule',
      '没有可接受的余地',
    ],
    [
      "a step of the buyer's that a stage left",
      'buyerStages: [buy]',
      'buyerStages: [want]',
      'warning',
      'buyerStages[1]',
      '没有任何阶段对应',
    ],
    [
      "a step of the buyer's that nobody serves",
      'period: competing}',
      'period: competing}\n  - {id: use, name: {zh: 用, en: use}, period: after}',
      'warning',
      'buyerStages[2]',
      '“用”',
    ],
    [
      'a stage whose steps are out of order',
      'buyerStages: [buy]',
      'buyerStages: [buy, want]',
      'warning',
      'stages[1].buyerStages',
      '没有按采购顺序',
    ],
    [
      'a gate that bars nothing',
      'mandatory: true\n        rule: {fact: contract.state',
      'mandatory: false\n        rule: {fact: contract.state',
      'warning',
      'stages[1]',
      '形同虚设',
    ],
    [
      'a stage that the funnel forgets',
      '  - {id: close, name: {zh: 成交, en: close}, stage: close}\n',
      '',
      'warning',
      'funnel',
      '“成交”这一列',
    ],
    [
      'a stage with narrow columns only',
      'en: close}, stage: close}',
      'en: close}, stage: close, when: {fact: bid.submitted, is: true}}',
      'warning',
      'funnel[2]',
      '都带条件',
    ],
    [
      'a column without stage at the end',
      '  - {id: accounts, name: {zh: 客户, en: accounts}}\n  - {id: open, name: {zh: 开场, en: open}, stage: open}',
      '  - {id: open, name: {zh: 开场, en: open}, stage: open}\n  - {id: accounts, name: {zh: 客户, en: accounts}}',
      'warning',
      'funnel[1]',
      '最前面',
    ],
    [
      'columns out of order',
      '  - {id: open, name: {zh: 开场, en: open}, stage: open}\n  - {id: close, name: {zh: 成交, en: close}, stage: close}',
      '  - {id: close, name: {zh: 成交, en: close}, stage: close}\n  - {id: open, name: {zh: 开场, en: open}, stage: open}',
      'warning',
      'funnel[2]',
      '先后',
    ],
    [
      'a column that another hides',
      '  - {id: close, name: {zh: 成交, en: close}, stage: close}',
      '  - {id: deposit, name: {zh: 定金, en: deposit}, stage: close, when: {fact: bid.submitted, is: true}}\n  - {id: close, name: {zh: 成交, en: close}, stage: close}',
      'warning',
      'funnel[2]',
      '永远没有数',
    ],
    [
      'a deal won while the buyer still decides',
      'version: 1',
      'version: 1\nwonAfter: open',
      'warning',
      'wonAfter',
      '“成交”还在竞争期',
    ],
    [
      'English that is Chinese',
      'en: the contract is signed',
      'en: 合同已签',
      'warning',
      'stages[1].checks[0].text.en',
      '没有翻译',
    ],
    [
      'both languages the same',
      '{zh: 看合同原件, en: see the contract}',
      '{zh: see the signed contract, en: see the signed contract}',
      'warning',
      'stages[1].checks[0].verify',
      '写成了一样',
    ],
    [
      'whom to ask in the text, and nobody chosen',
      'ask: [decider]',
      'ask: []',
      'warning',
      'stages[0].checks[0].next.act',
      '没有选',
    ],
    [
      'another place than {who}',
      'ask {who} for the budget',
      'ask {name} for the budget',
      'warning',
      'stages[0].checks[0].next.act',
      '“{name}”',
    ],
    [
      'a text missing in both languages',
      '{zh: 看合同原件, en: see the contract}',
      '{zh: "", en: ""}',
      'error',
      'stages[1].checks[0].verify',
      '中英文都没有写',
    ],
    [
      'a text missing in one',
      '{zh: 看合同原件, en: see the contract}',
      '{zh: 看合同原件, en: ""}',
      'error',
      'stages[1].checks[0].verify.en',
      '缺少英文',
    ],
    ['an id used twice', 'id: registered', 'id: budget-known', 'error', 'stages[0].checks[1].id', '重复'],
  ])('%s', (_, from, to, weight, at, words) => {
    expect(found(changed(from, to))).toEqual([{ weight, at, words: expect.stringContaining(words) as string }]);
  });

  test('a stage of ours that goes back before the one before it', () => {
    const text = smallMethod
      .replace('buyerStages: [want]', 'buyerStages: [buy]')
      .replace('buyerStages: [buy]\n    startMark: {zh: 报价', 'buyerStages: [want]\n    startMark: {zh: 报价');
    expect(found(text)).toMatchObject([
      { weight: 'error', at: 'stages[1].buyerStages', words: expect.stringContaining('相反') },
    ]);
  });

  test('a ★ rule that contradicts itself, and the stages behind its gate', () => {
    const rule = 'rule: {all: [{fact: deal.amount, atLeast: 500}, {fact: deal.amount, atMost: 300}]}';
    expect(found(changed('rule: {fact: budget.state, atLeast: approved}', rule))).toMatchObject([
      {
        weight: 'error',
        at: 'stages[0].checks[0].rule',
        words: expect.stringMatching(/自相矛盾.*至少 5，又要.*至多 3/),
      },
      { weight: 'error', at: 'stages[1]', words: expect.stringContaining('“开场”的关卡打不开') },
    ]);
  });

  test('two ★ that shut the gate together, and what lies behind it', () => {
    const text = changed(
      '        rule: {fact: supplier.registered, is: true}',
      '        mandatory: true\n        rule: {fact: budget.state, is: none}',
    );
    expect(found(text)).toMatchObject([
      { weight: 'error', at: 'stages[0].checks[1].rule', words: expect.stringContaining('“预算已批”') },
      { weight: 'error', at: 'stages[1]', words: expect.stringContaining('其后 1 个阶段') },
    ]);
  });

  test('three ★ that only together shut the gate', () => {
    const rules = [
      '{any: [{fact: bid.submitted, is: true}, {fact: budget.state, is: approved}]}',
      '{fact: bid.submitted, is: false}',
      '{fact: budget.state, isNot: approved}',
    ];
    const [head, rest] = smallMethod.split('      - id: budget-known');
    const tail = rest!.slice(rest!.indexOf('  - id: close'));
    expect(found(head! + rules.map(check).join('') + tail)).toMatchObject([
      { weight: 'error', at: 'stages[0]', words: expect.stringContaining('合在一起') },
      { weight: 'error', at: 'stages[1]' },
    ]);
  });

  test('an id that goes on with another meaning, but not one that is only said better', () => {
    const published = parsePlaybook(smallMethod);
    if (isRefusal(published)) throw new Error('should be read');
    const other = changed(
      '{zh: 预算已批, en: the budget is approved}',
      '{zh: 见过对方总经理, en: met their managing director}',
    );
    expect(found(other, { published })).toMatchObject([
      { weight: 'warning', at: 'stages[0].checks[0].text', words: expect.stringContaining('“预算已批”') },
    ]);
    const better = changed(
      '{zh: 预算已批, en: the budget is approved}',
      '{zh: 预算已经批下来, en: the budget has been approved}',
    );
    expect(found(better, { published })).toEqual([]);
  });

  test('the id of a method that is under way stays', () => {
    expect(found(smallMethod, { id: 'other' })).toMatchObject([{ weight: 'error', at: 'id' }]);
  });
});

test('all come at once, with their lines, also from a text that is no whole method', () => {
  const text = smallMethod
    .replace('ask: [decider]', 'ask: []')
    .replace('atLeast: approved}', 'atLeast: none}')
    .replace('endMark: {zh: 对方愿意谈, en: they want to talk}', 'endMark: {zh: 对方愿意谈}');
  const findings = reviewText(text);
  expect(findings.map(({ at }) => at).toSorted()).toEqual([
    'stages[0].checks[0].next.act',
    'stages[0].checks[0].rule',
    'stages[0].endMark.en',
  ]);
  for (const { line } of findings) expect(line).toBeGreaterThan(10);
});

test('a fault of the YAML is told in the reader’s language, at its line', () => {
  expect(reviewText('id: a\nname: {zh: "甲\n')).toMatchObject([
    {
      weight: 'error',
      line: expect.any(Number) as number,
      words: { zh: expect.stringMatching(/^YAML 语法错误：[\u4e00-\u9fff]/) as string },
    },
    ...reviewText('id: a\nname: {zh: "甲\n').slice(1),
  ]);
  expect(reviewText('id: a\nid: b\n')).toMatchObject([
    { line: 2, words: { zh: expect.stringContaining('相同的字段名') as string } },
  ]);
});
