import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { advance } from '#method/advance.ts';
import type { Situation } from '#method/check.ts';
import { type CompiledPlaybook, compilePlaybook } from '#method/compiled-playbook.ts';
import type { Evidence } from '#method/evidence.ts';
import type { ArtifactKind } from '#method/fact-lists.ts';
import type { FactLists, FactSource, FactValues } from '#method/fact-source.ts';
import { funnelColumnOf } from '#method/funnel-column.ts';
import { evaluateGate } from '#method/gate.ts';
import { parsePlaybook, playbookText } from '#method/playbook-text.ts';

const today = '2026-06-01';
const built = { 'six-step': builtIn('six-step'), industrial: builtIn('industrial') };
const names = ['six-step', 'industrial'] as const;

function written(check: string): Evidence {
  return {
    kind: 'evidence',
    id: check,
    check,
    statement: 'shown',
    direction: 'supports',
    strength: 'written',
    source: { kind: 'document' },
    observedOn: today,
  };
}

/** One written record for each of the checks. */
function shown(checks: readonly string[]): Situation['evidence'] {
  return new Map(checks.map((check) => [check, [written(check)]]));
}

/** Walks from the first stage to the end; at each gate it is refused first and let through after `prepare`. */
function walk(compiled: CompiledPlaybook, prepare: (stage: number) => Situation): string[] {
  const path: string[] = [];
  for (const { stage, index } of compiled.stages) {
    const before: Situation = { facts: { values: {}, lists: {} }, evidence: new Map(), today };
    expect(isRefusal(advance(evaluateGate(compiled, stage.id, before), today))).toBe(true);
    const gate = evaluateGate(compiled, stage.id, prepare(index));
    expect(gate.misses.map(({ key }) => key)).toEqual([]);
    const moved = advance(gate, today);
    if (isRefusal(moved)) throw new Error('the gate is open');
    path.push(moved.outcome === 'won' ? 'won' : moved.to);
  }
  return path;
}

const values: FactValues = {
  'information.current': 80,
  'information.organisation': 70,
  'information.people': 60,
  'information.competition': 65,
  'account.creditGrade': 'good',
  'deal.grade': 'A',
  'project.approval': 'approved',
  'budget.state': 'approved',
  'purchase.decisionRules': true,
  'purchase.tenderOn': '2026-11-15',
  'supplier.registered': true,
  'supplier.shortlisted': true,
  'scorecard.unknown': 0,
  'scorecard.decision': 'go',
  'needs.completePaths': 2,
  'needs.unconfirmedProblems': 0,
  'criteria.ours': 3,
  'quote.priceApproval': 'approved',
  'bid.decision': 'go',
  'bid.submitted': true,
  'bid.qualificationComplete': true,
  'bid.openMandatoryClauses': 0,
  'contract.state': 'closed',
  'contract.review': 'passed',
  'credit.review': 'passed',
};
const artifacts: ArtifactKind[] = [
  'organisationMap',
  'needsTree',
  'competitionMatrix',
  'requirementDocument',
  'scorecard',
  'proposal',
  'bidDocument',
  'negotiationRecord',
  'contract',
  'acceptanceReport',
];
const lists: FactLists = {
  stakeholders: [
    { name: '王总', roles: ['decider', 'finalSay'], key: true, relationship: 'trusted', style: 'tiger', coach: false },
    { name: '李工', roles: ['evaluator', 'designer'], key: true, relationship: 'allied', style: 'owl', coach: true },
    { name: '陈班长', roles: ['user', 'initiator'], key: false, relationship: 'trusted', coach: false },
  ],
  rivals: [{ name: '甲厂', matrixFilled: true }],
  proposals: [{ name: '建议书', state: 'issued' }],
  activities: [{ name: '促成', kind: 'closing', done: true }],
  milestones: [{ name: '验收', kind: 'acceptance', done: true }],
  instalments: [{ name: '定金', kind: 'deposit', paid: true }],
  artifacts: artifacts.map((kind) => ({ name: kind, kind })),
};

