import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { compilePlaybook } from '#method/compiled-playbook.ts';
import { type EvidenceRecord, evidenceByCheck } from '#method/evidence.ts';
import { noFacts } from '#method/fact-source.ts';
import { defaultMapping } from '#method/playbook-mapping.ts';
import type { Check, Playbook } from '#method/playbook.ts';
import { parsePlaybook } from '#method/playbook-text.ts';
import { compareStanding, mappedKey } from '#method/standing.ts';

const parsed = parsePlaybook(readFileSync(new URL('../../playbooks/six-step.yaml', import.meta.url), 'utf8'));
if (isRefusal(parsed)) throw new Error('six-step is valid');
const base: Playbook = parsed;
const today = '2026-06-01';

/** Shown in writing today. */
const shown = (check: string): EvidenceRecord => ({
  kind: 'evidence',
  id: check,
  check,
  statement: '书面',
  direction: 'supports',
  strength: 'written',
  source: { kind: 'document' },
  observedOn: today,
});
const allChecks = base.stages.flatMap(({ checks }) => checks.map(({ id }) => id));
const artifacts = {
  values: {},
  lists: {
    artifacts: [
      { name: '需求树', kind: 'needsTree' },
      { name: '需求书', kind: 'requirementDocument' },
    ],
  },
} as const;

function compare(draft: Playbook, stage: string, met: readonly string[]) {
  const mapping = defaultMapping(base, draft);
  const situation = { facts: artifacts, evidence: evidenceByCheck(met.map(shown)), today };
  return compareStanding(
    { compiled: compilePlaybook(base), stage, situation },
    { compiled: compilePlaybook(draft), stage: mapping.stages[stage]!, situation },
    mapping,
  );
}

const withCheck = (stageId: string, check: Check): Playbook => ({
  ...base,
  version: 2,
  stages: base.stages.map((stage) => (stage.id === stageId ? { ...stage, checks: [...stage.checks, check] } : stage)),
});
const newCheck: Check = {
  ...base.stages[0]!.checks[0]!,
  id: 'new-check',
  text: { zh: '新', en: 'New' },
  rule: undefined,
};

test('a new ★ check behind the deal lets it stand lower, and is named', () => {
  expect(compare(withCheck('trust', newCheck), 'value', allChecks)).toMatchObject({
    stage: 'value',
    stands: 'trust',
    steps: 2,
    causes: [{ stage: 'trust', key: 'check:new-check' }],
  });
});

test('in its own stage it shuts the gate and moves nothing; ahead of it, and without ★, it does nothing', () => {
  const own = compare(withCheck('trust', newCheck), 'trust', allChecks);
  expect(own).toMatchObject({ steps: 0, causes: [], gate: { before: { open: true }, after: { open: false } } });
  expect(compare(withCheck('value', newCheck), 'trust', allChecks)).toMatchObject({ steps: 0 });
  expect(compare(withCheck('analyse', { ...newCheck, mandatory: false }), 'trust', allChecks).steps).toBe(0);
});

test('what is missing behind it already is not the draft’s doing', () => {
  const draft: Playbook = { ...base, version: 2 };
  expect(compare(draft, 'value', [])).toMatchObject({ steps: 0, causes: [] });
  const worse = compare(withCheck('trust', newCheck), 'value', []);
  expect(worse).toMatchObject({ steps: 2, causes: [{ key: 'check:new-check' }] });
});

test('a check that becomes ★, or moves to an earlier stage, counts when it is not met', () => {
  const starred: Playbook = {
    ...base,
    version: 2,
    stages: base.stages.map((stage) => ({
      ...stage,
      checks: stage.checks.map((check) => (check.id === 'alliance-signs' ? { ...check, mandatory: true } : check)),
    })),
  };
  const others = allChecks.filter((id) => id !== 'alliance-signs');
  expect(compare(starred, 'needs', others)).toMatchObject({ stands: 'trust', steps: 1 });
  expect(compare(starred, 'needs', allChecks)).toMatchObject({ steps: 0 });
});

test('between a version and itself nothing ever changes', () => {
  const compiled = compilePlaybook(base);
  const mapping = defaultMapping(base, base);
  fc.assert(
    fc.property(fc.constantFrom(...base.stages), fc.subarray(allChecks), (stage, met) => {
      const standing = {
        compiled,
        stage: stage.id,
        situation: { facts: noFacts, evidence: evidenceByCheck(met.map(shown)), today },
      };
      const { steps, causes, gate } = compareStanding(standing, standing, mapping);
      expect({ steps, causes, gate: gate.after }).toEqual({ steps: 0, causes: [], gate: gate.before });
    }),
    { numRuns: 40 },
  );
});

test('misses are named by what they become', () => {
  const mapping = { stages: {}, checks: { a: 'b', gone: null }, buyerStages: { design: 'specify' } };
  expect(
    ['check:a', 'check:gone', 'check:other', 'buyer:design', 'artifact:needsTree'].map((key) =>
      mappedKey(key, mapping),
    ),
  ).toEqual(['check:b', undefined, undefined, 'buyer:specify', 'artifact:needsTree']);
});
