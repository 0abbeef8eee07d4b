import { sql, type RawBuilder } from 'kysely';
import { dealStates, type DealState } from '#deals/deal.ts';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import type { Progress, Span } from '#funnel/funnel.ts';
import { belongs, endOf, reachable, startOf, type Asked } from '#funnel/funnel-where.server.ts';

type AskedSpan = Asked & Span & { playbookId: string };

/**
 * Every deal's way along the stages, a row each, in bits so that one pass over the history gives it: bit i of
 *  - `before`, `within`: it came into stage i, to be worked on there, before or within the span;
 *  - `stood`: it has ever stood in stage i. What a file tells as won stands in the last stage without having come into it;
 *  - `now`: its state, as `dealStates` counts them; the next bit says that it went through the last gate.
 * `first` is when it came into the funnel. Filters look at what the deal is now. Playbooks have far fewer than 62 stages.
 */
export function ways(actor: Actor, asked: AskedSpan, stageIds: readonly string[]): RawBuilder<unknown> {
  const stageBit = sql`case e.stage_id ${sql.join(
    stageIds.map((id, i) => sql`when ${id} then ${sql.lit(String(2 ** i))}::bigint`),
    sql` `,
  )} else 0 end`;
  const stateBit = sql`case e.state ${sql.join(
    dealStates.map((state, i) => sql`when ${sql.lit(state)} then ${sql.lit(2 ** i)}`),
    sql` `,
  )} end`;
  const narrowed = sql`select s.deal_id from deal_states s where ${reachable(actor, asked)} and ${belongs(actor, asked)}
    and s.until = 'infinity'`;
  return sql`
    select deal_id, coalesce(bit_or(bit) filter (where comes and since < ${startOf(asked.from, actor)}), 0) as before,
      coalesce(bit_or(bit) filter (where comes and since >= ${startOf(asked.from, actor)}
        and since < ${endOf(asked.to, actor)}), 0) as within,
      coalesce(bit_or(bit) filter (where stands), 0) as stood, min(since) filter (where stands) as first,
      bit_or(standing) as now
    from (select e.deal_id, e.since, ${stageBit} as bit, e.state in ('open', 'won') as stands,
        e.since = e.stay_since and (e.state = 'open' or e.state = 'won' and not e.finished) as comes,
        case when e.until = 'infinity' then ${stateBit} + case when e.finished then ${sql.lit(2 ** dealStates.length)} else 0 end
          else 0 end as standing
      from deal_states e where e.tenant_id = ${actor.tenantId}::uuid and e.playbook_id = ${asked.playbookId}) steps
    ${isNarrow(actor, asked) ? sql`where deal_id in (${narrowed})` : sql``}
    group by deal_id`;
}

function isNarrow({ scope }: Actor, { ownerId, teamId, productLine, region, origin, grade }: Asked): boolean {
  return (
    scope !== 'all' || [ownerId, teamId, productLine, region, origin, grade].some((filter) => filter !== undefined)
  );
}

const bit = (column: string, i: number) => sql<boolean>`(${sql.ref(column)} & ${sql.lit(String(2 ** i))}::bigint <> 0)`;
/** Of a row of ways: what the deal is now. */
export const isNow = (state: DealState) => bit('now', dealStates.indexOf(state));
export const isFinished = bit('now', dealStates.length);

/** Of a row of ways: it came into stage `i` within the span, for the first time. */
export function enteredStage(i: number): RawBuilder<boolean> {
  return sql<boolean>`(${bit('within', i)} and not ${bit('before', i)})`;
}

/** Of a row of ways: it has stood beyond stage `i`; of the last one, it went through its gate. */
export function reachedBeyond(i: number, stages: number): RawBuilder<boolean> {
  if (i === stages - 1) return isFinished;
  return sql<boolean>`(stood >= ${sql.lit(String(2 ** (i + 1)))}::bigint)`;
}

/** Of a row of ways: it has stood in stage `i` or beyond. */
export function stoodIn(i: number): RawBuilder<boolean> {
  return sql<boolean>`(stood >= ${sql.lit(String(2 ** i))}::bigint)`;
}

/** Of a row of ways: it came into the funnel within the span. */
export function cameIn({ from, to }: Span, actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(first >= ${startOf(from, actor)} and first < ${endOf(to, actor)})`;
}

/** Of a row of ways: the first day of the month in which it came into the funnel. */
export const monthCame = ({ timeZone }: Actor) =>
  sql<string>`date_trunc('month', first at time zone ${timeZone})::date`;

type Row = { month: string | null; before: string; within: string; stood: string; now: number; count: number };

/**
 * What became of those who came into each stage within the span, and the months in which deals came into the funnel. Deals
 * that went alike are counted in the database; what their way means is said here.
 */
export async function conversions(
  db: ReadTx,
  actor: Actor,
  asked: AskedSpan,
  stageIds: readonly string[],
): Promise<Progress> {
  const { rows } = await sql<Row>`
    select case when ${cameIn(asked, actor)} then ${monthCame(actor)} end as month, before::text, within::text, stood::text,
      now, count(*)::int as count
    from (${ways(actor, asked, stageIds)}) ways where stood > 0
    group by 1, ways.before, ways.within, ways.stood, now`.execute(db);
  const alike = rows.map(({ before, within, stood, ...row }) => ({
    ...row,
    came: BigInt(within) & ~BigInt(before),
    stood: BigInt(stood),
  }));
  type Alike = (typeof alike)[number];
  const has = (row: Alike, state: DealState) => (row.now & (2 ** dealStates.indexOf(state))) !== 0;
  const finished = (row: Alike) => (row.now & (2 ** dealStates.length)) !== 0;
  const live = (row: Alike) => has(row, 'open') || (has(row, 'won') && !finished(row));
  const total = (some: readonly Alike[]) => some.reduce((sum, { count }) => sum + count, 0);
  const n = stageIds.length;
  const months = [...new Set(alike.flatMap(({ month }) => month ?? []))].toSorted();
  return {
    conversions: stageIds.map((stageId, i) => {
      const entered = alike.filter(({ came }) => (came & (1n << BigInt(i))) !== 0n);
      const beyond = (row: Alike) => (i === n - 1 ? finished(row) : row.stood >> BigInt(i + 1) > 0n);
      const left = entered.filter((row) => !beyond(row));
      return {
        stageId,
        entered: total(entered),
        reached: total(entered.filter(beyond)),
        still: total(left.filter(live)),
        lost: total(left.filter((row) => has(row, 'lost'))),
        parked: total(left.filter((row) => has(row, 'parked'))),
      };
    }),
    cohorts: months.map((month) => {
      const own = alike.filter((row) => row.month === month);
      const of = (state: DealState) => total(own.filter((row) => has(row, state)));
      const reached = stageIds.map((_, i) => total(own.filter(({ stood }) => stood >> BigInt(i) > 0n)));
      const states = { won: of('won'), lost: of('lost'), parked: of('parked'), open: of('open') };
      return { month: month.slice(0, 7), entered: total(own), reached, ...states };
    }),
  };
}
