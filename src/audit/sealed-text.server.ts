import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from '#audit/audit.ts';

/** An event as it is sealed: every column, the time to the microsecond. */
export type SealedEvent = {
  id: string;
  at_us: string;
  actor_id: string | null;
  type: string;
  subject_kind: string;
  subject_id: string;
  account_id: string | null;
  data: unknown;
  request_id: string | null;
  /** null for events that are older than salts are, and for those that were blanked. */
  salt: string | null;
};

export const sealedColumns = sql.raw(
  `e.id, (extract(epoch from e.at) * 1000000)::bigint::text as at_us, e.actor_id, e.type, e.subject_kind, e.subject_id,
   e.account_id, e.data, e.request_id, e.salt`,
);

/** SHA-256, in hex, over the hash before and the event. Anybody can recompute it from an export. */
export function sealOf(before: string, event: SealedEvent): string {
  const { id, at_us, actor_id, type, subject_kind, subject_id, account_id, data, request_id } = event;
  const salt = event.salt ?? undefined;
  const text = canonicalJson({
    id,
    at_us,
    actor_id,
    type,
    subject_kind,
    subject_id,
    account_id,
    data,
    request_id,
    salt,
  });
  return hash('sha256', `${before}\n${text}`);
}
