import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { Instant } from '#shared/day.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { sumEffort, type EffortDeal, type EffortRow } from '#effort/effort.ts';
import { effortContract } from '#effort/effort.contract.ts';
import { evaluationModel } from '#evaluation/evaluation-store.server.ts';
import { lowGrades } from '#evaluation/evaluation.ts';

const MOST = 50;

export const effortHandlers = serve(effortContract, {
  show: async ({ actor, db, now }, { days }) => {
    const since = new Date(Date.parse(now) - days * 86_400_000).toISOString();
    const [{ model }, rows] = await Promise.all([
      evaluationModel.current(db, actor.tenantId),
      rowsOf(db, actor, since),
    ]);
    const low = [...lowGrades(model)];
    return { low, ...sumEffort(rows, model), deals: await dealsOf(db, actor, since, low) };
  },
});

/** Acts by deal: tasks done, evidence, notes, files, whoever did them. */
function actsSince(actor: Actor, since: Instant): RawBuilder<unknown> {
  const tenant = sql`tenant_id = ${actor.tenantId}::uuid`;
  const day = sql`${since}::timestamptz`;
  return sql`
    select deal_id, count(*)::int as acts from (
      select subject_id as deal_id from tasks where ${tenant} and done_at >= ${day} and subject_kind = 'deal'
      union all select deal_id from evidence where ${tenant} and recorded_at >= ${day} and kind = 'evidence'
      union all select subject_id from notes
        where ${tenant} and created_at >= ${day} and subject_kind = 'deal' and deleted_at is null
      union all select subject_id from attachments
        where ${tenant} and created_at >= ${day} and subject_kind = 'deal' and deleted_at is null
    ) act group by deal_id`;
}

async function rowsOf(db: ReadTx, actor: Actor, since: Instant): Promise<EffortRow[]> {
  const { rows } = await sql<EffortRow>`
    with acts as (${actsSince(actor, since)}), summed as (
      select d.owner_id, d.team_id, d.grade, sum(acts.acts)::int as acts
      from acts join deals d on d.tenant_id = ${actor.tenantId}::uuid and d.id = acts.deal_id and ${visibleTo(actor, 'd')}
      group by d.owner_id, d.team_id, d.grade)
    select s.owner_id as "ownerId", u.name as "ownerName", s.team_id as "teamId", t.name as "teamName", s.grade, s.acts
    from summed s
    left join users u on u.tenant_id = ${actor.tenantId}::uuid and u.id = s.owner_id
    left join teams t on t.tenant_id = ${actor.tenantId}::uuid and t.id = s.team_id`.execute(db);
  return rows;
}

async function dealsOf(db: ReadTx, actor: Actor, since: Instant, low: readonly string[]): Promise<EffortDeal[]> {
  const { rows } = await sql<EffortDeal>`
    with acts as (${actsSince(actor, since)})
    select d.id, d.name, d.owner_id as "ownerId", u.name as "ownerName", d.grade, d.amount, d.currency, acts.acts
    from acts join deals d on d.tenant_id = ${actor.tenantId}::uuid and d.id = acts.deal_id and ${visibleTo(actor, 'd')}
    left join users u on u.tenant_id = d.tenant_id and u.id = d.owner_id
    where d.grade = any(${[...low]}::text[])
    order by acts.acts desc, d.id limit ${MOST}`.execute(db);
  return rows;
}
