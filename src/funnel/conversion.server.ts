import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { dealStates, type DealState } from '#deals/deal.ts';
import type { Cohort, Conversion, Span } from '#funnel/funnel.ts';
import { belongs, endOf, isLive, reachable, standsNow, startOf, type Asked } from '#funnel/funnel-where.server.ts';

type AskedSpan = Asked & Span & { playbookId: string };

/**
 * Every deal's way along the stages, one row each: `f0…` when it first came into a stage to work there, `l0…` when it last
 * stood up in it, `first` when it came into the funnel, and what it is now. A deal that a file tells as won stands in the
 * last stage without having been worked on there: it has reached it (l), but not come into it (f).
 */
export function ways(actor: Actor, asked: Asked, stageIds: readonly string[]): RawBuilder<unknown> {
  const columns = stageIds.map((stage, i) => {
    const name = (letter: string) => sql.raw(`${letter}${i}`);
    const here = sql`e.stage_id = ${stage} and e.since = e.stay_since`;
    return sql`min(e.since) filter (where ${here} and (e.state = 'open' or not e.finished)) as ${name('f')},
      max(e.since) filter (where ${here}) as ${name('l')}`;
  });
  const now = sql`select s.tenant_id, s.deal_id, s.state, s.finished, ${isLive} as live from deal_states s
    where ${reachable(actor, asked)} and ${belongs(actor, asked)} and ${standsNow}`;
  return sql`
    select now.deal_id, now.state, now.finished, now.live, way.* from (${now}) now
    join (select e.deal_id as id, min(e.since) as first, ${sql.join(columns)}
      from deal_states e where e.tenant_id = ${actor.tenantId}::uuid and e.playbook_id = ${asked.playbookId}
        and e.state in ('open', 'won') and e.since = e.stay_since
      group by e.deal_id) way on way.id = now.deal_id`;
}

/** Of a row of ways: it came into stage `i` within the span. */
export function enteredStage(i: number, { from, to }: Span, actor: Actor): RawBuilder<boolean> {
  const at = sql.raw(`f${i}`);
  return sql<boolean>`(${at} >= ${startOf(from, actor)} and ${at} < ${endOf(to, actor)})`;
}

/** Of a row of ways: after it came into stage `i` it stood up in a later one; out of the last one it went through its gate. */
export function reachedBeyond(i: number, stages: number): RawBuilder<boolean> {
  const later = Array.from({ length: stages - i - 1 }, (_, step) => sql.raw(`l${i + 1 + step}`));
  if (later.length === 0) return sql<boolean>`finished`;
  return sql<boolean>`coalesce(greatest(${sql.join(later)}) > ${sql.raw(`f${i}`)}, false)`;
}

/** Of a row of ways: it has stood in stage `i` or a later one. */
export function stoodIn(i: number, stages: number): RawBuilder<boolean> {
  const later = Array.from({ length: stages - i }, (_, step) => sql.raw(`l${i + step}`));
  return sql<boolean>`greatest(${sql.join(later)}) is not null`;
}

export const monthOf = (at: RawBuilder<unknown>, { timeZone }: Actor) =>
  sql<string>`to_char(${at} at time zone ${timeZone}, 'YYYY-MM')`;

type Row = { month: string | null; counts: { [name: string]: number } };

/**
 * What became of those who came into each stage within the span; and the months in which deals came into the funnel. One
 * statement: deals grouped by the month in which they came, those that came before or after the span together.
 */
export async function conversions(
  db: ReadTx,
  actor: Actor,
  asked: AskedSpan,
  stageIds: readonly string[],
): Promise<{ conversions: Conversion[]; cohorts: Cohort[] }> {
  const n = stageIds.length;
  const count = (name: string, where: RawBuilder<unknown>) => sql`${name}::text, count(*) filter (where ${where})`;
  const ofStages = stageIds.map((_, i) => {
    const [entered, beyond] = [enteredStage(i, asked, actor), reachedBeyond(i, n)];
    const left = sql`${entered} and not ${beyond}`;
    return sql`jsonb_build_object(${sql.join([
      count(`entered${i}`, entered),
      count(`reached${i}`, sql`${entered} and ${beyond}`),
      count(`still${i}`, sql`${left} and live`),
      count(`lost${i}`, sql`${left} and state = 'lost'`),
      count(`parked${i}`, sql`${left} and state = 'parked'`),
      count(`stood${i}`, stoodIn(i, n)),
    ])})`;
  });
  const ofStates = sql`jsonb_build_object('came', count(*), ${sql.join(
    dealStates.map((state) => count(state, sql`state = ${state}`)),
  )})`;
  const { rows } = await sql<Row>`
    select case when ${cameIn(asked, actor)} then ${monthOf(sql`first`, actor)} end as month,
      ${sql.join([ofStates, ...ofStages], sql` || `)} as counts
    from (${ways(actor, asked, stageIds)}) ways group by 1 order by 1`.execute(db);
  const total = (name: string) => rows.reduce((sum, { counts }) => sum + counts[name]!, 0);
  return {
    conversions: stageIds.map((_, i) => ({
      entered: total(`entered${i}`),
      reached: total(`reached${i}`),
      still: total(`still${i}`),
      lost: total(`lost${i}`),
      parked: total(`parked${i}`),
    })),
    cohorts: rows.flatMap(({ month, counts }) => {
      if (month === null) return [];
      const of = (state: DealState) => counts[state]!;
      return [
        {
          month,
          entered: counts['came']!,
          reached: stageIds.map((_, i) => counts[`stood${i}`]!),
          won: of('won'),
          lost: of('lost'),
          parked: of('parked'),
          open: of('open'),
        },
      ];
    }),
  };
}

/** Of a row of ways: it came into the funnel within the span. */
export function cameIn({ from, to }: Span, actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(first >= ${startOf(from, actor)} and first < ${endOf(to, actor)})`;
}
