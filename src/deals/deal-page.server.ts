import { sql } from 'kysely';
import { can, mayHandOver } from '#permissions/actor.ts';
import { asTold, openFactsOf, seesBeliefs } from '#chain/chain-access.ts';
import { evaluateGate } from '#method/gate.ts';
import { readEvidence } from '#method/former-method.ts';
import { classify } from '#method/opportunity-class.ts';
import { dayOf, type Instant } from '#shared/day.ts';
import { refuse } from '#shared/refusal.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import type { QueryContext } from '#platform/http/handlers.server.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import { namesOfPeople } from '#team/colleague-store.server.ts';
import type { Deal } from '#deals/deal.ts';
import { briefingOf } from '#deals/deal-briefing.ts';
import { dealPast } from '#deals/deal-past.server.ts';
import { historyOf, situationOf, stageScores } from '#deals/deal-situation.ts';
import { linesOf, loadDeal } from '#deals/deal-store.server.ts';
import type { DealPage } from '#deals/deals.contract.ts';
import { evidenceOf, evidenceRecordsOf } from '#deals/evidence.server.ts';

/** All that the deal page's first paint needs; with `at`, as it was then, judged on that day. */
export async function dealPage(
  { db, actor, today }: QueryContext,
  { id, at = null }: { id: string; at?: Instant | null },
): Promise<DealPage> {
  const { tenantId } = actor;
  // Asked together, one trip: for whom the deal is not there, nothing of it is told.
  const [loaded, evidence, ...around] = await Promise.all([
    loadDeal(db, actor, id),
    evidenceOf(db, tenantId, id, at),
    linesOf(db, tenantId, id),
    membersOf(db, tenantId, id),
  ]);
  const { records, views } = evidence;
  const { deal, lines, members, productLines } = at
    ? await dealPast(db, tenantId, id, at)
    : { ...loaded, lines: around[0], members: around[1] };
  const day = at ? dayOf(at, actor.timeZone) : today;
  const compiled = await compiledPlaybook(db, tenantId, deal.playbookId, deal.playbookVersion);
  // Of the one whose deal it is now.
  const sees = seesBeliefs(actor, loaded.deal);
  const told = sees ? deal : { ...deal, facts: openFactsOf(deal.facts) };
  const situation = situationOf(told, productLines, records, day);
  const { opportunity, project } = classify(situation.facts);
  const write = at === null;
  return {
    deal: told,
    seesBeliefs: sees,
    accountName: loaded.accountName,
    accountIndustry: loaded.accountIndustry,
    ownerName: loaded.ownerName,
    lines,
    members,
    gate: evaluateGate(compiled, deal.stageId, situation),
    // How many are met is no secret (lists show it); by what is thought of whom they are is the team's.
    stages: stageScores(compiled, sees ? situation : situationOf(deal, productLines, records, day)),
    evidence: readViews(views, deal),
    ripeness: { opportunity, project },
    // Of those who overrode or accepted.
    names: await namesOfPeople(
      db,
      tenantId,
      [...deal.overrides, ...deal.acceptances].map(({ by }) => by),
    ),
    may: {
      write: write && can(actor, 'deal.write'),
      handOver: write && can(actor, 'deal.write') && mayHandOver(actor, deal),
      advance: write && can(actor, 'deal.advance'),
      override: write && can(actor, 'deal.override'),
      evidence: write && can(actor, 'evidence.write'),
    },
  };
}

export async function stageGate(context: QueryContext, { id, stageId }: { id: string; stageId: string }) {
  const { compiled, situation } = await judgedToday(context, id);
  return compiled.stageById.has(stageId)
    ? evaluateGate(compiled, stageId, situation)
    : refuse('stage.unknown', { stage: stageId });
}

/** A deal that rests or is lost has nothing to do today. */
export async function dealBriefing(context: QueryContext, { id }: { id: string }) {
  const { deal, compiled, situation } = await judgedToday(context, id);
  if (deal.state === 'parked' || deal.state === 'lost') return refuse('deal.notOpen', { state: deal.state });
  return briefingOf(compiled, deal.stageId, situation);
}

/** Each under the check that the deal's method of that moment reads it under. */
function readViews(views: DealPage['evidence'], deal: Deal): DealPage['evidence'] {
  const records = readEvidence(
    views.map(({ record }) => record),
    historyOf(deal),
  );
  return views.map((view, at) => ({ ...view, record: records[at]! }));
}

async function judgedToday({ db, actor, today }: QueryContext, id: string) {
  const { deal, productLines } = await loadDeal(db, actor, id);
  const compiled = await compiledPlaybook(db, actor.tenantId, deal.playbookId, deal.playbookVersion);
  const records = (await evidenceRecordsOf(db, actor.tenantId, [id])).get(id) ?? [];
  return { deal, compiled, situation: situationOf(asTold(actor, deal), productLines, records, today) };
}

async function membersOf(db: ReadTx, tenantId: string, dealId: string) {
  const { rows } = await sql<DealPage['members'][number]>`
    select m.user_id as "userId", u.name, m.role
    from deal_members m join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
    where m.tenant_id = ${tenantId} and m.deal_id = ${dealId} order by u.name`.execute(db);
  return rows;
}
