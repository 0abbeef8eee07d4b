import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { advance } from '#method/advance.ts';
import { briefDeal } from '#method/briefing.ts';
import { briefingLines } from '#method/briefing-words.ts';
import type { Situation } from '#method/check.ts';
import { type CompiledPlaybook, compilePlaybook } from '#method/compiled-playbook.ts';
import { parsePlaybook } from '#method/playbook-text.ts';
import { scoreDeal } from '#method/scorecard.ts';

const industrial = builtIn('industrial');

/** The newcomer's project 小张的项目: heard of in July, tender in about November. */
const newcomer: Situation = {
  today: '2026-07-15',
  evidence: new Map(),
  facts: {
    values: { 'buyer.stage': 'screen', 'deal.enteredAt': 'screen', 'purchase.tenderOn': '2026-11-15' },
    lists: {
      stakeholders: [
        {
          name: 'A',
          title: '仪表负责人',
          roles: ['evaluator', 'user'],
          function: 'technical',
          level: 'managing',
          key: true,
          relationship: 'acquainted',
          stance: 0,
          contactDegree: 1,
          coach: false,
        },
        {
          name: '设计院联系人',
          roles: ['designer'],
          function: 'designInstitute',
          key: true,
          relationship: 'acquainted',
          stance: 1,
          contactDegree: 1,
          coach: false,
        },
        {
          name: '副经理',
          roles: ['decider'],
          key: true,
          relationship: 'acquainted',
          stance: 0,
          contactDegree: 1,
          coach: false,
        },
        { name: '项目经理', roles: ['initiator'], key: true, stance: -1, contactDegree: 0, coach: false },
      ],
      rivals: [
        { name: '甲厂', matrixFilled: false },
        { name: '乙厂', matrixFilled: false },
        { name: '丙厂', matrixFilled: false },
      ],
    },
  },
};
const evaluation = scoreDeal({ size: 4, fit: 3, relationship: 1 });
const briefing = briefDeal(industrial, 'develop', newcomer, evaluation);
const lines = briefingLines(briefing, 'zh');

test('the newcomer is told that the buyer is screening suppliers while our first node is not done', () => {
  expect(briefing.gate.pace).toEqual({ position: 'behind', buyerStage: 'screen', period: 'guiding' });
  expect(briefing.gate.open).toBe(false);
  expect(lines).toContainEqual('客户已走到“供应商初查与筛选”，我们还停在“开发”');
  expect(lines).toContainEqual('“开发”阶段的关口还没过，尚缺 6 项，不要往前赶');
});

test('the newcomer is told what the evaluation lacks', () => {
  const missing = briefing.warnings.find(({ code }) => code === 'evaluationMissing');
  for (const item of ['预算', '决策规则', '信用', '竞争']) expect(missing?.words.zh).toContain(item);
  for (const item of ['budget', 'decision rules', 'credit', 'competition']) expect(missing?.words.en).toContain(item);
});

test('the newcomer cannot run on: the refusal lists every miss with its act', () => {
  const refused = advance(industrial, briefing.gate.stage, newcomer);
  expect(isRefusal(refused)).toBe(true);
  expect(briefing.gate.misses.map(({ key }) => key)).toEqual([
    'check:budget-known',
    'check:decision-rules-known',
    'check:credit-known',
    'check:rivals-known',
    'check:evaluated-and-graded',
    'artifact:scorecard',
  ]);
  for (const { act } of briefing.gate.misses) expect(act.act.zh).not.toBe('');
});

test('the newcomer goes to the design institute first, then registers with purchasing, then finds an insider under A', () => {
  const [first, second, third] = briefing.steps;
  expect(first).toMatchObject({ reason: 'willing', person: { name: '设计院联系人' } });
  expect(first?.items.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['check:budget-known', 'check:decision-rules-known', 'check:rivals-known']),
  );
  expect(second).toMatchObject({ reason: 'dated', by: '2026-07-29', items: [{ key: 'check:registered' }] });
  expect(second?.who.zh).toContain('把关者');
  expect(third?.person?.name).toBe('A');
  expect(third?.items[0]?.act.act.zh).toBe('在A手下做具体工作的人里发展一位内线');
});

test('the newcomer is told to lower contact or drop if the score stays under the line', () => {
  const warning = briefing.warnings.find(({ code }) => code === 'willFallBelowLine');
  expect(warning?.words.zh).toContain('降低接触');
  expect(warning?.words.zh).toContain('放弃');
  expect(warning?.words.en).toContain('lower contact');
});

test('once everything is known and low, the advice is plain', () => {
  const poor = scoreDeal(Object.fromEntries(evaluation.parts.map(({ item }) => [item.id, 2.5])));
  const { warnings } = briefDeal(industrial, 'develop', newcomer, poor);
  expect(warnings.map(({ code }) => code)).toEqual(['behindBuyer', 'doNotRunOn', 'belowLine']);
  expect(warnings.at(-1)?.words.zh).toBe('评估 50 分，不到跟进线 60 分：建议降低接触');
});

test('whoever hung up is approached last', () => {
  const withFewer: Situation = {
    ...newcomer,
    facts: { ...newcomer.facts, lists: { stakeholders: newcomer.facts.lists.stakeholders!.slice(3) } },
  };
  expect(briefDeal(industrial, 'develop', withFewer).steps.at(-1)).toMatchObject({
    reason: 'opposed',
    person: { name: '项目经理' },
  });
});

test('a deal entered in the competing period, and one that ran ahead, are told so', () => {
  const late: Situation = {
    ...newcomer,
    facts: { values: { 'buyer.stage': 'approve', 'deal.enteredAt': 'tender' }, lists: {} },
  };
  const codes = briefDeal(industrial, 'propose', late).warnings.map(({ code }) => code);
  expect(codes).toEqual(['ranAhead', 'enteredLate', 'doNotRunOn']);
});

test('without the buyer’s step the first thing said is that it is not known', () => {
  const { warnings, steps } = briefDeal(industrial, 'develop', { ...newcomer, facts: { values: {}, lists: {} } });
  expect(warnings[0]?.code).toBe('buyerUnknown');
  expect(steps.flatMap(({ items }) => items.map(({ key }) => key))).toContain('buyer:screen');
});

function builtIn(name: string): CompiledPlaybook {
  const playbook = parsePlaybook(readFileSync(new URL(`../../playbooks/${name}.yaml`, import.meta.url), 'utf8'));
  if (isRefusal(playbook)) throw new Error(JSON.stringify(playbook.data.problems));
  return compilePlaybook(playbook);
}
