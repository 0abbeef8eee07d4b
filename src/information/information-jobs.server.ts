import { sql } from 'kysely';
import { dayOf, type Instant } from '#shared/day.ts';
import type { Database } from '#platform/database/database.server.ts';
import { recorder } from '#platform/events/events.server.ts';
import { tenantIds, type Jobs } from '#platform/jobs/jobs.server.ts';
import { deriveInformation } from '#information/information-store.server.ts';

const BATCH = 200;

/** Every night, before deals are judged anew: what imports brought to accounts, contacts and deals is counted, too. */
export function scheduleInformation(jobs: Jobs, database: Database): void {
  jobs.schedule('information.derive', '55 17 * * *', async (signal) => {
    for (const tenantId of await tenantIds(database)) {
      if (signal.aborted) return;
      await deriveAll(database, tenantId, new Date().toISOString(), signal);
    }
  });
}

/** The facts of deals anew from the information of every account that has any, in batches; nobody acts. */
export async function deriveAll(
  database: Database,
  tenantId: string,
  now: Instant,
  signal?: AbortSignal,
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const last = await database.write(tenantId, async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select distinct account_id as id from information
        where tenant_id = ${tenantId}::uuid and account_id > ${after}::uuid order by 1 limit ${BATCH}`.execute(tx);
      const record = recorder(tx, { tenantId, userId: null }, now, null);
      const context = { tx, now, today: dayOf(now), record, actor: { tenantId } };
      await deriveInformation(
        context,
        rows.map(({ id }) => id),
      );
      return rows.length === BATCH ? rows.at(-1)!.id : null;
    });
    if (last === null || signal?.aborted) return;
    after = last;
  }
}
