import { z } from 'zod';
import { Day } from '#shared/day.ts';
import { type Refusal, refuse } from '#shared/refusal.ts';

/** Weight of a fresh record by how it came to us. Source: Domain §5. */
export const strengthWeights = { rumour: 0.2, said: 0.4, done: 0.7, written: 0.9 } as const;
export const strengths = ['rumour', 'said', 'done', 'written'] as const;
export const Strength = z.enum(strengths);
export type Strength = z.infer<typeof Strength>;

export function isStrength(word: string): word is Strength {
  return Object.hasOwn(strengthWeights, word);
}

/** How much a fresh record of each strength counts, 0–1, where a method says otherwise than `strengthWeights`. */
export type EvidenceWeights = { readonly [strength in Strength]?: number | undefined };

export const Direction = z.enum(['supports', 'refutes']);
export type Direction = z.infer<typeof Direction>;

/** Who or what told us. Records without an id share one anonymous source of their kind. */
export const Source = z.object({
  kind: z.enum(['stakeholder', 'channel', 'document', 'observation']),
  id: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

/** A published version of a playbook. */
export const MethodRef = z.object({ playbookId: z.string(), version: z.int() });
export type MethodRef = z.infer<typeof MethodRef>;

/** One observation about one check. Records are never changed: a later record may retract an earlier one. */
export const Evidence = z.object({
  kind: z.literal('evidence'),
  id: z.string(),
  check: z.string(),
  statement: z.string().min(1).max(2000),
  signal: z.string().optional(),
  direction: Direction,
  strength: Strength,
  source: Source,
  observedOn: Day,
  recordedBy: z.string().optional(),
  /** the earlier record that this one corrects */
  retracts: z.string().optional(),
  /** the method it was recorded under; absent: the one that the deal began with */
  under: MethodRef.optional(),
  /** read under another method than its own: the check and signal that it was recorded for (former-method.ts) */
  recordedFor: z.object({ check: z.string(), signal: z.string().optional() }).optional(),
  /** its check has no counterpart in the present method: kept, and counted for nothing there */
  aside: z.literal(true).optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Takes an earlier record back without putting another in its place. */
export const Retraction = z.object({
  kind: z.literal('retraction'),
  id: z.string(),
  retracts: z.string(),
  reason: z.string().min(1).max(2000),
  recordedBy: z.string().optional(),
});
export type Retraction = z.infer<typeof Retraction>;

export const EvidenceRecord = z.discriminatedUnion('kind', [Evidence, Retraction]);
export type EvidenceRecord = z.infer<typeof EvidenceRecord>;

/**
 * The evidence that still stands. A record falls when a standing record retracts it; if the retraction is itself
 * retracted, the first record stands again. The order of the records does not matter.
 */
export function standingEvidence(records: readonly EvidenceRecord[]): Evidence[] {
  const retractors = new Map<string, string[]>();
  for (const { id, retracts } of records) {
    if (retracts === undefined || retracts === id) continue;
    const earlier = retractors.get(retracts);
    if (earlier) earlier.push(id);
    else retractors.set(retracts, [id]);
  }
  const isEvidence = (record: EvidenceRecord): record is Evidence => record.kind === 'evidence';
  if (retractors.size === 0) return records.filter(isEvidence);
  const stands = (id: string, path: readonly string[]): boolean =>
    !(retractors.get(id) ?? []).some((by) => !path.includes(by) && stands(by, [...path, by]));
  return records.filter(isEvidence).filter((record) => stands(record.id, [record.id]));
}

/** The standing evidence on each check of the present method; what is kept aside is on none. */
export function evidenceByCheck(records: readonly EvidenceRecord[]): Map<string, Evidence[]> {
  const byCheck = new Map<string, Evidence[]>();
  for (const record of standingEvidence(records)) {
    if (record.aside) continue;
    const list = byCheck.get(record.check);
    if (list) list.push(record);
    else byCheck.set(record.check, [record]);
  }
  return byCheck;
}

/** May this record join the log? Refused when its id is taken or it retracts a record that is not there. */
export function appendEvidence(
  log: readonly EvidenceRecord[],
  record: EvidenceRecord,
):
  | readonly EvidenceRecord[]
  | Refusal<'evidence.duplicate', { id: string }>
  | Refusal<'evidence.retractsUnknown', { id: string }> {
  if (log.some(({ id }) => id === record.id)) return refuse('evidence.duplicate', { id: record.id });
  const { retracts } = record;
  if (retracts !== undefined && !log.some(({ id }) => id === retracts)) {
    return refuse('evidence.retractsUnknown', { id: retracts });
  }
  return [...log, record];
}
