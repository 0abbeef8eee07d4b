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
    // A deal that rests or is over is in no stage. What another version or method ended, or began midway, is no stay; nor is what
    // an import tells of how a deal began.
    await sql`
      with migrated as materialized (
        select subject_id, at from events
        where tenant_id = ${tenantId}::uuid and type in ('deal.migrated', 'deal.methodChanged')
      ), stays as (
        select deal_id, playbook_id, stage_id, stay_since as at, max(until) as left_at
        from deal_states
        where tenant_id = ${tenantId}::uuid and (state = 'open' or (state = 'won' and not finished))
        group by deal_id, playbook_id, stage_id, stay_since
        having max(until) < 'infinity' and count(import_id) = 0
      )
      insert into stage_paces (tenant_id, playbook_id, stage_id, usual_days, stays, counted_at)
      select ${tenantId}::uuid, playbook_id, stage_id,
        greatest(1, ceil(percentile_cont(0.75) within group (order by extract(epoch from left_at - at) / 86400))::int),
        count(*)::int, ${now}::timestamptz
      from stays s
      where not exists (select from migrated m where m.subject_id = s.deal_id and m.at in (s.at, s.left_at))
      group by playbook_id, stage_id having count(*) >= ${ENOUGH}`.execute(tx);
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
