import { sql } from 'kysely';
import type { Database } from '#platform/database/database.server.ts';
import { load } from './load.server.ts';
import { timeRow, type Row } from './row.ts';

/**
 * What the deals of a company have been over three years: each came into the first stage, went on to the one where it stands, grew
 * on the way, was put off, and ended. Four or five rows a deal, made inside the database.
 */
export async function fillHistory({ system }: Database, tenantId: string): Promise<void> {
  // Of what was won, all but a twentieth is through its last gate.
  await sql`update deals set finished_on = close_on where tenant_id = ${tenantId} and state = 'won'
    and hashtext(name) % 20 <> 0`.execute(system);
  const stages = "(array['analyse','trust','needs','value','commitment','collect'])";
  await sql`
    insert into deal_states (tenant_id, id, deal_id, since, until, state, finished, playbook_id, stage_id, stay_since, amount, currency,
      close_on, closed_on, owner_id, team_id, buyer_entry, next_state, next_stage)
    with numbered as (
      select d.*, (hashtext(d.id::text) & 2147483647) % 900 as day, (hashtext(d.name) & 2147483647) % 25 as pace,
        array_position(${sql.raw(stages)}, d.stage_id) as place from deals d where d.tenant_id = ${tenantId}),
    steps as (
      select n.*, step, timestamptz '2024-01-08' + make_interval(days => day + (step - 1) * (5 + pace)) as since,
        case when step > place then n.state else 'open' end as was, step > place and n.finished_on is not null as through, ${sql.raw(stages)}[least(step, place)] as stood
      from numbered n, generate_series(1, place + case when n.state = 'open' then 0 else 1 end) step),
    ended as (select s.*, lead(since) over deal as next_at, lead(was) over deal as next_was, lead(stood) over deal as next_stood
      from steps s window deal as (partition by id order by step))
    select tenant_id, gen_random_uuid(), id, since, coalesce(next_at, 'infinity'), was, through, playbook_id, stood,
      case when step > 1 and was = 'open' and step % 3 = 0 then since - interval '1 day' else since end,
      amount * (3 + step) / (4 + place), currency, close_on - (place - step) * 20,
      case when was in ('won', 'lost') then since::date end, owner_id, team_id, case when pace % 3 = 0 then 'discover' when pace % 3 = 1 then 'evaluate' end,
      next_was, next_stood
    from ended`.execute(system);
  await sql`
    insert into stage_paces (tenant_id, playbook_id, stage_id, usual_days, stays, counted_at)
    select ${tenantId}, 'six-step', stage, 40, 100, now() from unnest(${sql.raw(stages)}) stage`.execute(system);
  await sql`vacuum analyze deals`.execute(system);
  await sql`vacuum analyze deal_states`.execute(system);
}

const span = 'from=2025-11-26&to=2026-11-25';
const asked: readonly [work: string, path: string][] = [
  ['funnel of 100 k deals', `/api/funnel?playbookId=six-step&${span}`],
  ['funnel by owner', `/api/funnel/slices?playbookId=six-step&by=owner&${span}`],
  ['conversion and cohorts of 100 k deals', `/api/funnel/progress?playbookId=six-step&${span}`],
  ['pipeline on a past date', '/api/pipeline?on=2025-06-30'],
  ['change between two dates, a quarter apart', '/api/pipeline/changes?from=2025-06-30&to=2025-09-30'],
  ['change between two dates, two years apart', '/api/pipeline/changes?from=2024-06-30&to=2026-06-30'],
  ['deals that reached the next stage', `/api/funnel/deals?playbookId=six-step&set=reached&stageId=trust&${span}`],
];

/** The funnel's pages, one reader. */
export async function historyBenchmark(port: number, cookie: string, seconds: number, machine: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [work, path] of asked) {
    const { p95, failures } = await load(port, () => ({ path, headers: { cookie } }), { connections: 1, seconds });
    const row = timeRow(`${work}: p95`, p95, 1000, machine);
    rows.push({ ...row, met: row.met && failures === 0 });
  }
  return rows;
}
