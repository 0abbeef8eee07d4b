import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { judgeCheck, type Situation } from '#method/check.ts';
import { compilePlaybook } from '#method/compiled-playbook.ts';
import type { Direction, Evidence } from '#method/evidence.ts';
import type { FactLists, FactValues } from '#method/fact-source.ts';
import { evaluateGate } from '#method/gate.ts';
import { funnelColumnOf } from '#method/funnel-column.ts';
import { classOf, classify } from '#method/opportunity-class.ts';
import { parsePlaybook } from '#method/playbook-text.ts';
import { unsatisfied } from '#method/rule-explain.ts';

/** What the seven-step method asks for in particular. Source: Playbooks P2. */
const read = parsePlaybook(readFileSync(new URL('../../playbooks/seven-step.yaml', import.meta.url), 'utf8'));
if (isRefusal(read)) throw new Error('seven-step is valid');
const sevenStep = compilePlaybook(read);
const today = '2026-06-01';

function situation(values: FactValues = {}, lists: FactLists = {}, evidence: readonly Evidence[] = []): Situation {
  const byCheck = Map.groupBy(evidence, ({ check }) => check);
  return { facts: { values, lists }, evidence: byCheck, today };
}
function judge(check: string, at: Situation) {
  return judgeCheck(sevenStep.checkById.get(check)!, at);
}
function seen(check: string, signal: string, direction: Direction, source: string): Evidence {
  return {
    kind: 'evidence',
    id: signal,
    check,
    signal,
    statement: signal,
    direction,
    strength: 'done',
    source: { kind: 'stakeholder', id: source },
    observedOn: today,
  };
}
const signalsOf = (check: string) => sevenStep.checkById.get(check)!.check.signals;

function column(stage: string, dealClass: FactValues['deal.class']) {
  return funnelColumnOf(sevenStep, stage, { values: { 'deal.class': dealClass }, lists: {} })?.id;
}

describe('the class follows 1.3 and 2.3', () => {
  const sold: FactValues = { 'deal.amount': 80_000_000, 'deal.productLines': 1 };
  const funded: FactValues = { ...sold, 'project.approval': 'approved', 'budget.state': 'inPlace' };
  test.each<[string, FactValues]>([
    ['lead', { 'deal.productLines': 0 }],
    ['lead', { 'deal.amount': 80_000_000, 'deal.productLines': 0 }],
    ['lead', { 'deal.productLines': 1 }],
    ['lead', { ...funded, 'deal.needExplicit': false }],
    ['opportunity', sold],
    ['opportunity', { ...sold, 'deal.needExplicit': true }],
    ['opportunity', { ...sold, 'project.approval': 'approved' }],
    ['opportunity', { ...funded, 'budget.state': 'requested' }],
    ['project', funded],
  ])('%s: %o', (dealClass, values) => {
    expect(classify({ values, lists: {} }).dealClass).toBe(dealClass);
    expect(classOf({ values, lists: {} })).toBe(dealClass);
    // As the deals slice gives it: the class is a fact beside the others.
    const at = situation({ ...values, 'deal.class': classOf({ values, lists: {} }) });
    expect(judge('opportunity-shown', at).met).toBe(dealClass !== 'lead');
    expect(judge('became-project', at).met).toBe(dealClass === 'project');
  });

  test('no word of a customer makes a lead an opportunity while amount and product line are not set', () => {
    const told = signalsOf('opportunity-shown').map(({ id, direction }) =>
      seen('opportunity-shown', id, direction, id),
    );
    const at = situation(
      { 'deal.class': 'lead', 'deal.productLines': 0 },
      {},
      told.filter(({ direction }) => direction === 'supports'),
    );
    expect(judge('opportunity-shown', at)).toMatchObject({ met: false, state: 'unmet', by: 'rule' });
    const wanting = unsatisfied(judge('opportunity-shown', at).rule!).map(({ fact }) => fact);
    expect(wanting).toEqual(['deal.class', 'deal.amount', 'deal.productLines']);
  });

  test('the funnel shows opportunity and project inside the first two stages', () => {
    expect(column('needs', 'lead')).toBe('needs');
    expect(column('needs', 'opportunity')).toBe('opportunity');
    expect(column('funding', 'opportunity')).toBe('funding');
    expect(column('funding', 'project')).toBe('project');
  });
});

