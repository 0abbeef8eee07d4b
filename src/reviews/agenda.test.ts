import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePlaybook } from '#method/compiled-playbook.ts';
import { evidenceByCheck } from '#method/evidence.ts';
import { evaluateGate } from '#method/gate.ts';
import { parsePlaybook } from '#method/playbook-text.ts';
import { isRefusal } from '#shared/refusal.ts';
import type { Deal } from '#deals/deal.ts';
import { Agenda, questionsOf } from '#reviews/agenda.ts';
import { agendaOf, type AgendaFacts } from '#reviews/build-agenda.ts';

const parsed = parsePlaybook(readFileSync(new URL('../../playbooks/six-step.yaml', import.meta.url), 'utf8'));
if (isRefusal(parsed)) throw new Error('the shipped playbook has faults');
const compiled = compilePlaybook(parsed);
const today = '2026-03-02';
const [first, second] = compiled.stages;

const deal = (more: Partial<Deal> = {}): Deal => ({
  id: '018f0000-0000-7000-8000-000000000001',
  name: '水厂二期',
  accountId: null,
  amount: 300_000_000,
  currency: 'CNY',
  closeOn: '2026-09-30',
  origin: null,
  grade: 'A',
  tags: [],
  custom: {},
  formerMethods: [],
  class: 'opportunity',
  state: 'open',
  playbookId: 'six-step',
  playbookVersion: 1,
  stageId: first!.stage.id,
  stageSince: '2026-01-01T00:00:00.000Z',
  reason: null,
  reasonNote: null,
  winner: null,
  priceGap: null,
  revisitOn: null,
  closedOn: null,
  finishedOn: null,
  facts: { values: {}, lists: {} },
  acceptances: [],
  overrides: [],
  ownerId: null,
  teamId: null,
  memberIds: [],
  version: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...more,
});

function facts(one: Deal, shown: readonly string[] = []): AgendaFacts {
  const evidence = shown.map((check, at) => ({
    kind: 'evidence' as const,
    id: `e${at}`,
    check,
    statement: '会议纪要',
    direction: 'supports' as const,
    strength: 'written' as const,
    source: { kind: 'document' as const },
    observedOn: today,
  }));
  const situation = { facts: one.facts, evidence: evidenceByCheck(evidence), acceptances: one.acceptances, today };
  return {
    today,
    since: '2026-02-02',
    deal: one,
    ownerName: '李思雨',
    compiled,
    situation,
    gate: evaluateGate(compiled, one.stageId, situation),
    days: 60,
    usualDays: 30,
    names: new Map([['m', '沈佳慧']]),
    findings: [],
    changes: [],
    last: null,
  };
}

const words = { zh: '对手没有名字', en: 'The rival has no name' };
const cure = { act: words, who: words, roles: [], by: today, dated: false };
const finding = { rule: 'rivalUnnamed', name: words, severity: 'serious' as const, says: words, grounds: [], cure };

describe('the agenda of a deal', () => {
  test('tells every miss of its gate once, in the order of the gate, each with its next act', () => {
    const given = facts(deal());
    const { misses } = agendaOf(given);
    expect(misses.map(({ key }) => key)).toEqual(given.gate.misses.map(({ key }) => key));
    expect(misses.every(({ act }) => act.zh !== '' && act.en !== '')).toBe(true);
  });

  test('what an override covered is told as long as it is missing', () => {
    const covered = [`check:${first!.checks[0]!.check.id}`];
    const overrides = [{ stage: first!.stage.id, by: 'm', reason: '客户催标', on: '2026-02-10', covered }];
    const one = deal({ stageId: second!.stage.id, overrides });
    expect(agendaOf(facts(one)).overrides).toMatchObject([
      { by: '沈佳慧', reason: '客户催标', stage: first!.stage.name, missing: [{ zh: expect.any(String) }] },
    ]);
    const healed = agendaOf(facts(one, [first!.checks[0]!.check.id]));
    expect(healed.overrides).toEqual([]);
  });

  test('what was accepted with less is told with its plan', () => {
    const check = first!.checks[0]!.check;
    const acceptances = [{ check: check.id, by: 'm', plan: '三月底前补书面', on: '2026-02-10' }];
    expect(agendaOf(facts(deal({ acceptances }))).acceptances).toEqual([
      { check: check.text, by: '沈佳慧', on: '2026-02-10', plan: '三月底前补书面' },
    ]);
  });

  test.each(['lost', 'parked'] as const)('a deal that is %s has no gate to talk about', (state) => {
    expect(agendaOf(facts(deal({ state }))).misses).toEqual([]);
  });

  test('what the lint finds is told with its cure', () => {
    const agenda = agendaOf({ ...facts(deal()), findings: [finding] });
    expect(agenda.findings).toEqual([
      { rule: 'rivalUnnamed', name: words, severity: 'serious', says: words, cure: words, question: null },
    ]);
  });

  test('its questions are asked once each, and belong to what is missing', () => {
    const agenda = agendaOf(facts(deal()));
    const questions = questionsOf(agenda);
    expect(questions.length).toBeGreaterThan(0);
    expect(new Set(questions.map(({ question }) => question!.text.zh)).size).toBe(questions.length);
    expect(agenda.misses).toEqual(expect.arrayContaining(questions));
  });
});

const anyStage = fc.constantFrom(...compiled.stages.map(({ stage }) => stage.id));
const anyChecks = fc.subarray([...compiled.checkById.keys()]);

test('whatever is known: each miss once, met checks never, the same each time, and fit to be kept', () => {
  fc.assert(
    fc.property(anyStage, anyChecks, (stageId, shown) => {
      const given = facts(deal({ stageId }), shown);
      const agenda = agendaOf(given);
      const keys = agenda.misses.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.toSorted()).toEqual(given.gate.misses.map(({ key }) => key).toSorted());
      const met = given.gate.judgements.filter((one) => one.met).map(({ check }) => check);
      expect(agenda.misses.filter(({ check }) => check !== null && met.includes(check))).toEqual([]);
      expect(agendaOf(facts(deal({ stageId }), shown.toReversed()))).toEqual(agenda);
      expect(Agenda.parse(JSON.parse(JSON.stringify(agenda)))).toEqual(agenda);
    }),
    { numRuns: 100 },
  );
});
