import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import { planEach } from '#platform/database/plans.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { serve, type QueryContext } from '#platform/http/handlers.server.ts';
import { latestPlaybook } from '#playbooks/playbook-store.server.ts';
import { dealsOfChange, dealsOn } from '#funnel/change-deals.server.ts';
import { changesBetween } from '#funnel/changes.server.ts';
import { conversions } from '#funnel/conversion.server.ts';
import { countedDeals } from '#funnel/counted-deals.server.ts';
import { dealsOfFunnel } from '#funnel/funnel-deals.server.ts';
import type { Funnel } from '#funnel/funnel.ts';
import { funnelContract, type FunnelQuery } from '#funnel/funnel.contract.ts';
import { entryRates, slicesBy } from '#funnel/outcomes.server.ts';
import { pipelineOn } from '#funnel/pipeline.server.ts';
import { narrowedColumns, standingNow, usualDays } from '#funnel/standing.server.ts';
import { endedStays } from '#funnel/stays.server.ts';
import { tally } from '#funnel/tally.ts';

export const funnelHandlers = serve(funnelContract, {
  show: (context, asked) => wholeFunnel(context, asked),

  progress: async ({ db, actor }, asked) => {
    const { playbook } = await latestPlaybook(db, actor.tenantId, asked.playbookId);
    return conversions(
      db,
      actor,
      asked,
      playbook.stages.map(({ id }) => id),
    );
  },

  slices: ({ db, actor }, { by, ...asked }) => slicesBy(db, actor, asked, by),

  deals: async (context, { sort: _sort, after, limit, order, ...asked }) => {
    const { db, actor } = context;
    const compiled = asked.playbookId ? await latestPlaybook(db, actor.tenantId, asked.playbookId) : null;
    return countedDeals(db, actor, await dealsOfFunnel(context, asked, compiled), { after, limit, order });
  },

  pipeline: ({ db, actor }, asked) => pipelineOn(db, actor, asked),

  pipelineDeals: ({ db, actor }, { sort: _sort, after, limit, order, ...asked }) =>
    countedDeals(db, actor, dealsOn(actor, asked), { after, limit, order }),

  changes: ({ db, actor }, asked) => changesBetween(db, actor, asked),

  changeDeals: async ({ db, actor }, { sort: _sort, after, limit, order, ...asked }) => {
    await planEach(db, true);
    return countedDeals(db, actor, dealsOfChange(actor, asked), { after, limit, order });
  },
});

export async function wholeFunnel(
  { db, actor, now }: Pick<QueryContext, 'db' | 'actor' | 'now'>,
  asked: FunnelQuery,
): Promise<Funnel> {
  const compiled = await latestPlaybook(db, actor.tenantId, asked.playbookId);
  const { stages, funnel } = compiled.playbook;
  const [standing, usual, narrowed, stays, entries, accounts] = await Promise.all([
    standingNow(db, actor, asked, now),
    usualDays(db, actor, asked.playbookId),
    narrowedColumns(db, actor, asked, compiled),
    endedStays(db, actor, asked),
    entryRates(db, actor, asked, compiled),
    countAccounts(db, actor, asked),
  ]);
  const inStage = (id: string) => standing.filter(({ stageId }) => stageId === id);
  return {
    span: { from: asked.from, to: asked.to },
    columns: funnel.map((column) => {
      const { id, name, stage: stageId = null } = column;
      const parts =
        stageId !== null && column.when
          ? narrowed.filter(({ columnId }) => columnId === id).map(({ part }) => part)
          : inStage(stageId ?? '');
      const ofAccounts = stageId === null;
      return {
        id,
        name,
        stageId,
        narrowed: column.when !== undefined,
        standing: ofAccounts ? null : tally(parts),
        accounts: ofAccounts ? accounts : null,
      };
    }),
    stages: stages.map(({ id, name }) => {
      const parts = inStage(id);
      const days = usual.get(id) ?? null;
      const stuck = parts.map(({ currency, stuck: count, stuckUnknown, stuckAmount }) => ({
        currency,
        count,
        unknown: stuckUnknown,
        amount: stuckAmount,
      }));
      const own = stays.find(({ stageId }) => stageId === id);
      return {
        stageId: id,
        name,
        standing: tally(parts),
        stuck: days === null ? null : tally(stuck),
        usualDays: days,
        stays: own ? { n: own.n, median: tenths(own.median), p75: tenths(own.p75) } : null,
      };
    }),
    entries,
  };
}

const tenths = (days: number) => Math.round(days * 10) / 10;

/** Accounts that the actor sees, as far as the filters speak of accounts; null where they speak of deals alone. */
async function countAccounts(db: ReadTx, actor: Actor, asked: FunnelQuery): Promise<number | null> {
  const { ownerId, teamId, region, productLine, origin, grade } = asked;
  if (productLine ?? origin ?? grade) return null;
  const tenant = sql`${actor.tenantId}::uuid`;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from accounts a
    where a.tenant_id = ${tenant} and a.merged_into is null and ${visibleTo(actor, 'a')}
      ${ownerId ? sql`and a.owner_id = ${ownerId}::uuid` : sql``}
      ${region ? sql`and a.province = ${region}` : sql``}
      ${teamId ? sql`and a.team_id in (select t.id from teams t where t.tenant_id = ${tenant} and t.path @> array[${teamId}::uuid])` : sql``}`.execute(
    db,
  );
  return rows[0]!.count;
}
