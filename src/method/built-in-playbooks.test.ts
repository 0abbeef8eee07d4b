import { readdirSync, readFileSync } from 'node:fs';
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
const folder = new URL('../../playbooks/', import.meta.url);

/** Every method that ships: the stage that wins the deal, and the ★ check there which says so. */
const shipped: { readonly [id: string]: { readonly wonAfter: string; readonly by: string } } = {
  'six-step': { wonAfter: 'commitment', by: 'contract-signed' },
  industrial: { wonAfter: 'negotiate', by: 'contract-signed' },
  'seven-step': { wonAfter: 'award', by: 'contract-signed' },
  'key-account': { wonAfter: 'cooperate', by: 'contract-signed' },
  'buyer-cycle': { wonAfter: 'select', by: 'contract-signed' },
  visit: { wonAfter: 'close', by: 'order-received' },
};
const built = new Map(Object.keys(shipped).map((id) => [id, builtIn(id)]));

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

/**
 * Walks from the first stage to the end; at each gate it is refused first and let through after `prepare`. Out of an
 * endless stage nothing leads, however much is shown.
 */
function walk(compiled: CompiledPlaybook, prepare: (stage: number) => Situation): string[] {
  const path: string[] = [];
  for (const { stage, index } of compiled.stages) {
    const before: Situation = { facts: { values: {}, lists: {} }, evidence: new Map(), today };
    const shut = evaluateGate(compiled, stage.id, before);
    expect(shut.misses.length).toBeGreaterThan(0);
    expect(isRefusal(advance(compiled, stage.id, before))).toBe(true);
    const gate = evaluateGate(compiled, stage.id, prepare(index));
    expect(gate.misses.map(({ key }) => key)).toEqual([]);
    const moved = advance(compiled, stage.id, prepare(index));
    if (isRefusal(moved)) path.push(moved.code);
    else path.push(moved.outcome === 'won' ? 'end' : moved.to);
  }
  return path;
}

/** How a walk through this method ends. */
function endOf({ playbook }: CompiledPlaybook): string {
  return playbook.stages.at(-1)!.endless ? 'stage.endless' : 'end';
}

const values: FactValues = {
  'information.current': 80,
  'information.organisation': 70,
  'information.people': 60,
  'information.competition': 65,
  'account.creditGrade': 'good',
  'account.screeningOpen': 0,
  'account.screeningMet': true,
  'deal.amount': 100_000_000,
  'deal.productLines': 2,
  'deal.class': 'project',
  'deal.origin': 'trial',
  'deal.grade': 'A',
  'project.approval': 'approved',
  'budget.state': 'approved',
  'budget.source': 'own',
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
  'bid.inTime': true,
  'bid.bond': 'paid',
  'bid.openingRecorded': true,
  'bid.openClarifications': 0,
  'bid.award': 'ours',
  'bid.qualificationComplete': true,
  'bid.openMandatoryClauses': 0,
  'contract.state': 'closed',
  'contract.review': 'passed',
  'credit.review': 'passed',
  'visits.cadenceKept': true,
  'satisfaction.targetMet': true,
  'accountPlan.reviewedInTime': true,
  'deal.needExplicit': true,
  'order.received': true,
  'promises.open': 0,
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
  'accountPlan',
];
const lists: FactLists = {
  stakeholders: [
    {
      name: '王总',
      roles: ['decider', 'finalSay'],
      key: true,
      relationship: 'trusted',
      style: 'tiger',
      attitude: 'pragmatist',
      contactDegree: 1,
      stance: 0,
      faction: '无',
      coach: false,
    },
    {
      name: '李工',
      roles: ['evaluator', 'designer'],
      key: true,
      relationship: 'allied',
      style: 'owl',
      attitude: 'early',
      contactDegree: 3,
      stance: 2,
      faction: '总工一派',
      coach: true,
      coachScore: 5,
      coachOccasions: 3,
    },
    { name: '陈班长', roles: ['user', 'initiator'], key: false, relationship: 'trusted', coach: false },
  ],
  rivals: [{ name: '甲厂', matrixFilled: true }],
  proposals: [{ name: '建议书', state: 'issued' }],
  activities: [
    { name: '促成', kind: 'closing', done: true },
    { name: '面谈', kind: 'visit', done: true, recorded: true },
    { name: '试用', kind: 'trial', done: true },
  ],
  milestones: [{ name: '验收', kind: 'acceptance', done: true }],
  instalments: [{ name: '定金', kind: 'deposit', paid: true }],
  artifacts: artifacts.map((kind) => ({ name: kind, kind })),
};

