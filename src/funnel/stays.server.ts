import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import type { Span } from '#funnel/funnel.ts';
import { belongs, endOf, isLive, reachable, startOf, type Asked } from '#funnel/funnel-where.server.ts';

export type StageStays = { stageId: string; n: number; median: number; p75: number };

/** How long deals stood in each stage whose stay ended within the span, days. What a file told nobody saw. */
export async function endedStays(db: ReadTx, actor: Actor, asked: Asked & Span): Promise<StageStays[]> {
  const { rows } = await sql<StageStays>`
    select "stageId", n, days[1] as median, days[2] as p75 from (select s.stage_id as "stageId", count(*)::int as n,
      percentile_cont('{0.5,0.75}'::float8[]) within group (order by date_part('epoch', s.until - s.stay_since) / 86400) as days
    from deal_states s
    where ${reachable(actor, asked)} and ${belongs(actor, asked)} and ${isLive} and s.import_id is null
      and s.until >= ${startOf(asked.from, actor)} and s.until < ${endOf(asked.to, actor)}
      and (s.next_stage <> s.stage_id or s.next_state <> s.state)
    group by s.stage_id) stays`.execute(db);
  return rows;
}
