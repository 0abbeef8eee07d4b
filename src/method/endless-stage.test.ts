import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addDays } from '#shared/day.ts';
import { isRefusal, refuse } from '#shared/refusal.ts';
import { advance } from '#method/advance.ts';
import { briefDeal } from '#method/briefing.ts';
import type { Situation } from '#method/check.ts';
import { compilePlaybook } from '#method/compiled-playbook.ts';
import type { Evidence } from '#method/evidence.ts';
import { evaluateGate } from '#method/gate.ts';
import { readPlaybook } from '#method/playbook-problems.ts';
import { parsePlaybook } from '#method/playbook-text.ts';

/** Keeping an account goes round and round: the key-account method's last stage. */
const read = parsePlaybook(readFileSync(new URL('../../playbooks/key-account.yaml', import.meta.url), 'utf8'));
if (isRefusal(read)) throw new Error('key-account is valid');
const playbook = read;
const keyAccount = compilePlaybook(playbook);
const signedOn = '2026-06-01';
const starred = playbook.stages.at(-1)!.checks.filter(({ mandatory }) => mandatory);

/** Everything that this round asks for was written down on the day of signature. */
const written = new Map(
  starred.map(({ id }): [string, Evidence[]] => [
    id,
    [
      {
        kind: 'evidence',
        id,
        check: id,
        statement: '已做',
        direction: 'supports',
        strength: 'written',
        source: { kind: 'document' },
        observedOn: signedOn,
      },
    ],
  ]),
);
function on(today: string, evidence: Situation['evidence'] = written): Situation {
  return {
    facts: { values: { 'buyer.stage': 'use' }, lists: { artifacts: [{ name: '规划', kind: 'accountPlan' }] } },
    evidence,
    today,
  };
}

test('nothing leaves the stage: not when all is done, not when much is missing, not by override', () => {
  const endless = refuse('stage.endless', { stage: 'maintain' });
  for (const evidence of [written, new Map<string, Evidence[]>()]) {
    const gate = evaluateGate(keyAccount, 'maintain', on(signedOn, evidence));
    expect(gate).toMatchObject({ endless: true, open: evidence === written, next: undefined });
    const leave = (request?: { by: string; reason: string }) =>
      advance(keyAccount, 'maintain', on(signedOn, evidence), request);
    expect(leave()).toEqual(endless);
    expect(leave({ by: '经理', reason: '到此为止' })).toEqual(endless);
  }
  expect(evaluateGate(keyAccount, 'cooperate', on(signedOn)).endless).toBe(false);
});

test('the round is done, then falls due again as time goes by: the review after about a quarter', () => {
  const missed = (days: number) =>
    evaluateGate(keyAccount, 'maintain', on(addDays(signedOn, days))).misses.flatMap((miss) =>
      miss.kind === 'check' ? [miss.check] : [],
    );
  expect(missed(0)).toEqual([]);
  expect(missed(30)).toEqual(['cadence-kept']);
  expect(missed(80)).not.toContain('plan-reviewed');
  expect(missed(95)).toContain('plan-reviewed');
  const gate = evaluateGate(keyAccount, 'maintain', on(addDays(signedOn, 95)));
  const review = gate.misses.find(({ key }) => key === 'check:plan-reviewed')!;
  expect(review).toMatchObject({ state: 'stale', act: { by: addDays(signedOn, 95 + 21) } });
  expect(review.act.act.zh).toContain('重新核实');
});

test('what is due is said as a round, and not as a gate to run up against', () => {
  const [due, done] = [new Map<string, Evidence[]>(), written].map((evidence) =>
    briefDeal(keyAccount, 'maintain', on(signedOn, evidence)).warnings.map(({ code }) => code),
  );
  expect(due).toEqual(['roundDue']);
  expect(done).toEqual([]);
});

function problems(raw: unknown) {
  const result = readPlaybook(raw);
  return isRefusal(result) ? result.data.problems.map(({ at, words }) => [at, words.en]) : [];
}

test('only the last stage may be endless, and something has to win the deal before it', () => {
  const stages = playbook.stages.map((stage, i) => (i === 0 ? { ...stage, endless: true } : stage));
  expect(problems(playbook)).toEqual([]);
  expect(problems({ ...playbook, stages })).toEqual([['stages[0].endless', 'only the last stage can be endless']]);
  const never = [['stages[3].endless', expect.stringContaining('wonAfter')]];
  expect(problems({ ...playbook, wonAfter: undefined })).toEqual(never);
  expect(problems({ ...playbook, wonAfter: 'maintain' })).toEqual(never);
});
