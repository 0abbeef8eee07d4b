import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePlaybook } from '#method/compiled-playbook.ts';
import type { EvidenceRecord } from '#method/evidence.ts';
import { readEvidence } from '#method/former-method.ts';
import { defaultMapping, type PlaybookMapping, withChoices } from '#method/playbook-mapping.ts';
import { parsePlaybook } from '#method/playbook-text.ts';
import { isRefusal } from '#shared/refusal.ts';
import { winningStage } from '#deals/deal-decisions.ts';
import { historyOf } from '#deals/deal-situation.ts';
import { foresee, moveDeal, type Movable } from '#deals/moving/deal-move.ts';

function shipped(id: string) {
  const parsed = parsePlaybook(readFileSync(`playbooks/${id}.yaml`, 'utf8'));
  if (isRefusal(parsed)) throw new Error(`${id} is valid`);
  return parsed;
}
const sixStep = compilePlaybook(shipped('six-step'));
const industrial = compilePlaybook(shipped('industrial'));
const [there, back] = [
  defaultMapping(sixStep.playbook, industrial.playbook),
  defaultMapping(industrial.playbook, sixStep.playbook),
];
const checks = [...sixStep.checkById.keys()];
const winning = sixStep.stageById.get(winningStage(sixStep))!.index;
const now = '2026-06-01T08:00:00.000Z';

const acceptance = fc.record({
  check: fc.constantFrom(...checks),
  by: fc.constantFrom('ann', 'bob'),
  plan: fc.constant('写了计划'),
  on: fc.constant('2026-05-01'),
});
/** It covers what its own stage missed. */
const override = fc.constantFrom(...sixStep.stages).chain(({ stage: { id, checks: own } }) =>
  fc.record({
    stage: fc.constant(id),
    by: fc.constantFrom('ann', 'bob'),
    reason: fc.string({ minLength: 1 }),
    on: fc.constant('2026-05-01'),
    covered: fc.uniqueArray(fc.constantFrom(...own.map((check) => `check:${check.id}`)), { minLength: 1 }),
  }),
);
const anyDeal: fc.Arbitrary<Movable> = fc.record({
  amount: fc.option(fc.nat()),
  grade: fc.constant(null),
  origin: fc.constant(null),
  facts: fc.option(fc.constantFrom(...sixStep.scope.buyerStages)).map((step) => ({
    values: step === null ? {} : { 'buyer.stage': step as never },
    lists: {},
  })),
  acceptances: fc.uniqueArray(acceptance, { maxLength: 3, selector: ({ check }) => check }),
  overrides: fc.array(override, { maxLength: 3 }),
  playbookId: fc.constant('six-step'),
  playbookVersion: fc.constant(sixStep.playbook.version),
  formerMethods: fc.constant([]),
  stageId: fc.constantFrom(...sixStep.playbook.stages.slice(0, winning + 1).map(({ id }) => id)),
  stageSince: fc.constant('2026-03-01T08:00:00.000Z'),
});
/** Any choices at all. */
const choices = fc.record({
  stages: fc.dictionary(fc.constantFrom(...sixStep.stageById.keys()), fc.constantFrom(...industrial.stageById.keys())),
  checks: fc.dictionary(fc.constantFrom(...checks), fc.option(fc.constantFrom(...industrial.checkById.keys()))),
  buyerStages: fc.dictionary(
    fc.constantFrom(...sixStep.scope.buyerStages),
    fc.option(fc.constantFrom(...industrial.scope.buyerStages)),
  ),
});

describe('whatever the deal and the choices', () => {
  test('there and back it stands as it stood', () => {
    fc.assert(
      fc.property(anyDeal, choices, (deal, chosen) => {
        const moved = { ...deal, ...moveDeal(deal, sixStep, industrial, withChoices(there, chosen), now) };
        expect(moved.playbookId).toBe('industrial');
        expect(industrial.stageById.has(moved.stageId)).toBe(true);
        const { formerMethods: _former, ...again } = { ...moved, ...moveDeal(moved, industrial, sixStep, back, now) };
        const { formerMethods: _none, ...was } = deal;
        expect(again).toEqual(was);
      }),
    );
  });

  test('an open deal is put no further than the stage that wins it, and its overrides name its method', () => {
    fc.assert(
      fc.property(anyDeal, choices, (deal, chosen) => {
        const moved = moveDeal(deal, sixStep, industrial, withChoices(there, chosen), now);
        const last = industrial.stageById.get(winningStage(industrial))!.index;
        expect(industrial.stageById.get(moved.stageId)!.index).toBeLessThanOrEqual(last);
        for (const { stage, covered } of moved.overrides) {
          expect(industrial.stageById.has(stage)).toBe(true);
          expect(covered).not.toEqual([]);
        }
        for (const { check } of moved.acceptances) expect(industrial.checkById.has(check)).toBe(true);
      }),
    );
  });

  test('to an equal version nothing changes but the version', () => {
    const next = compilePlaybook({ ...sixStep.playbook, version: sixStep.playbook.version + 1 });
    const same: PlaybookMapping = defaultMapping(sixStep.playbook, next.playbook);
    const said = checks.map((check): EvidenceRecord => ({
      kind: 'evidence',
      id: check,
      check,
      statement: '说过',
      direction: 'supports',
      strength: 'written',
      source: { kind: 'document' },
      observedOn: '2026-05-30',
    }));
    fc.assert(
      fc.property(anyDeal, fc.subarray(said), (deal, records) => {
        const seen = foresee(deal, { productLines: 0, records }, sixStep, next, same, { now, today: '2026-06-01' });
        const { playbookVersion, formerMethods, ...kept } = seen.moved;
        expect(playbookVersion).toBe(sixStep.playbook.version + 1);
        expect(formerMethods).toHaveLength(1);
        expect({ ...deal, ...kept }).toEqual(deal);
        expect(seen).toMatchObject({ steps: 0, causes: [], evidence: { carried: records.length, aside: 0 } });
        expect(seen.gate.after).toEqual(seen.gate.before);
        expect(readEvidence(records, historyOf({ ...deal, ...seen.moved }))).toEqual(records);
      }),
    );
  });
});

test('what was changed meanwhile is not undone by going back', () => {
  const deal: Movable = {
    amount: null,
    grade: null,
    origin: null,
    facts: { values: { 'buyer.stage': 'discover' }, lists: {} },
    acceptances: [],
    overrides: [],
    playbookId: 'six-step',
    playbookVersion: sixStep.playbook.version,
    formerMethods: [],
    stageId: 'needs',
    stageSince: '2026-03-01T08:00:00.000Z',
  };
  const moved = { ...deal, ...moveDeal(deal, sixStep, industrial, there, now) };
  expect(moved).toMatchObject({ stageId: 'propose', facts: { values: { 'buyer.stage': 'approve' } } });
  const worked: Movable = { ...moved, stageId: 'bid', facts: { values: { 'buyer.stage': 'tender' }, lists: {} } };
  expect(moveDeal(worked, industrial, sixStep, back, now)).toMatchObject({
    stageId: 'value',
    stageSince: now,
    facts: { values: { 'buyer.stage': 'evaluate' } },
  });
});
