import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { judgeCheck } from '#method/check.ts';
import { compilePlaybook } from '#method/compiled-playbook.ts';
import type { FactLists, FactValues } from '#method/fact-source.ts';
import { parsePlaybook } from '#method/playbook-text.ts';

/** What the key-account method asks for in particular. Source: Playbooks P4; its endless stage has a test of its own. */
const read = parsePlaybook(readFileSync(new URL('../../playbooks/key-account.yaml', import.meta.url), 'utf8'));
if (isRefusal(read)) throw new Error('key-account is valid');
const keyAccount = compilePlaybook(read);

function judge(check: string, values: FactValues, lists: FactLists = {}) {
  const situation = { facts: { values, lists }, evidence: new Map(), today: '2026-06-01' };
  return judgeCheck(keyAccount.checkById.get(check)!, situation);
}

test.each<[string, FactValues, FactValues]>([
  ['screening-met', { 'account.screeningOpen': 0, 'account.screeningMet': true }, { 'account.screeningMet': false }],
  ['screening-met', { 'account.screeningOpen': 0, 'account.screeningMet': true }, { 'account.screeningOpen': 2 }],
  ['contract-signed', { 'contract.state': 'signed' }, { 'contract.state': 'approved' }],
  ['cadence-kept', { 'visits.cadenceKept': true }, { 'visits.cadenceKept': false }],
  ['satisfaction-reached', { 'satisfaction.targetMet': true }, { 'satisfaction.targetMet': false }],
  ['plan-reviewed', { 'accountPlan.reviewedInTime': true }, { 'accountPlan.reviewedInTime': false }],
])('★ %s is decided by its rule: met by %o, not by %o, unknown while nothing is recorded', (check, yes, no) => {
  expect(judge(check, yes)).toMatchObject({ mandatory: true, met: true, by: 'rule' });
  expect(judge(check, no)).toMatchObject({ met: false, state: 'unmet' });
  expect(judge(check, {})).toMatchObject({ met: false, state: 'unknown', by: 'evidence' });
});

function met(...recorded: (boolean | undefined)[]) {
  const activities = recorded.map((one) => ({ name: '面谈', kind: 'visit', done: true, recorded: one }) as const);
  return judge('meetings-recorded', {}, { activities }).rule?.truth;
}

test('every meeting is on record, not just one', () => {
  expect(met(true, true)).toBe(true);
  expect(met(true, false)).toBe(false);
  expect(met(true, undefined)).toBe(null);
  expect(met()).toBe(false);
});
