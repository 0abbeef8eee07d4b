import { changes, type NewEvent } from '#platform/events/event.ts';
import { updateRows } from '#platform/database/many-rows.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { sortOut, type Left } from '#platform/list/many.ts';
import type { Deal } from '#deals/deal.ts';
import { settle } from '#deals/deal-decisions.ts';
import { namesMentioned } from '#deals/deal-names.ts';
import { situationOf } from '#deals/deal-situation.ts';
import { keepDealStates } from '#deals/deal-states-store.server.ts';
import { relint } from '#lint/deal-lint-store.server.ts';
import { foresee, type Foreseen } from '#deals/moving/deal-move.ts';
import { heldDeals, type MovingDeal, type Way, type waysTo } from '#deals/moving/moving-deals.server.ts';

type Chosen = { id: string; version: number };
type Done = { id: string; version: number; from: number };
export type CarriedOut = { done: Done[]; left: Left & { notOpen: number } };

/**
 * Moves open deals to another version or method: as many statements for a thousand as for one, an event for each. What
 * was changed since it was looked at, is not open or not to be seen is left, and counted; what stands there already is
 * left as it is.
 *
 * @param within only deals of this playbook; others are not found
 */
export async function carryOut(
  context: CommandContext,
  asked: readonly Chosen[],
  ways: ReturnType<typeof waysTo>,
  within?: string,
): Promise<CarriedOut> {
  const { tx, actor, now } = context;
  const held = await heldDeals(
    tx,
    actor,
    asked.map(({ id }) => id),
  );
  const loaded = held.filter(({ playbookId }) => within === undefined || playbookId === within);
  const { chosen, left } = sortOut(asked, loaded, () => true);
  const open = chosen.map(({ row }) => row).filter(({ state }) => state === 'open');
  const plans = await Promise.all(open.map(async (deal) => planOf(context, deal, await ways.from(deal))));
  await ways.made();
  const moving = plans.filter((plan) => plan !== null);
  await updateRows(
    tx,
    'deals',
    actor.tenantId,
    moving.map((plan) => columnsOf(plan, now)),
  );
  const ids = moving.map(({ deal: { id } }) => id);
  await keepDealStates(tx, actor.tenantId, ids, now);
  await relint(tx, actor.tenantId, ids, context.today);
  await context.record.all(moving.map((plan) => eventOf(plan)));
  return {
    done: moving.map(({ deal: { id, version, playbookVersion } }) => ({
      id,
      version: version + 1,
      from: playbookVersion,
    })),
    left: { ...left, notOpen: chosen.length - open.length },
  };
}

type Plan = {
  deal: MovingDeal;
  way: Way;
  foreseen: Foreseen;
  after: MovingDeal;
  score: { met: number; total: number };
};

function planOf({ now, today }: CommandContext, deal: MovingDeal, way: Way): Plan | null {
  const { playbook } = way.after;
  if (deal.playbookId === playbook.id && deal.playbookVersion === playbook.version) return null;
  const foreseen = foresee(deal, deal, way.before, way.after, way.mapping, { now, today });
  const moved = { ...deal, ...foreseen.moved };
  const { score, patch } = settle(moved, way.after, situationOf(moved, deal.productLines, deal.records, today));
  return { deal, way, foreseen, after: { ...moved, ...patch }, score };
}

const isElsewhere = ({ deal, after }: Pick<Plan, 'deal' | 'after'>) =>
  deal.playbookId !== after.playbookId || deal.stageId !== after.stageId;

/** Plain values for JSON columns: the rows travel as JSON. */
function columnsOf({ deal, after, score }: Plan, now: string) {
  return {
    id: deal.id,
    version: deal.version,
    playbook_id: after.playbookId,
    playbook_version: after.playbookVersion,
    stage_id: after.stageId,
    stage_since: after.stageSince,
    class: after.class,
    facts: after.facts,
    acceptances: after.acceptances,
    overrides: after.overrides,
    former_methods: after.formerMethods,
    gate_met: score.met,
    gate_total: score.total,
    updated_at: now,
  };
}

function eventOf({ deal, way, foreseen, after }: Plan): NewEvent {
  const { playbookId, playbookVersion, stageId, stageSince, facts, acceptances, overrides, formerMethods } = after;
  const next = { playbookId, playbookVersion, stageId, stageSince, facts, acceptances, overrides, formerMethods };
  const changed = changes<Partial<Deal>>(deal, { ...next, class: after.class });
  return {
    type: deal.playbookId === playbookId ? 'deal.migrated' : 'deal.methodChanged',
    subject: { kind: 'deal', id: deal.id },
    accountId: deal.accountId,
    data: {
      name: deal.name,
      version: deal.version + 1,
      methods: { from: nameOf(way.before), to: nameOf(way.after) },
      stages: {
        from: way.before.stageById.get(deal.stageId)?.stage.name,
        to: way.after.stageById.get(stageId)?.stage.name,
      },
      words: namesMentioned(way.after, { stages: [stageId] }),
      evidence: foreseen.evidence,
      ...(isElsewhere({ deal, after }) && { move: { kind: 'migrated', from: deal.stageId, to: stageId } }),
      ...changed,
    },
  };
}

function nameOf({ playbook: { name, version } }: Way['before']) {
  return { ...name, version };
}
