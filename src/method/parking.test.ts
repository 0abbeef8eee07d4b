import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRefusal, refuse } from '#shared/refusal.ts';
import type { Situation } from '#method/check.ts';
import { compilePlaybook } from '#method/compiled-playbook.ts';
import type { Direction, Evidence } from '#method/evidence.ts';
import { classify } from '#method/opportunity-class.ts';
import { park, parkingAdvice } from '#method/parking.ts';
import { parsePlaybook } from '#method/playbook-text.ts';

const playbook = parsePlaybook(readFileSync(new URL('../../playbooks/six-step.yaml', import.meta.url), 'utf8'));
if (isRefusal(playbook)) throw new Error('six-step is valid');
const sixStep = compilePlaybook(playbook);
const five = ['fits-our-strength', 'budget-known', 'timetable-known', 'can-win', 'worth-it'];
const today = '2026-06-01';

function advice(answers: Record<string, Direction>) {
  const evidence = Object.entries(answers).map(([check, direction]): [string, Evidence[]] => [
    check,
    [
      {
        kind: 'evidence',
        id: check,
        check,
        statement: 's',
        direction,
        strength: 'done',
        source: { kind: 'observation' },
        observedOn: today,
      },
    ],
  ]);
  const situation: Situation = { facts: { values: {}, lists: {} }, evidence: new Map(evidence), today };
  return parkingAdvice(sixStep, situation);
}
const allYes = Object.fromEntries(five.map((id) => [id, 'supports' as const]));

test('five times yes is an opportunity', () => {
  expect(advice(allYes)).toMatchObject({
    verdict: 'opportunity',
    answers: five.map((check) => ({ check, answer: 'yes' })),
  });
});
test('one no means keep contact, with a day to come back', () => {
  expect(advice({ ...allYes, 'can-win': 'refutes' })).toMatchObject({
    verdict: 'keepContact',
    revisitOn: '2026-08-30',
    name: { zh: '维持联系' },
  });
});
test('what is not known is to be found out first', () => {
  expect(advice({ 'worth-it': 'supports' })?.verdict).toBe('findOut');
});
test('a playbook without criteria gives no advice', () => {
  const without = compilePlaybook({ ...playbook, parking: undefined });
  expect(parkingAdvice(without, { facts: { values: {}, lists: {} }, evidence: new Map(), today })).toBeUndefined();
});
test('a deal is parked with a reason and a day ahead', () => {
  const ask = (reason: string, revisitOn: string) => park('analyse', { reason, revisitOn }, today);
  expect(ask(' 预算明年才有 ', '2026-12-01')).toEqual({
    outcome: 'parked',
    stage: 'analyse',
    reason: '预算明年才有',
    revisitOn: '2026-12-01',
  });
  expect(ask(' ', '2026-12-01')).toEqual(refuse('parking.reasonRequired'));
  expect(ask('r', today)).toEqual(refuse('parking.revisitNotAhead', { revisitOn: today }));
});

test.each([
  ['lead', {}],
  ['lead', { 'deal.amount': 100, 'deal.productLines': 1, 'deal.needExplicit': false }],
  ['opportunity', { 'deal.amount': 100, 'deal.productLines': 1 }],
  ['opportunity', { 'deal.amount': 100, 'deal.productLines': 1, 'project.approval': 'approved' }],
  ['lead', { 'project.approval': 'approved', 'budget.state': 'inPlace' }],
  [
    'project',
    { 'deal.amount': 100, 'deal.productLines': 1, 'project.approval': 'approved', 'budget.state': 'inPlace' },
  ],
] as const)('%s by rule: %o', (dealClass, values) => {
  expect(classify({ values, lists: {} }).dealClass).toBe(dealClass);
});
