import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import type { Instant } from '#shared/day.ts';
import {
  cameIn,
  enteredStage,
  isFinished,
  isNow,
  monthCame,
  reachedBeyond,
  stoodIn,
  ways,
} from '#funnel/conversion.server.ts';
import { asCounted } from '#funnel/counted-deals.server.ts';
import type { FunnelDealsQuery } from '#funnel/funnel.contract.ts';
import { belongs, isLive, reachable, standsNow } from '#funnel/funnel-where.server.ts';
import { cuts, endedWithin, stepsOf } from '#funnel/outcomes.server.ts';
import { isStuck, narrowedColumns } from '#funnel/standing.server.ts';

type Context = { db: ReadTx; actor: Actor; now: Instant };

/** The deals behind one of the funnel's numbers, as they stand now. @param compiled the playbook asked for */
export async function dealsOfFunnel(
  { db, actor, now }: Context,
  asked: FunnelDealsQuery,
  compiled: CompiledPlaybook | null,
): Promise<RawBuilder<unknown>> {
  const { set, stageId } = asked;
  if (set.startsWith('slice')) return chosen(actor, asked, ofSlice(asked), cuts[asked.by ?? 'owner'].joins);
  if (!compiled) return chosen(actor, asked, sql`false`);
  const stageIds = compiled.playbook.stages.map(({ id }) => id);
  switch (set) {
    case 'standing':
      return chosen(actor, asked, sql`${isLive} and s.stage_id = ${stageId ?? ''}`);
    case 'stuck':
      return chosen(
        actor,
        asked,
        sql`${isStuck(now)} and s.stage_id = ${stageId ?? ''}`,
        sql`join stage_paces p on p.tenant_id = s.tenant_id and p.playbook_id = s.playbook_id and p.stage_id = s.stage_id`,
      );
    case 'column': {
      const { playbook } = compiled;
      const columns = await narrowedColumns(db, actor, { ...asked, playbookId: playbook.id }, compiled, {
        withIds: true,
      });
      const ids = columns.filter(({ columnId }) => columnId === asked.columnId).flatMap(({ dealIds }) => dealIds);
      return chosen(actor, asked, sql`s.deal_id = any(${ids}::uuid[])`);
    }
    case 'entryWon':
    case 'entryLost': {
      const steps = asked.period === undefined || asked.period === 'unknown' ? null : stepsOf(compiled, asked.period);
      const all = stepsOf(compiled, 'guiding').concat(stepsOf(compiled, 'competing'), stepsOf(compiled, 'after'));
      const entry = steps
        ? sql`s.buyer_entry = any(${steps}::text[])`
        : sql`coalesce(s.buyer_entry <> all(${all}::text[]), true)`;
      return chosen(
        actor,
        asked,
        sql`${endedWithin(asked)} and s.state = ${set === 'entryWon' ? 'won' : 'lost'} and ${entry}`,
      );
    }
    default: {
      const which = ofWays(actor, asked, stageIds);
      const { id: playbookId } = compiled.playbook;
      const ids = sql`select deal_id from (${ways(actor, { ...asked, playbookId }, stageIds)}) ways where ${which}`;
      return chosen(actor, asked, sql`s.deal_id in (${ids})`);
    }
  }
}

function chosen(actor: Actor, asked: FunnelDealsQuery, where: RawBuilder<unknown>, joins: RawBuilder<unknown> = sql``) {
  return sql`select ${asCounted} from deal_states s ${joins}
    where ${reachable(actor, asked)} and ${belongs(actor, asked)} and ${standsNow} and ${where}`;
}

function ofSlice(asked: FunnelDealsQuery): RawBuilder<boolean> {
  const { key } = cuts[asked.by ?? 'owner'];
  const state = asked.set === 'sliceWon' ? 'won' : 'lost';
  const which = asked.set === 'sliceStanding' ? isLive : sql`${endedWithin(asked)} and s.state = ${state}`;
  return sql<boolean>`(${which} and ${key} is not distinct from ${asked.key ?? null}::text)`;
}

/** Which rows of ways: a stage's cohort or what became of it, or a month's. */
function ofWays(actor: Actor, asked: FunnelDealsQuery, stageIds: readonly string[]): RawBuilder<unknown> {
  const i = stageIds.indexOf(asked.stageId ?? '');
  if (asked.set === 'month') {
    const month = sql`${cameIn(asked, actor)} and to_char(${monthCame(actor)}, 'YYYY-MM') = ${asked.month ?? ''} and stood > 0`;
    const stage = i >= 0 ? sql`and ${stoodIn(i)}` : sql``;
    return sql`${month} ${stage} ${asked.state ? sql`and ${isNow(asked.state)}` : sql``}`;
  }
  if (i < 0) return sql`false`;
  const [entered, beyond] = [enteredStage(i), reachedBeyond(i, stageIds.length)];
  switch (asked.set) {
    case 'reached':
      return sql`${entered} and ${beyond}`;
    case 'still':
      return sql`${entered} and not ${beyond} and (${isNow('open')} or ${isNow('won')} and not ${isFinished})`;
    case 'lost':
    case 'parked':
      return sql`${entered} and not ${beyond} and ${isNow(asked.set)}`;
    default:
      return entered;
  }
}
