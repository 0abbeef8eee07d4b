import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.server.ts';
import { leftOf } from '#audit/blanked-events.server.ts';
import { sealedColumns, type SealedEvent } from '#audit/sealed-text.server.ts';
import { digestOfBlanked } from '#platform/events/blanked.server.ts';

type Blank = (event: { subject_id: string; data: unknown }) => unknown;

/**
 * Takes personal data out of events without a hole in the chain: their old seals stay, the salt goes with the data, and
 * what is left of each is written down under the id of the event that is to tell of the erasure.
 *
 * @param attestedBy id of the event 'contact.erased' that the caller records, holding the digest as `blanked`
 * @param blank what is left of an event's data; the same value leaves the event alone
 */
export async function blankEvents(
  tx: Tx,
  tenantId: string,
  { ids, attestedBy }: { ids: readonly string[]; attestedBy: string },
  blank: Blank,
): Promise<{ count: number; digest: string }> {
  const { rows } = await sql<SealedEvent>`
    select ${sealedColumns} from events e where e.tenant_id = ${tenantId}::uuid and e.id = any(${[...ids]}::uuid[])
    order by e.id`.execute(tx);
  const changed = rows
    .map((event) => ({ event, data: blank(event) }))
    .filter(({ event, data }) => JSON.stringify(data) !== JSON.stringify(event.data));
  const blanked = changed.map(({ event, data }) => ({
    event_id: event.id,
    hash: leftOf({ ...event, data, salt: null }),
    data: JSON.stringify(data),
  }));
  if (blanked.length > 0) {
    const column = (key: 'event_id' | 'hash' | 'data') => blanked.map((one) => one[key]);
    await sql`update events e set data = b.data::jsonb, salt = null
      from unnest(${column('event_id')}::uuid[], ${column('data')}::text[]) as b (id, data)
      where e.tenant_id = ${tenantId}::uuid and e.id = b.id`.execute(tx);
    await sql`insert into event_blankings (tenant_id, attested_by, event_id, hash)
      select ${tenantId}::uuid, ${attestedBy}::uuid, b.id, b.hash
      from unnest(${column('event_id')}::uuid[], ${column('hash')}::text[]) as b (id, hash)`.execute(tx);
  }
  return { count: blanked.length, digest: digestOfBlanked(blanked) };
}
