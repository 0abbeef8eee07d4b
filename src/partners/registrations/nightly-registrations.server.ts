import { sql } from 'kysely';
import { addDays, dayOf, type Day } from '#shared/day.ts';
import type { Database, Tx } from '#platform/database/database.server.ts';
import { recorder } from '#platform/events/events.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { tenantIds, type Jobs } from '#platform/jobs/jobs.server.ts';
import { nightlyOf } from '#partners/registrations/decide-registration.ts';
import { eventOf } from '#partners/registrations/registration-happened.ts';
import { registrationPolicy } from '#partners/registrations/registration-policy.server.ts';

/** Soon after midnight in China, so that nobody is shown yesterday's protection for long. */
export function scheduleRegistrations(jobs: Jobs, database: Database): void {
  jobs.schedule('registrations.nightly', '10 16 * * *', async (signal) => {
    for (const tenantId of await tenantIds(database)) {
      if (signal.aborted) return;
      await passNight(database, tenantId, new Date());
    }
  });
}

/** Ends what is over and reminds of what will be soon. @returns how many were ended, how many owners reminded */
export async function passNight(
  database: Database,
  tenantId: string,
  now: Date,
): Promise<{ expired: number; reminded: number }> {
  return database.write(tenantId, (tx) => nightOf(tx, tenantId, now));
}

/** The same in the transaction of whoever asks. */
export async function nightOf(tx: Tx, tenantId: string, now: Date): Promise<{ expired: number; reminded: number }> {
  const today = dayOf(now);
  const at = now.toISOString();
  const { policy } = await registrationPolicy.current(tx, tenantId);
  const standing = await protectedUntil(tx, tenantId, addDays(today, policy.remindDays), null);
  const due = (what: 'expires' | 'remind') =>
    standing.filter((row) => nightlyOf(row, today, policy.remindDays) === what);
  const record = recorder(tx, { tenantId, userId: null }, at, null);
  const [over, soon] = [due('expires'), due('remind')];
  await expire(tx, tenantId, over, at);
  if (soon.length > 0)
    await sql`update registrations set reminded_for = protected_until
        where tenant_id = ${tenantId}::uuid and id = any(${soon.map(({ id }) => id)}::uuid[])`.execute(tx);
  await record.all([
    ...over.map((row) => eventOf('expired', { ...row, state: 'expired' }, { before: 'accepted' })),
    ...soon.map((row) => eventOf('expiring', row)),
  ]);
  return { expired: over.length, reminded: soon.length };
}

/** Of these, those whose protection is over by now, ended in the transaction that asks. */
export async function expireDue(
  { tx, actor, today, now, record }: CommandContext,
  ids: readonly string[],
): Promise<void> {
  const standing = await protectedUntil(tx, actor.tenantId, addDays(today, -1), ids);
  await expire(tx, actor.tenantId, standing, now);
  await record.all(standing.map((row) => eventOf('expired', { ...row, state: 'expired' }, { before: 'accepted' })));
}

async function expire(tx: Tx, tenantId: string, rows: readonly { id: string }[], now: string) {
  if (rows.length === 0) return;
  await sql`update registrations set state = 'expired', version = version + 1, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(tx);
}

type Row = Parameters<typeof eventOf>[1] & { remindedFor: Day | null };

/** What is accepted and protected until a day at most. @param ids only of these; null: of all */
async function protectedUntil(tx: Tx, tenantId: string, day: Day, ids: readonly string[] | null): Promise<Row[]> {
  const among = ids === null ? sql`true` : sql`r.id = any(${[...ids]}::uuid[])`;
  const { rows } = await sql<Row>`
    select r.id, r.name, r.partner_id as "partnerId", p.name as "partnerName", r.customer_name as "customerName", r.state,
      r.protected_until as "protectedUntil", r.owner_id as "ownerId", r.account_id as "accountId",
      r.reminded_for as "remindedFor"
    from registrations r join partners p on p.tenant_id = r.tenant_id and p.id = r.partner_id
    where r.tenant_id = ${tenantId}::uuid and r.state = 'accepted' and r.protected_until <= ${day}::date and ${among}
    order by r.id for no key update of r`.execute(tx);
  return rows;
}
