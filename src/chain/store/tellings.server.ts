import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { dayOf, type Instant } from '#shared/day.ts';
import type { Telling } from '#chain/reliability.ts';

/** What people told us in these deals; as of a moment, what was settled later is still open. */
export async function tellingsOf(
  db: ReadTx,
  actor: Actor,
  dealIds: readonly string[],
  until: Instant | null = null,
): Promise<Telling[]> {
  const { rows } = await sql<Telling>`
    select id, contact_id as "personId", on_day as "on", statement, outcome, settled_on as "settledOn" from chain_tellings
    where tenant_id = ${actor.tenantId}::uuid and deal_id = any(${[...dealIds]}::uuid[])
      and (${until}::timestamptz is null or recorded_at <= ${until}::timestamptz)
    order by on_day desc, id desc`.execute(db);
  if (until === null) return rows;
  const day = dayOf(until, actor.timeZone);
  return rows.map((row) => (row.settledOn && row.settledOn > day ? { ...row, outcome: 'open', settledOn: null } : row));
}
