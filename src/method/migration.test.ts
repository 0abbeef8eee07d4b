import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import type { EvidenceRecord } from '#method/evidence.ts';
import { compareVersions, mapEvidence, mapStage } from '#method/migration.ts';
import type { Playbook } from '#method/playbook.ts';
import { parsePlaybook } from '#method/playbook-text.ts';

const parsed = parsePlaybook(readFileSync(new URL('../../playbooks/six-step.yaml', import.meta.url), 'utf8'));
if (isRefusal(parsed)) throw new Error('six-step is valid');
const before: Playbook = parsed;
const [analyse, trust, ...rest] = before.stages as [
  Playbook['stages'][0],
  Playbook['stages'][0],
  ...Playbook['stages'],
];
const [information, guide, ...others] = analyse.checks as [
  (typeof analyse.checks)[0],
  (typeof analyse.checks)[0],
  ...typeof analyse.checks,
];

/** 'trust' is gone, its first check moved to 'analyse'; one check is no longer ★, one is dropped, one is new. */
const after: Playbook = {
  ...before,
  version: before.version + 1,
  stages: [
    {
      ...analyse,
      name: { zh: '分析', en: 'Analyse' },
      checks: [{ ...information, mandatory: false }, { ...guide, id: 'guide-shown' }, ...others, trust.checks[0]!],
    },
    ...rest,
  ],
};

test('nothing differs between a playbook and itself', () => {
  expect(compareVersions(before, structuredClone(before))).toEqual({
    from: before.version,
    to: before.version,
    stages: { added: [], removed: [], changed: [] },
    checks: { added: [], removed: [], changed: [], moved: [] },
  });
});

test('what changed is named by id and part', () => {
  expect(compareVersions(before, after)).toEqual({
    from: before.version,
    to: before.version + 1,
    stages: { added: [], removed: ['trust'], changed: [{ id: 'analyse', parts: ['name'] }] },
    checks: {
      added: ['guide-shown'],
      removed: ['guide-found', ...trust.checks.slice(1).map(({ id }) => id)],
      changed: [{ id: 'information-complete', parts: ['mandatory'] }],
      moved: [{ id: 'styles-known', from: 'trust', to: 'analyse' }],
    },
  });
});

function said(id: string, check: string): EvidenceRecord {
  return {
    kind: 'evidence',
    id,
    check,
    statement: 's',
    direction: 'supports',
    strength: 'said',
    source: { kind: 'observation' },
    observedOn: '2026-06-01',
  };
}

test('evidence goes over by the id of its check; the rest is kept aside', () => {
  const records = [
    said('1', 'styles-known'),
    said('2', 'guide-found'),
    { kind: 'retraction', id: '3', retracts: '1', reason: 'r' } as const,
  ];
  const { carried, aside } = mapEvidence(records, after);
  expect(carried.map(({ id }) => id)).toEqual(['1', '3']);
  expect(aside.map(({ id }) => id)).toEqual(['2']);
});

test('a deal goes on from its stage, or from the nearest earlier one that is left', () => {
  expect(mapStage('value', before, after)).toBe('value');
  expect(mapStage('trust', before, after)).toBe('analyse');
  expect(mapStage('nowhere', before, after)).toBe('analyse');
});
