import { sql } from 'kysely';
import type { Instant } from '#shared/day.ts';
import type { Database } from '#platform/database/database.server.ts';
import { tenantIds, type Jobs } from '#platform/jobs/jobs.server.ts';

/** Of fewer stays nothing can be said. */
const ENOUGH = 5;

/** Counts again how long deals of a company usually stay in each stage: the 75th percentile of the stays that ended. */
export async function countStagePaces(database: Database, tenantId: string, now: Instant): Promise<void> {
  await database.write(tenantId, async (tx) => {
    await sql`delete from stage_paces where tenant_id = ${tenantId}::uuid`.execute(tx);
    // A stay begins with the move into the stage and ends with the next move; a deal that rests or is over is not in it.
    // What another version or method ended, or began midway, is no stay. What an import tells of how a deal began is not how long it stood there.
    await sql`
      insert into stage_paces (tenant_id, playbook_id, stage_id, usual_days, stays, counted_at)
      select ${tenantId}::uuid, playbook_id, to_stage,
        greatest(1, ceil(percentile_cont(0.75) within group (order by extract(epoch from left_at - at) / 86400))::int),
        count(*)::int, ${now}::timestamptz
      from (select playbook_id, to_stage, kind, at, import_id, lead(at) over (partition by deal_id order by at, id) as left_at,
          lead(kind) over (partition by deal_id order by at, id) as left_by
        from stage_moves where tenant_id = ${tenantId}::uuid) stays
      where left_at is not null and import_id is null and kind not in ('lost', 'parked', 'finished', 'migrated')
        and left_by <> 'migrated'
      group by playbook_id, to_stage having count(*) >= ${ENOUGH}`.execute(tx);
  });
}

/** Every night. */
export function scheduleStagePaces(jobs: Jobs, database: Database): void {
  jobs.schedule('today.paces', '20 18 * * *', (signal) => countAllPaces(database, signal));
}

export async function countAllPaces(database: Database, signal?: AbortSignal): Promise<void> {
  await countPacesOf(database, await tenantIds(database), signal);
}

/** At the start of the process: companies that have none yet, a new house say, need not wait for the night. */
export async function countMissingPaces(database: Database): Promise<void> {
  const rows = await database.system.selectFrom('stage_paces').select('tenant_id').distinct().execute();
  const counted = new Set(rows.map((row) => row.tenant_id));
  const all = await tenantIds(database);
  await countPacesOf(
    database,
    all.filter((id) => !counted.has(id)),
  );
}

async function countPacesOf(database: Database, ids: readonly string[], signal?: AbortSignal): Promise<void> {
  for (const tenantId of ids) {
    if (signal?.aborted) return;
    await countStagePaces(database, tenantId, new Date().toISOString());
  }
}
