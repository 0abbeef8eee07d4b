import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRefusal, refuse } from '#shared/refusal.ts';
import { advance, retreat, unhealed } from '#method/advance.ts';
import type { Situation } from '#method/check.ts';
import { compilePlaybook } from '#method/compiled-playbook.ts';
import type { Evidence } from '#method/evidence.ts';
import { noFacts } from '#method/fact-source.ts';
import { evaluateGate } from '#method/gate.ts';
import { parsePlaybook } from '#method/playbook-text.ts';

const today = '2026-06-01';
const blank: Situation = { facts: noFacts, evidence: new Map(), today };
const read = parsePlaybook(readFileSync(new URL('../../playbooks/six-step.yaml', import.meta.url), 'utf8'));
if (isRefusal(read)) throw new Error(JSON.stringify(read.data.problems));
const sixStep = compilePlaybook(read);

function told(check: string): [string, Evidence[]] {
  const source = { kind: 'document', id: 'd' } as const;
  const shown = { statement: 'shown to us', direction: 'supports', strength: 'written' } as const;
  return [check, [{ kind: 'evidence', id: check, check, ...shown, source, observedOn: today }]];
}

const shut = evaluateGate(sixStep, 'collect', blank);
test('a shut gate refuses with all its misses', () => {
  expect(advance(sixStep, 'collect', blank)).toEqual(refuse('gate.closed', { stage: 'collect', misses: shut.misses }));
});
test('a manager may override with a reason, and the record says what was covered', () => {
  expect(advance(sixStep, 'collect', blank, { by: 'manager', reason: '  ' })).toEqual(
    refuse('override.reasonRequired'),
  );
  expect(advance(sixStep, 'collect', blank, { by: 'manager', reason: '老客户，款已走流程' })).toEqual({
    outcome: 'won',
    from: 'collect',
    override: {
      stage: 'collect',
      by: 'manager',
      reason: '老客户，款已走流程',
      on: today,
      covered: ['check:reviews-passed', 'check:delivered-and-accepted', 'check:all-paid'],
    },
  });
});
test('an override heals as what it covered is met', () => {
  const record = { stage: 'collect', by: 'm', reason: 'r', on: today, covered: shut.misses.map(({ key }) => key) };
  const evidence = new Map(['reviews-passed', 'all-paid'].map((id) => told(id)));
  expect(unhealed(record, evaluateGate(sixStep, 'collect', { ...blank, evidence }))).toEqual([
    'check:delivered-and-accepted',
  ]);
  evidence.set(...told('delivered-and-accepted'));
  const open = evaluateGate(sixStep, 'collect', { ...blank, evidence });
  expect(unhealed(record, open)).toEqual([]);
  expect(advance(sixStep, 'collect', { ...blank, evidence }, { by: 'm', reason: 'not needed' })).toEqual({
    outcome: 'won',
    from: 'collect',
  });
});
test('backward moves need an earlier stage and a reason', () => {
  expect(retreat(sixStep, 'value', 'trust', '决策者换人')).toMatchObject({ outcome: 'movedBack', to: 'trust' });
  expect(retreat(sixStep, 'value', 'value', 'r')).toEqual(refuse('stage.notEarlier', { from: 'value', to: 'value' }));
  expect(retreat(sixStep, 'value', 'nowhere', 'r')).toEqual(refuse('stage.unknown', { stage: 'nowhere' }));
  expect(retreat(sixStep, 'value', 'trust', ' ')).toEqual(refuse('retreat.reasonRequired'));
});
