import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { briefDeal } from '#method/briefing.ts';
import { type CompiledPlaybook, compilePlaybook } from '#method/compiled-playbook.ts';
import type { Evidence } from '#method/evidence.ts';
import type { FactValues } from '#method/fact-source.ts';
import { evaluateGate } from '#method/gate.ts';
import type { Playbook } from '#method/playbook.ts';
import { parsePlaybook } from '#method/playbook-text.ts';

/** What is particular to selling by visits and to the buyer's decision cycle (Playbooks P5, P6). */
const today = '2026-06-01';
const visit = builtIn('visit');

test('selling by visits: the order and the kept promise are decided by what is recorded', () => {
  const evidence = new Map(['order-received', 'promise-kept'].map((check) => [check, [written(check)]]));
  const judged = (stage: string, values: FactValues, check: string) => {
    const gate = evaluateGate(visit, stage, { facts: { values, lists: {} }, evidence, today });
    return gate.judgements.find((one) => one.check === check);
  };
  expect(judged('close', { 'order.received': false, 'contract.state': 'draft' }, 'order-received')).toMatchObject({
    by: 'rule',
    met: false,
  });
  expect(judged('close', { 'contract.state': 'signed' }, 'order-received')).toMatchObject({ by: 'rule', met: true });
  expect(judged('after', { 'promises.open': 1 }, 'promise-kept')).toMatchObject({ by: 'rule', met: false });
  expect(judged('after', { 'promises.open': 0 }, 'promise-kept')).toMatchObject({ by: 'rule', met: true });
});

test('selling by visits: each figure of the trade is called a saying, with nothing to show for it', () => {
  const tips = visit.playbook.stages.flatMap((stage) => stage.tips);
  const figures = tips.filter(({ zh }) => /四成|五次|第一年|三十秒|多数异议|好多倍/.test(zh));
  expect(figures).toHaveLength(6);
  for (const { zh, en } of figures) {
    expect(zh).toMatch(/^行里的说法（(没有可靠统计|经验之谈)/);
    expect(en).toMatch(/^A saying of the trade \((no reliable figures|experience, not measured)/);
  }
});

test("the buyer's decision cycle runs one to one with the buyer, and its last questions before the first decision are implications", () => {
  const { playbook } = builtIn('buyer-cycle');
  expect(playbook.followsBuyer).toBe(true);
  expect(playbook.stages.flatMap((stage) => stage.buyerStages)).toEqual(playbook.buyerStages.map(({ id }) => id));
  expect(kindsIn(playbook, 'satisfied')).toEqual(expect.arrayContaining(['situation', 'problem']));
  expect(kindsIn(playbook, 'acknowledge')).toEqual(expect.arrayContaining(['problem', 'implication']));
  expect(kindsIn(playbook, 'weigh')).toEqual(expect.arrayContaining(['needPayoff']));
});

test("selling by visits does not wait for the buyer, so an unknown step is told without 'cannot'; the cycle does", () => {
  expect(buyerWarning(visit)).not.toMatch(/cannot/);
  expect(buyerWarning(builtIn('buyer-cycle'))).toMatch(/cannot move on/);
});

function buyerWarning(compiled: CompiledPlaybook) {
  const situation = { facts: { values: {}, lists: {} }, evidence: new Map(), today };
  const { warnings } = briefDeal(compiled, compiled.stages[0]!.stage.id, situation);
  return warnings.find(({ code }) => code === 'buyerUnknown')?.words.en;
}

function kindsIn({ stages }: Playbook, stage: string) {
  const { checks } = stages.find(({ id }) => id === stage)!;
  return checks.flatMap(({ next }) => next.question?.kind ?? []);
}

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

function builtIn(name: string): CompiledPlaybook {
  const playbook = parsePlaybook(readFileSync(new URL(`../../playbooks/${name}.yaml`, import.meta.url), 'utf8'));
  if (isRefusal(playbook)) throw new Error(JSON.stringify(playbook.data.problems));
  return compilePlaybook(playbook);
}
