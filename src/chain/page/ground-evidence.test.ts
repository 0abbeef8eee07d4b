import { expect, it } from 'vitest';
import type { Check } from '#method/playbook.ts';
import type { EvidenceView } from '#deals/deal-gate.ts';
import { checkOfCoach, evidenceFor } from '#chain/page/ground-evidence.ts';

function seen(id: string, observedOn: string, by: string | undefined, stands = true): EvidenceView {
  return {
    record: {
      kind: 'evidence',
      id,
      check: 'need',
      direction: 'supports',
      strength: 'said',
      statement: id,
      source: by ? { kind: 'stakeholder', id: by } : { kind: 'observation' },
      observedOn,
    },
    stands,
    sourceName: null,
    recordedAt: `${observedOn}T08:00:00Z`,
    recordedByName: null,
    attachmentId: null,
  };
}
const retraction: EvidenceView = {
  ...seen('gone', '2026-11-03', 'gao'),
  record: { kind: 'retraction', id: 'back', retracts: 'gone', reason: '记错' },
};

it('offers what the person said first, then the newest; what no longer stands is no ground', () => {
  const all = [
    seen('old', '2026-10-01', undefined),
    seen('of gao', '2026-09-01', 'gao'),
    seen('new', '2026-11-01', 'wei'),
    seen('gone', '2026-11-02', 'gao', false),
    retraction,
  ];
  expect(evidenceFor(all, { id: 'gao' }).map(({ record }) => record.id)).toEqual(['of gao', 'new', 'old']);
  expect(evidenceFor(all, undefined).map(({ record }) => record.id)).toEqual(['new', 'old', 'of gao']);
});

it('files the sign of a coach under the check that asks for one', () => {
  const fits = { id: 'fits' } as Check;
  const rule: Check['rule'] = { fact: 'stakeholders.count', with: { coach: true }, atLeast: 1 };
  const guide = { id: 'guide', rule } as Check;
  expect(checkOfCoach([fits, guide])?.id).toBe('guide');
  const shown: Check['rule'] = { not: { fact: 'stakeholders.count', with: { coachScoreAtLeast: 4 }, atMost: 0 } };
  expect(checkOfCoach([fits, { id: 'shown', rule: shown } as Check])?.id).toBe('shown');
  const none: Check['rule'] = { fact: 'stakeholders.count', with: { coach: false }, atLeast: 1 };
  expect(checkOfCoach([fits, { id: 'none', rule: none } as Check])?.id).toBe('fits');
  expect(checkOfCoach([fits])?.id).toBe('fits');
  expect(checkOfCoach([])).toBeUndefined();
});
