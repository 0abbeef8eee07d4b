import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/day.ts';
import { isRefusal } from '#shared/refusal.ts';
import { advance } from '#method/advance.ts';
import { isMet, judgeCheck, type Situation } from '#method/check.ts';
import { type CompiledPlaybook, compilePlaybook } from '#method/compiled-playbook.ts';
import { type Evidence, Strength } from '#method/evidence.ts';
import { lists } from '#method/fact-lists.ts';
import type { FactType } from '#method/fact-type.ts';
import { facts } from '#method/facts.ts';
import { FactSource, noFacts } from '#method/fact-source.ts';
import { evaluateGate } from '#method/gate.ts';
import { parsePlaybook } from '#method/playbook-text.ts';
import { summariseGate } from '#method/portfolio.ts';

const sixStep = builtIn('six-step');
const industrial = builtIn('industrial');
const today = '2026-06-01';
const blank: Situation = { facts: noFacts, evidence: new Map(), today };

function told(check: string, part: Partial<Evidence> = {}): [string, Evidence[]] {
  const record: Evidence = {
    kind: 'evidence',
    id: check,
    check,
    statement: 'shown to us',
    direction: 'supports',
    strength: 'written',
    source: { kind: 'document', id: 'd' },
    observedOn: today,
    ...part,
  };
  return [check, [record]];
}

function judge(compiled: CompiledPlaybook, check: string, situation: Partial<Situation>) {
  return judgeCheck(compiled.checkById.get(check)!, { ...blank, ...situation });
}

function everybodyAt(relationship: 'acquainted' | 'interacting'): FactSource {
  const roles = ['decider', 'evaluator', 'designer'] as const;
  return { values: {}, lists: { stakeholders: [{ name: '王总', roles, relationship }] } };
}

/** What one spoken word weighs where the method, or its check, says otherwise. */
function weighing(method: object, check: object): number {
  const [first, ...others] = sixStep.playbook.stages;
  const [head, ...checks] = first!.checks.filter(({ id }) => id === 'can-win');
  const stages = [{ ...first!, checks: [{ ...head!, ...check }, ...checks] }, ...others];
  const compiled = compilePlaybook({ ...sixStep.playbook, ...method, stages });
  return judge(compiled, 'can-win', { evidence: new Map([told('can-win', { strength: 'said' })]) }).belief.support;
}

describe('a check', () => {
  test('is judged by evidence while the facts of its rule are not recorded; both are shown', () => {
    const judgement = judge(sixStep, 'budget-known', { evidence: new Map([told('budget-known')]) });
    expect(judgement).toMatchObject({ met: true, state: 'met', by: 'evidence', rule: { truth: null } });
  });
  test('is decided by its rule once they are, whatever was said', () => {
    const facts: FactSource = { values: { 'budget.state': 'none' }, lists: {} };
    const judgement = judge(sixStep, 'budget-known', { facts, evidence: new Map([told('budget-known')]) });
    expect(judgement).toMatchObject({ met: false, state: 'unmet', by: 'rule', belief: { state: 'met' } });
  });
  test('weighs evidence as it says itself, else as its method does', () => {
    expect(weighing({}, {})).toBeCloseTo(0.4, 12);
    expect(weighing({ weights: { said: 0.1 } }, {})).toBeCloseTo(0.1, 12);
    expect(weighing({ weights: { said: 0.1 } }, { weights: { said: 0.7 } })).toBeCloseTo(0.7, 12);
    expect(weighing({ weights: { said: 0.1 } }, { weights: { done: 1 } })).toBeCloseTo(0.1, 12);
  });
  test('may be accepted by a manager below the rule, with a plan, as long as the lesser rule holds', () => {
    const acceptances = [{ check: 'key-people-trust', by: 'manager', plan: '六月底前做成样板考察', on: today }];
    const accepted = (relationship: 'acquainted' | 'interacting') =>
      judge(sixStep, 'key-people-trust', { facts: everybodyAt(relationship), acceptances });
    expect(judge(sixStep, 'key-people-trust', { facts: everybodyAt('interacting') })).toMatchObject({
      met: false,
      acceptable: true,
    });
    expect(accepted('interacting')).toMatchObject({ met: true, by: 'acceptance' });
    expect(accepted('acquainted')).toMatchObject({ met: false, acceptable: false, state: 'unmet' });
  });
  test('reopens as its evidence ages, except written evidence of what cannot change', () => {
    const later = addDays(today, 400);
    const state = (check: string, compiled = sixStep) =>
      judge(compiled, check, { evidence: new Map([told(check)]), today: later }).state;
    expect(state('buying-signal')).toBe('stale');
    expect(state('purchase-request')).toBe('met');
  });
});

