import { z } from 'zod';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';

/** One line of the audit log: who did what to which record, and what changed. */
export const AuditEvent = z.object({
  id: Id,
  at: Instant,
  type: z.string(),
  subjectKind: z.string(),
  subjectId: Id,
  actorId: Id.nullable(),
  actorName: z.string().nullable().meta({ description: 'null: nobody known, or the system' }),
  data: z.record(
    z.string(),
    z.unknown().meta({ description: 'As the type of the event tells it: name, before, after …' }),
  ),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/**
 * What is wrong with the log. `changed`: an event is not what was sealed. `removed`: a sealed event is gone.
 * `inserted`: an event stands among the old ones that was not there when they were sealed. `sealBroken`: a seal is
 * missing or was rewritten, or the whole chain was made anew since its head was noted.
 */
export const faultKinds = ['changed', 'removed', 'inserted', 'sealBroken'] as const;
export const AuditFault = z.object({
  kind: z.enum(faultKinds),
  seq: z.int().nullable().meta({ description: 'Place in the chain; null for an event outside of it' }),
  eventId: Id.nullable(),
  at: Instant.nullable(),
  type: z.string().nullable(),
});
export type AuditFault = z.infer<typeof AuditFault>;

/** Number of seals and the hash of the last: noted outside of the database, it proves that none was rewritten since. */
export const ChainHead = z.object({ seq: z.int().min(0), hash: z.string() });
export type ChainHead = z.infer<typeof ChainHead>;

export const Verification = z.object({
  intact: z.boolean(),
  sealed: z.int().meta({ description: 'Events in the chain' }),
  pending: z.int().meta({ description: 'New events that the next sealing takes in' }),
  head: ChainHead,
  faults: z.array(AuditFault).meta({ description: 'The first 100' }),
  faultCount: z.int(),
});
export type Verification = z.infer<typeof Verification>;

/** Hash before the first event. */
export const GENESIS = '0'.repeat(64);

/** JSON with sorted keys and no space: one text for one value, whoever writes it. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}
