import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import type { Day, Instant } from '#shared/day.ts';
import type { Standing } from '#reviews/need-to-talk.ts';

export type Moment = { now: Instant; today: Day };

/** An open deal as it stands in its list, with what the last review of it left. */
export type StandingRow = Standing & {
  name: string;
  accountName: string | null;
  ownerId: string | null;
  ownerName: string | null;
  currency: string;
  playbookId: string;
  playbookVersion: number;
  stageId: string;
  /** From this amount on a deal is among the biggest fifth of those asked for; null: too few. */
  bigFrom: number | null;
};

/** Of a team's hundreds, those that are looked at closely. */
const CLOSELY = 60;
/** Days that count as "since last time" for a deal that was never reviewed. */
export const LOOK_BACK = 28;

/** Open deals of the team and the teams below it that the actor may see. */
export const ofTeam = (actor: Actor, teamId: string) => sql<boolean>`d.state = 'open' and ${visibleTo(actor, 'd')}
  and d.team_id in (select t.id from teams t where t.tenant_id = ${actor.tenantId}::uuid and ${teamId}::uuid = any(t.path))`;

export const chosen = (ids: readonly string[]) => sql<boolean>`d.id = any(${[...ids]}::uuid[])`;

/**
 * How deals stand, for the order in which to talk about them: one statement, however many there are. Of many only those
 * that need it most by what the deal itself says.
 *
 * @param which on `deals d`; visibility is the caller's
 * @param except the review that is being prepared: it is not the last one
 */
export async function standingsOf(
  db: ReadTx,
  tenantId: string,
  which: RawBuilder<boolean>,
  { now, today }: Moment,
  except: string | null = null,
): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    with asked as materialized (
      select d.id, d.name, d.account_id, d.owner_id, d.amount, d.currency, d.close_on, d.playbook_id, d.playbook_version,
        d.stage_id, d.gate_met, d.gate_total, d.overrides <> '[]' as overridden, d.lint_serious as mistakes, p.usual_days,
        floor(extract(epoch from ${now}::timestamptz - d.stage_since) / 86400)::int as days
      from deals d left join stage_paces p
        on p.tenant_id = d.tenant_id and p.playbook_id = d.playbook_id and p.stage_id = d.stage_id
      where d.tenant_id = ${tenantId}::uuid and ${which}
    ), close as (
      select asked.*, (select case when count(*) >= 5 then percentile_disc(0.8) within group (order by amount) end
        from asked where amount is not null) as big_from
      from asked
      order by (close_on < ${today}::date)::int * 4 + coalesce((days > usual_days)::int, 0) * 3
        + (gate_total - gate_met = 1)::int * 3 + (overridden::int + (mistakes > 0)::int) * 2 desc nulls last, amount desc nulls last, id
      limit ${CLOSELY}
    )
    select c.id, c.name, a.name as "accountName", c.owner_id as "ownerId", o.name as "ownerName", c.amount, c.currency,
      c.close_on as "closeOn", c.playbook_id as "playbookId", c.playbook_version as "playbookVersion",
      c.stage_id as "stageId", c.gate_met as "gateMet", c.gate_total as "gateTotal", c.overridden, c.mistakes,
      c.usual_days as "usualDays", c.days, c.big_from as "bigFrom",
      (select count(*) from review_acts x join tasks t on t.tenant_id = x.tenant_id and t.id = x.task_id
        where x.tenant_id = ${tenantId}::uuid and x.item_id = last.id and t.done_at is null)::int as "openActs",
      (select count(*) from events e where e.tenant_id = ${tenantId}::uuid and e.subject_id = c.id
        and e.type = 'deal.changed'
        and e.at > coalesce(last.closed_at, ${now}::timestamptz - make_interval(days => ${LOOK_BACK}))
        and e.data -> 'before' ->> 'closeOn' < e.data -> 'after' ->> 'closeOn')::int as slips
    from close c
    left join accounts a on a.tenant_id = ${tenantId}::uuid and a.id = c.account_id
    left join users o on o.tenant_id = ${tenantId}::uuid and o.id = c.owner_id
    left join lateral (select i.id, r.closed_at from review_items i
      join reviews r on r.tenant_id = i.tenant_id and r.id = i.review_id
      where i.tenant_id = ${tenantId}::uuid and i.deal_id = c.id and r.state = 'closed' and not i.skipped
        and r.id is distinct from ${except}::uuid
      order by r.closed_at desc limit 1) last on true`.execute(db);
  return rows;
}
