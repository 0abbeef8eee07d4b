import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { GENESIS } from '#audit/audit.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { digestOfBlanked } from '#platform/events/blanked.server.ts';
import { sealOf, type SealedEvent } from '#audit/sealed-text.server.ts';

/** What a blanked event must be now: event → hash of what is left of it. */
export type Blanked = ReadonlyMap<string, string>;

type Row = { attested_by: string; event_id: string; hash: string; digest: string | null; type: string | null };

/**
 * The blankings that the event of an erasure attests: it holds the digest of all of them and is sealed itself, so that
 * nobody adds, changes or takes away one without breaking the chain. Those that are not attested do not count.
 */
export async function attestedBlankings(db: ReadTx, tenantId: string): Promise<Blanked> {
  const { rows } = await sql<Row>`
    select b.attested_by, b.event_id, b.hash, e.data ->> 'blanked' as digest, e.type
    from event_blankings b left join events e on e.tenant_id = b.tenant_id and e.id = b.attested_by
    where b.tenant_id = ${tenantId}::uuid order by b.attested_by, b.event_id`.execute(db);
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.attested_by, [...(groups.get(row.attested_by) ?? []), row]);
  const blanked = new Map<string, string>();
  // The oldest first: an event that spoke of two people is what the later erasure left of it.
  for (const group of groups.values()) {
    const [{ type, digest }] = group as [Row];
    if (type !== 'contact.erased' || digest !== digestOfBlanked(group)) continue;
    for (const { event_id, hash: left } of group) blanked.set(event_id, left);
  }
  return blanked;
}

/** Whether an event is exactly what an attested blanking left of it. */
export function isAsBlanked(event: SealedEvent, blanked: Blanked): boolean {
  return blanked.get(event.id) === leftOf(event);
}

export function leftOf(event: SealedEvent): string {
  return hash('sha256', sealOf(GENESIS, event));
}