test('a substitute and rivals already in it speak against our competing, and do not shut the gate', () => {
  const against = signalsOf('we-compete').filter(({ direction }) => direction === 'refutes');
  expect(against.map(({ id }) => id)).toEqual(['other-substitute', 'rivals-already-in']);
  const told = against.map(({ id, direction }) => seen('we-compete', id, direction, id));
  expect(judge('we-compete', situation({}, {}, told))).toMatchObject({
    met: false,
    state: 'refuted',
    mandatory: false,
  });
  const answered = [...told, seen('we-compete', 'shuts-others-out', 'supports', '李工')];
  expect(judge('we-compete', situation({}, {}, answered)).state).toBe('contested');
  const gate = evaluateGate(sevenStep, 'needs', situation({}, {}, told));
  expect(gate.misses.map(({ key }) => key)).not.toContain('check:we-compete');
  expect(gate.advice.map(({ key }) => key)).toContain('check:we-compete');
});

describe('a coach is one by conduct', () => {
  const person = { name: '陈工', roles: ['user'] as const, coach: true };
  test.each<[string, boolean | null, { coachScore?: number; coachOccasions?: number }]>([
    ['four signs on two occasions', true, { coachScore: 4, coachOccasions: 2 }],
    ['four signs on one occasion', false, { coachScore: 4, coachOccasions: 1 }],
    ['three signs on five occasions', false, { coachScore: 3, coachOccasions: 5 }],
    ['a claim, nothing counted yet', null, {}],
  ])('%s: %o', (_, truth, score) => {
    const judged = judge('coach-shown', situation({}, { stakeholders: [{ ...person, ...score }] }));
    expect(judged.rule?.truth).toBe(truth);
    const state = truth === null ? 'unknown' : truth ? 'met' : 'unmet';
    expect(judged).toMatchObject({ met: truth === true, state, by: truth === null ? 'evidence' : 'rule' });
  });

  test('the eight signs can be seen, and a claim speaks against', () => {
    const signs = signalsOf('coach-shown');
    expect(signs.filter(({ direction }) => direction === 'supports')).toHaveLength(8);
    expect(signs.some(({ direction }) => direction === 'refutes')).toBe(true);
  });
});

test('the decision chain is drawn when each key person has four judgements and a faction', () => {
  const whole = {
    roles: ['decider', 'finalSay'],
    attitude: 'conservative',
    contactDegree: 1,
    stance: -1,
    faction: '无',
  };
  const others = [
    { name: '李工', roles: ['evaluator'] },
    { name: '陈工', roles: ['user'] },
  ];
  const drawn = (king: object) => {
    const stakeholders = [{ name: '王总', key: true, ...king }, ...others.map((one) => ({ ...one, key: false }))];
    return judge('chain-drawn', situation({}, { stakeholders } as FactLists)).met;
  };
  expect(drawn(whole)).toBe(true);
  for (const missing of Object.keys(whole))
    expect([missing, drawn({ ...whole, [missing]: undefined })]).toEqual([missing, false]);
});

test('a bid counts only before the deadline, and only what the bid desk records decides', () => {
  const bid = (values: FactValues) => judge('submitted-in-time', situation(values));
  expect(bid({ 'bid.submitted': true, 'bid.inTime': true })).toMatchObject({ met: true, by: 'rule' });
  expect(bid({ 'bid.submitted': true, 'bid.inTime': false })).toMatchObject({ met: false, state: 'unmet' });
  expect(bid({ 'bid.submitted': false })).toMatchObject({ met: false, state: 'unmet' });
  const open = bid({});
  expect(open).toMatchObject({ met: false, by: 'evidence', state: 'unknown' });
  expect(unsatisfied(open.rule!).every(({ words }) => words.en.includes('not recorded yet'))).toBe(true);
  const receipt = [seen('submitted-in-time', 'submission-receipt', 'supports', '招标代理')];
  expect(judge('submitted-in-time', situation({}, {}, receipt)).met).toBe(true);
});

function opening(values: FactValues) {
  return judge('opening-recorded', situation(values)).met;
}

test('a negotiated bid has no opening to record', () => {
  expect(opening({ 'bid.decision': 'negotiated' })).toBe(true);
  expect(opening({ 'bid.decision': 'go', 'bid.openingRecorded': false })).toBe(false);
});

test('money needs a source beside its amount', () => {
  expect(judge('budget-in-place', situation({ 'budget.state': 'inPlace' })).met).toBe(false);
  const own: FactValues = { 'budget.state': 'inPlace', 'budget.source': 'thirdParty' };
  expect(judge('budget-in-place', situation(own)).met).toBe(true);
});
