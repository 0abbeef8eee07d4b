import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { compareVersions } from '#method/migration.ts';
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
