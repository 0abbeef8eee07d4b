import { sql } from 'kysely';
import type { Database, Tx } from '#platform/database/database.server.ts';
import { recordAll } from '#platform/events/events.server.ts';
import { tenantIds, type Jobs } from '#platform/jobs/jobs.server.ts';
import { dayOf } from '#shared/day.ts';

/** A statement stays short, whatever has run out. */
const AT_ONCE = 1_000;

/** Every night after midnight in China. */
export function scheduleExpiry(jobs: Jobs, database: Database): void {
  jobs.schedule('personalFacts.expire', '20 17 * * *', () => expireFacts(database, new Date()));
}

/** Blanks what has been kept long enough, and tells so; the day after its last. */
export async function expireFacts(database: Database, now: Date): Promise<void> {
  for (const tenantId of await tenantIds(database))
    for (let blanked = AT_ONCE; blanked === AT_ONCE;)
      blanked = await database.write(tenantId, (tx) => expireSome(tx, tenantId, now));
}

type Expired = { kind: string; contact_id: string; account_id: string | null; name: string };

async function expireSome(tx: Tx, tenantId: string, now: Date): Promise<number> {
  const at = now.toISOString();
  const { rows } = await sql<Expired>`
    update personal_facts f set value = null, source = '', reason = null, consent_how = null, consent_scope = null,
      blanked_at = ${at}, blanked_why = 'expired', version = f.version + 1
    from contacts c
    where f.tenant_id = ${tenantId}::uuid and c.tenant_id = f.tenant_id and c.id = f.contact_id
      and f.id in (select id from personal_facts where tenant_id = ${tenantId}::uuid and blanked_at is null
        and expires_on < ${dayOf(now)}::date limit ${AT_ONCE})
    returning f.kind, f.contact_id, c.account_id, c.name`.execute(tx);
  const events = rows.map(({ kind, contact_id, account_id, name }) => ({
    type: 'contact.factBlanked' as const,
    subject: { kind: 'contact', id: contact_id },
    accountId: account_id,
    data: { name, kind, why: 'expired' },
  }));
  if (events.length > 0) await recordAll(tx, { tenantId, userId: null }, at, null, events);
  return rows.length;
}
