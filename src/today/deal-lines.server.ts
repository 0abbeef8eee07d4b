import { sql, type RawBuilder } from 'kysely';
import { can, type Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { addDays, type Day, type Instant } from '#shared/day.ts';
import { endOfMonth, TEAM_LINES, type DealLine, type Reason } from '#today/today.ts';

/** A deal for one reason, as it is read; `total` counts all that have the reason. */
export type DealRow = Omit<DealLine, 'reasons' | 'ask' | 'stage' | 'override' | 'lints'> & {
  reason: Reason;
  total: number;
  playbookId: string;
  playbookVersion: number;
  stageId: string;
  lints: string[];
  overrides: { on: Day; reason: string; covered: string[] }[];
};
type Moment = { now: Instant; today: Day };

/** Twice as many as are shown: some stand under another reason. */
const EACH = 16;
const AHEAD = 7;

const closeKey = sql`coalesce(mine.close_on, date '9999-12-31')`;

/** My deals that ask for something, a row for each reason. One statement: my own open and parked deals are read once. */
export async function myDeals(db: ReadTx, actor: Actor, { now, today }: Moment): Promise<DealRow[]> {
  const open = sql`mine.state = 'open'`;
  const { rows } = await sql<DealRow>`
    with mine as materialized (
      ${minesOf(actor)} and (d.state in ('open', 'parked')
        or d.state = 'won' and d.finished_on is null and d.gate_met < d.gate_total)
    ), asked as (
      ${some('oneAnswer', sql`${open} and mine.gate_total - mine.gate_met = 1`, closeKey)}
      union all ${some('closing', sql`${open} and mine.close_on <= ${endOfMonth(today)}::date`, closeKey)}
      union all ${eachStage('round', sql`mine.state = 'won'`, sql`mine.updated_at`)}
      union all ${some('noNext', sql`${open} and ${withoutTask(actor)}`, closeKey)}
      union all ${some(
        'lint',
        sql`${open} and mine.lint_serious > 0`,
        sql`mine.lint_serious desc, mine.amount desc nulls last`,
      )}
      union all ${some('stuck', sql`${open} and ${isStuck('mine', now)}`, sql`mine.amount desc nulls last`)}
      union all ${some('overridden', sql`${open} and mine.overrides <> '[]'`, closeKey)}
      union all ${some(
        'revisit',
        sql`mine.state = 'parked' and mine.revisit_on <= ${addDays(today, AHEAD)}::date`,
        sql`mine.revisit_on`,
      )}
    )
    select asked.why as reason, asked.total, ${lineColumns('asked', now)}
    from asked ${names('asked')} order by asked.why, asked.place`.execute(db);
  return rows;
}

/** My people's deals past a gate that was opened for them, and those that stay longest; each list the worst few. */
export async function teamDeals(db: ReadTx, actor: Actor, { now }: Moment): Promise<DealRow[]> {
  const others = sql<boolean>`d.state = 'open' and d.owner_id is distinct from ${actor.userId}::uuid
    and ${visibleTo(actor, 'd')}`;
  const { rows } = await sql<DealRow>`
    with asked as (
      (select 'overridden' as why, 0 as total, d.*, null::int as usual_days from deals d
        where d.tenant_id = ${actor.tenantId}::uuid and d.overrides <> '[]' and ${others}
        order by d.updated_at desc, d.id limit ${TEAM_LINES})
      union all
      (select 'stuck', 0, s.* from stage_paces p cross join lateral (
          select d.*, p.usual_days from deals d
          where d.tenant_id = ${actor.tenantId}::uuid and d.playbook_id = p.playbook_id and d.stage_id = p.stage_id
            and ${isStuck('d', now)} and ${others}
          order by d.stage_since, d.id limit ${TEAM_LINES}) s
        where p.tenant_id = ${actor.tenantId}::uuid
        order by ${now}::timestamptz - s.stage_since - make_interval(days => s.usual_days) desc, s.id limit ${TEAM_LINES})
    )
    select asked.why as reason, asked.total, ${lineColumns('asked', now)} from asked ${names('asked')}`.execute(db);
  return rows;
}

/** Whoever sells owns deals; presales and service stand in the teams of others' deals. */
function minesOf(actor: Actor): RawBuilder<unknown> {
  const within = sql`d.tenant_id = ${actor.tenantId}::uuid`;
  if (can(actor, 'deal.write'))
    return sql`select d.* from deals d where ${within} and d.owner_id = ${actor.userId}::uuid`;
  // The view without the barrier of row-level security: behind it the index of members cannot be used.
  return sql`select d.* from sought_deals d where ${within} and d.member_ids @> array[${actor.userId}::uuid]`;
}

/** What I am to sign by the end of the month, by currency. */
export async function toSign(db: ReadTx, actor: Actor, today: Day) {
  const { rows } = await sql<{ currency: string; amount: number; deals: number }>`
    select currency, coalesce(sum(amount), 0)::bigint as amount, count(*)::int as deals from deals
    where tenant_id = ${actor.tenantId}::uuid and owner_id = ${actor.userId}::uuid and state = 'open'
      and close_on <= ${endOfMonth(today)}::date
    group by currency order by deals desc`.execute(db);
  return rows;
}

function some(reason: Reason, where: RawBuilder<boolean>, order: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    (select ${reason}::text as why, count(*) over ()::int as total, mine.*, p.usual_days,
      row_number() over (order by ${order}, mine.id) as place
    from mine left join stage_paces p on p.tenant_id = mine.tenant_id and p.playbook_id = mine.playbook_id
      and p.stage_id = mine.stage_id
    where ${where} order by ${order}, mine.id limit ${EACH})`;
}

/** As `some`, but as many of each stage of each method: only who has read the method knows which stages are meant. */
function eachStage(reason: Reason, where: RawBuilder<boolean>, order: RawBuilder<unknown>): RawBuilder<unknown> {
  const stage = sql`partition by mine.playbook_id, mine.playbook_version, mine.stage_id`;
  return sql`
    (select * from (select ${reason}::text as why, count(*) over (${stage})::int as total, mine.*, null::int as usual_days,
      row_number() over (${stage} order by ${order}, mine.id) as place
    from mine where ${where}) staged where place <= ${EACH})`;
}

function withoutTask(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`not exists (select from tasks t where t.tenant_id = ${actor.tenantId}::uuid
    and t.subject_id = mine.id and t.done_at is null)`;
}

function isStuck(table: string, now: Instant): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(`${table}.stage_since`)} < ${now}::timestamptz - make_interval(days => p.usual_days)`;
}

function names(table: string): RawBuilder<unknown> {
  return sql`
    left join accounts a on a.tenant_id = ${sql.ref(`${table}.tenant_id`)} and a.id = ${sql.ref(`${table}.account_id`)}
    left join users o on o.tenant_id = ${sql.ref(`${table}.tenant_id`)} and o.id = ${sql.ref(`${table}.owner_id`)}`;
}

function lineColumns(table: string, now: Instant): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${table}.${column}`);
  return sql`${of('id')}, ${of('name')}, a.name as "accountName", ${of('amount')}, ${of('currency')},
    ${of('close_on')} as "closeOn", ${of('grade')}, ${of('gate_met')} as "gateMet", ${of('gate_total')} as "gateTotal",
    ${of('owner_id')} as "ownerId", o.name as "ownerName", ${of('revisit_on')} as "revisitOn", ${of('usual_days')} as "usualDays", ${of('version')},
    floor(extract(epoch from ${now}::timestamptz - ${of('stage_since')}) / 86400)::int as days,
    ${of('playbook_id')} as "playbookId", ${of('playbook_version')} as "playbookVersion", ${of('stage_id')} as "stageId",
    ${of('overrides')}, ${of('lints')}`;
}