describe('a gate', () => {
  test('names every miss, each with who, what to ask and by when', () => {
    const gate = evaluateGate(sixStep, 'analyse', blank);
    expect(gate.open).toBe(false);
    expect(gate.misses.map(({ key }) => key)).toEqual(
      sixStep.stages[0]!.checks.filter(({ check }) => check.mandatory).map(({ check }) => `check:${check.id}`),
    );
    const budget = gate.misses.find(({ key }) => key === 'check:budget-known');
    expect(budget?.words.zh).toBe('预算情况清楚：有没有、多少、从哪来 · 尚不清楚');
    expect(budget?.act.who.zh).toBe('决策者 / 发起者 / 设计者（尚无人选）');
    expect(budget?.act.question?.kind).toBe('situation');
    expect(budget?.act.by).toBe('2026-06-08');
  });
  test('names the person when one plays the role, the willing before the opposed', () => {
    const situation: Situation = {
      ...blank,
      facts: {
        values: {},
        lists: {
          stakeholders: [
            { name: '赵总', roles: ['decider'], stance: -1, relationship: 'trusted' },
            { id: 'p2', name: '孙工', title: '主任', roles: ['designer'], stance: 1, relationship: 'acquainted' },
          ],
        },
      },
    };
    const miss = evaluateGate(sixStep, 'analyse', situation).misses.find(({ key }) => key === 'check:budget-known');
    expect(miss?.act.person).toEqual({ id: 'p2', name: '孙工', title: '主任' });
    expect(miss?.act.act.zh).toBe('向孙工核实预算：列没列、列多少、资金从哪来、何时批');
  });
  test('asks to check again what has become old, and to clear up what is contested', () => {
    const old = evaluateGate(sixStep, 'value', {
      ...blank,
      evidence: new Map([told('buying-signal')]),
      today: addDays(today, 90),
    });
    expect(old.misses.find(({ key }) => key === 'check:buying-signal')?.act.act.en).toMatch(
      /^The evidence is old, check again: /,
    );
    const [, [forIt]] = told('buying-signal');
    const [, [against]] = told('buying-signal', { direction: 'refutes', source: { kind: 'channel' } });
    const contested = evaluateGate(sixStep, 'value', {
      ...blank,
      evidence: new Map([['buying-signal', [forIt!, against!]]]),
    });
    expect(contested.misses.find(({ key }) => key === 'check:buying-signal')?.act.act.en).toMatch(/^Accounts differ/);
  });
  test('does not run ahead of the buyer where the playbook says so, and says it', () => {
    const at = (step: string) =>
      evaluateGate(industrial, 'enter', { ...blank, facts: { values: { 'buyer.stage': step }, lists: {} } });
    const ahead = at('screen').misses.find(({ kind }) => kind === 'buyer');
    expect(ahead?.words.zh).toContain('客户还在“供应商初查与筛选”，不能抢先进入“提案”');
    expect(at('specify').misses.some(({ kind }) => kind === 'buyer')).toBe(false);
    expect(at('nowhere').misses.find(({ kind }) => kind === 'buyer')?.words.en).toContain('not recorded');
    expect(evaluateGate(sixStep, 'analyse', blank).misses.some(({ kind }) => kind === 'buyer')).toBe(false);
  });
  test('wants the artifacts of its stage', () => {
    const has: Situation = {
      ...blank,
      facts: { values: {}, lists: { artifacts: [{ name: '需求树', kind: 'needsTree' }] } },
    };
    const keys = evaluateGate(sixStep, 'needs', has).misses.map(({ key }) => key);
    expect(keys).toContain('artifact:requirementDocument');
    expect(keys).not.toContain('artifact:needsTree');
  });
  test('of a stage that is not there is a fault of the program', () => {
    expect(() => evaluateGate(sixStep, 'nowhere', blank)).toThrow(RangeError);
  });
});