describe.each(names)('%s', (name) => {
  const compiled = built[name];
  const { playbook } = compiled;
  const stageIds = playbook.stages.map(({ id }) => id);
  const buyerAt = (index: number) =>
    playbook.stages[index + 1]?.buyerStages[0] ?? playbook.stages[index]!.buyerStages[0]!;

  test('walks from the first stage to won on facts, with evidence only where judgement is asked', () => {
    const judged = playbook.stages.flatMap(({ checks }) => checks.filter(({ rule }) => !rule).map(({ id }) => id));
    const path = walk(compiled, (index) => ({
      facts: { values: { ...values, 'buyer.stage': buyerAt(index) }, lists },
      evidence: shown(judged),
      today,
    }));
    expect(path).toEqual([...stageIds.slice(1), 'won']);
  });

  test('walks on evidence alone while nothing but artifacts is recorded', () => {
    const path = walk(compiled, (index) => ({
      facts: { values: { 'buyer.stage': buyerAt(index) }, lists: { artifacts: lists.artifacts } },
      evidence: shown([...compiled.checkById.keys()]),
      today,
    }));
    expect(path.at(-1)).toBe('won');
  });

  test('every stage has a ★, and each ★ has a rule or signals on both sides', () => {
    for (const stage of playbook.stages) {
      const mandatory = stage.checks.filter((check) => check.mandatory);
      expect(mandatory.length).toBeGreaterThan(0);
      for (const { rule, signals } of mandatory) expect(rule !== undefined || signals.length >= 2).toBe(true);
    }
  });

  test('a person is named in an act only where there is somebody to ask', () => {
    for (const { next } of playbook.stages.flatMap(({ checks }) => checks)) {
      const texts = [next.act.zh, next.act.en, next.question?.text.zh ?? '', next.question?.text.en ?? ''];
      expect(next.ask.length > 0 || !texts.join('').includes('{who}')).toBe(true);
      expect(next.act.zh.includes('{who}')).toBe(next.act.en.includes('{who}'));
    }
  });

  test('survives being written and read again', () => {
    expect(parsePlaybook(playbookText(playbook))).toEqual(playbook);
  });

  test('every stage has its funnel column', () => {
    for (const id of stageIds) expect(funnelColumnOf(compiled, id, { values: {}, lists: {} })?.id).toBe(id);
  });
});

test('both are won when the contract is signed; delivering and collecting go on as won', () => {
  expect(built['six-step'].playbook.wonAfter).toBe('commitment');
  expect(built.industrial.playbook.wonAfter).toBe('negotiate');
  for (const { playbook } of Object.values(built)) {
    const winning = playbook.stages.find(({ id }) => id === playbook.wonAfter);
    expect(winning?.checks.some(({ id, mandatory }) => id === 'contract-signed' && mandatory)).toBe(true);
  }
});

test('deposit called and order are shown inside the last two of the six steps', () => {
  const facts: FactSource = {
    values: { 'contract.state': 'approved' },
    lists: {
      instalments: [{ name: '定金', kind: 'deposit', paid: false }],
      milestones: [{ name: '验收', kind: 'acceptance', done: false }],
    },
  };
  expect(funnelColumnOf(built['six-step'], 'commitment', facts)?.id).toBe('deposit');
  const signed: FactSource = { ...facts, values: { 'contract.state': 'signed' } };
  expect(funnelColumnOf(built['six-step'], 'collect', signed)?.id).toBe('order');
});

function builtIn(name: string): CompiledPlaybook {
  const playbook = parsePlaybook(readFileSync(new URL(`../../playbooks/${name}.yaml`, import.meta.url), 'utf8'));
  if (isRefusal(playbook)) throw new Error(JSON.stringify(playbook.data.problems));
  return compilePlaybook(playbook);
}