test('no method that ships is left out', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  expect(files.map((name) => name.replace('.yaml', '')).toSorted()).toEqual(Object.keys(shipped).toSorted());
});

describe.each(Object.keys(shipped))('%s', (name) => {
  const compiled = built.get(name)!;
  const { playbook } = compiled;
  const stageIds = playbook.stages.map(({ id }) => id);
  const buyerAt = (index: number) =>
    playbook.stages[index + 1]?.buyerStages[0] ?? playbook.stages[index]!.buyerStages[0]!;

  test('walks from the first stage to the last on facts, with evidence only where judgement is asked', () => {
    const judged = playbook.stages.flatMap(({ checks }) => checks.filter(({ rule }) => !rule).map(({ id }) => id));
    const path = walk(compiled, (index) => ({
      facts: { values: { ...values, 'buyer.stage': buyerAt(index) }, lists },
      evidence: shown(judged),
      today,
    }));
    expect(path).toEqual([...stageIds.slice(1), endOf(compiled)]);
  });

  test('walks on evidence alone while nothing but artifacts is recorded', () => {
    const path = walk(compiled, (index) => ({
      facts: { values: { 'buyer.stage': buyerAt(index) }, lists: { artifacts: lists.artifacts } },
      evidence: shown([...compiled.checkById.keys()]),
      today,
    }));
    expect(path.at(-1)).toBe(endOf(compiled));
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

  test('is won where it says, by the ★ check that says so; what follows goes on as won', () => {
    const { wonAfter, by } = shipped[name]!;
    expect(playbook.wonAfter).toBe(wonAfter);
    const winning = playbook.stages.find(({ id }) => id === wonAfter);
    expect(winning?.checks.some(({ id, mandatory }) => id === by && mandatory)).toBe(true);
  });

  test('has a page of its own: several paragraphs in both languages', () => {
    const { zh, en } = playbook.overview;
    const paragraphs = zh.split(/\n\s*\n/);
    expect(paragraphs.length).toBeGreaterThanOrEqual(4);
    expect(en.split(/\n\s*\n/).length).toBe(paragraphs.length);
  });

  test('every check can be judged by evidence, and its next act says whom and what to ask', () => {
    for (const { id, rule, signals, next } of playbook.stages.flatMap(({ checks }) => checks)) {
      expect([id, rule !== undefined || signals.length > 0]).toEqual([id, true]);
      expect([id, !next.question || next.ask.length > 0]).toEqual([id, true]);
    }
  });

  test('every stage has its funnel column', () => {
    for (const id of stageIds) expect(funnelColumnOf(compiled, id, { values: {}, lists: {} })?.id).toBe(id);
  });
});

test('deposit called and order are shown inside the last two of the six steps', () => {
  const facts: FactSource = {
    values: { 'contract.state': 'approved' },
    lists: {
      instalments: [{ name: '定金', kind: 'deposit', paid: false }],
      milestones: [{ name: '验收', kind: 'acceptance', done: false }],
    },
  };
  expect(funnelColumnOf(built.get('six-step')!, 'commitment', facts)?.id).toBe('deposit');
  const signed: FactSource = { ...facts, values: { 'contract.state': 'signed' } };
  expect(funnelColumnOf(built.get('six-step')!, 'collect', signed)?.id).toBe('order');
});

function builtIn(name: string): CompiledPlaybook {
  const playbook = parsePlaybook(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'));
  if (isRefusal(playbook)) throw new Error(JSON.stringify(playbook.data.problems));
  return compilePlaybook(playbook);
}
