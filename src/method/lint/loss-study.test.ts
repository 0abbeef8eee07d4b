import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { compilePlaybook } from '#method/compiled-playbook.ts';
import { appliedRules, shippedLint } from '#method/lint/company-lint.ts';
import { compileLint } from '#method/lint/lint.ts';
import { type ClosedDeal, studyLosses } from '#method/lint/loss-study.ts';
import { parsePlaybook } from '#method/playbook-text.ts';

const today = '2026-06-01';
const read = parsePlaybook(readFileSync(new URL('../../../tests/fixtures/small-method.yaml', import.meta.url), 'utf8'));
if (isRefusal(read)) throw new Error('the small method should be read');
const compiled = compilePlaybook(read);
const lint = compileLint(appliedRules(shippedLint), compiled);

/** A closed deal as it stood. 'registered' is a check of the first stage that is no ★, 'signed' the ★ of the second. */
function closed(won: boolean, shown: boolean, stageId = 'open'): ClosedDeal {
  const values = { 'supplier.registered': shown, 'contract.state': shown ? 'signed' : 'draft' } as const;
  const facts = { values, lists: {} };
  return {
    won,
    subject: {
      compiled,
      stageId,
      state: 'open',
      situation: { facts, evidence: new Map(), today },
      startedOn: today,
      stageSince: today,
      closeOn: null,
      steps: [],
      closeMoves: [],
      overrides: [],
    },
  };
}
const many = (count: number, won: boolean, shown: boolean, stageId?: string) =>
  Array.from({ length: count }, () => closed(won, shown, stageId));
const checksOf = (deals: readonly ClosedDeal[]) =>
  studyLosses(deals, () => lint).rows.filter(({ omen }) => omen.kind === 'check');

test('a check that was not met is held against the losses, also where it is no ★', () => {
  const deals = [...many(9, false, false), ...many(3, true, false), ...many(2, false, true), ...many(10, true, true)];
  expect(checksOf(deals)).toMatchObject([
    {
      omen: { kind: 'check', id: 'registered', playbook: 'small', mandatory: false },
      lift: { deals: 24, withIt: { lost: 9, deals: 12 }, without: { lost: 2, deals: 12 }, verdict: 'foretells' },
    },
  ]);
});

test('of a later stage only the deals count that came so far', () => {
  const deals = [...many(10, false, false), ...many(6, false, false, 'close'), ...many(6, true, true, 'close')];
  const rested = checksOf(deals).map(({ omen, lift }) => [omen.id, lift.deals]);
  expect(Object.fromEntries(rested)).toEqual({ registered: 22, signed: 12 });
  expect(checksOf(deals).find(({ omen }) => omen.id === 'signed')?.omen).toMatchObject({ mandatory: true });
});
