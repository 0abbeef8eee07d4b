import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { refuse } from '#shared/refusal.ts';
import { type EvidenceRecord, appendEvidence, evidenceByCheck, standingEvidence } from '#method/evidence.ts';

function evidence(id: string, retracts?: string): EvidenceRecord {
  return {
    kind: 'evidence',
    id,
    check: 'c',
    statement: 'seen',
    direction: 'supports',
    strength: 'said',
    source: { kind: 'observation' },
    observedOn: '2026-06-01',
    ...(retracts !== undefined && { retracts }),
  };
}
function retraction(id: string, retracts: string): EvidenceRecord {
  return { kind: 'retraction', id, retracts, reason: 'heard wrong' };
}
const ids = (records: readonly EvidenceRecord[]) => standingEvidence(records).map(({ id }) => id);

test('a later record takes an earlier one back, with or without another in its place', () => {
  expect(ids([evidence('1'), evidence('2'), retraction('3', '1')])).toEqual(['2']);
  expect(ids([evidence('1'), evidence('2', '1')])).toEqual(['2']);
});

test('a retraction that is taken back lets the first record stand again', () => {
  expect(ids([evidence('1'), retraction('2', '1'), retraction('3', '2')])).toEqual(['1']);
});

test('records in a ring take each other down and do not hang', () => {
  expect(ids([evidence('1', '2'), evidence('2', '1'), evidence('3')])).toEqual(['3']);
});

test('a record cannot retract itself', () => {
  expect(ids([evidence('1', '1')])).toEqual(['1']);
});

test('what stands does not depend on the order of the log', () => {
  const log = fc
    .array(fc.tuple(fc.boolean(), fc.nat({ max: 9 })), { maxLength: 10 })
    .map((parts) => parts.map(([plain, target], i) => evidence(String(i), plain ? undefined : String(target))));
  const mixed = log.chain((records) =>
    fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
  );
  fc.assert(
    fc.property(mixed, ([records, shuffled]) => {
      expect(ids(shuffled).toSorted()).toEqual(ids(records).toSorted());
    }),
  );
});

test('evidence is found by its check', () => {
  const byCheck = evidenceByCheck([evidence('1'), { ...evidence('2'), check: 'd' } as EvidenceRecord]);
  expect([...byCheck].map(([check, records]) => [check, records.length])).toEqual([
    ['c', 1],
    ['d', 1],
  ]);
});

test('the log only grows: a taken id and a retraction of nothing are refused', () => {
  const log = [evidence('1')];
  expect(appendEvidence(log, retraction('2', '1'))).toHaveLength(2);
  expect(appendEvidence(log, evidence('1'))).toEqual(refuse('evidence.duplicate', { id: '1' }));
  expect(appendEvidence(log, retraction('2', '9'))).toEqual(refuse('evidence.retractsUnknown', { id: '9' }));
});