describe('properties over random deals', () => {
  const steps = industrial.scope.buyerStages;
  const valueOf = (type: FactType): fc.Arbitrary<unknown> => {
    if (type.kind === 'number') return fc.integer({ min: 0, max: 100 });
    if (type.kind === 'boolean') return fc.boolean();
    if (type.kind === 'choice') return fc.constantFrom(...Object.keys(type.words));
    if (type.kind === 'choices') return fc.subarray(Object.keys(type.words));
    if (type.kind === 'buyerStage') return fc.constantFrom(...steps);
    return type.kind === 'day' ? fc.constant('2026-11-15') : fc.constantFrom('x', 'y');
  };
  const optional = (types: Record<string, FactType>, requiredKeys: string[]) =>
    fc.record(Object.fromEntries(Object.entries(types).map(([id, type]) => [id, valueOf(type)])), { requiredKeys });
  const anyFacts = fc.record({
    values: optional(Object.fromEntries(Object.entries(facts).map(([id, { type }]) => [id, type])), []),
    lists: fc.record(
      Object.fromEntries(
        Object.entries(lists).map(([id, { fields }]) => [id, fc.array(optional(fields, ['name']), { maxLength: 4 })]),
      ),
      { requiredKeys: [] },
    ),
  }) as unknown as fc.Arbitrary<FactSource>;
  const anyDeal = fc.constantFrom(sixStep, industrial).chain((compiled) =>
    fc.record({
      compiled: fc.constant(compiled),
      stage: fc.constantFrom(...compiled.stages.map(({ stage }) => stage.id)),
      facts: anyFacts,
      evidence: fc
        .array(
          fc.record({
            check: fc.constantFrom(...compiled.checkById.keys()),
            strength: fc.constantFrom(...Strength.options),
            direction: fc.constantFrom('supports' as const, 'refutes' as const),
          }),
          { maxLength: 20 },
        )
        .map((records) => new Map(records.map(({ check, ...part }) => told(check, part)))),
      accepted: fc.subarray([...compiled.checkById.keys()]),
    }),
  );
  type Deal = typeof anyDeal extends fc.Arbitrary<infer D> ? D : never;
  const situationOf = ({ facts, evidence, accepted }: Deal): Situation => ({
    facts,
    evidence,
    today,
    acceptances: accepted.map((check) => ({ check, by: 'm', plan: 'p', on: today })),
  });

  test('random facts are facts, and survive JSON', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(FactSource.parse(JSON.parse(JSON.stringify(facts)))).toEqual(facts);
      }),
    );
  });
  test('no gate opens on an unmet ★, an absent artifact or a buyer left behind; the misses are all of them', () => {
    fc.assert(
      fc.property(anyDeal, (deal) => {
        const gate = evaluateGate(deal.compiled, deal.stage, situationOf(deal));
        const expected = [
          ...gate.judgements.filter(({ met, mandatory }) => mandatory && !met).map(({ check }) => `check:${check}`),
          ...gate.artifacts.filter(({ present }) => !present).map(({ artifact }) => `artifact:${artifact}`),
        ];
        expect(gate.misses.filter(({ kind }) => kind !== 'buyer').map(({ key }) => key)).toEqual(expected);
        expect(gate.open).toBe(gate.misses.length === 0);
        expect(isRefusal(advance(deal.compiled, deal.stage, situationOf(deal)))).toBe(!gate.open);
        expect(gate.misses.length + gate.advice.length).toBeGreaterThanOrEqual(
          gate.judgements.filter(({ met }) => !met).length,
        );
      }),
    );
  });
  test('the summary of a portfolio says what the gate says', () => {
    fc.assert(
      fc.property(anyDeal, (deal) => {
        const situation = situationOf(deal);
        const gate = evaluateGate(deal.compiled, deal.stage, situation);
        expect(summariseGate(deal.compiled, deal.stage, situation)).toEqual({
          open: gate.open,
          met: gate.judgements.filter(({ met }) => met).length,
          checks: gate.judgements.length,
          missing: gate.misses.map(({ key }) => key),
        });
        for (const check of deal.compiled.stageById.get(deal.stage)!.checks) {
          expect(isMet(check, situation)).toBe(judgeCheck(check, situation).met);
        }
      }),
    );
  });
});

function builtIn(name: string): CompiledPlaybook {
  const playbook = parsePlaybook(readFileSync(new URL(`../../playbooks/${name}.yaml`, import.meta.url), 'utf8'));
  if (isRefusal(playbook)) throw new Error(JSON.stringify(playbook.data.problems));
  return compilePlaybook(playbook);
}
