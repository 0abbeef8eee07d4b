import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.server.ts';
import { insertRows } from '#platform/database/many-rows.server.ts';
import { newId, newIdInSql } from '#platform/id.server.ts';
import type { Instant } from '#shared/day.ts';
import type { Deal } from '#deals/deal.ts';

/** What a pipeline is counted by: a change of one of these makes a new row of a deal's history. */
const counted = new Set<string>([
  'state',
  'finishedOn',
  'playbookId',
  'stageId',
  'amount',
  'currency',
  'closeOn',
  'closedOn',
  'ownerId',
  'teamId',
  'grade',
  'origin',
  'facts',
] satisfies (keyof Deal)[]);

export function isCounted(patch: Partial<Deal>): boolean {
  return Object.entries(patch).some(([field, value]) => value !== undefined && counted.has(field));
}

/**
 * Keeps in the history what these deals have just become: the row that stood ends, a new one begins. Deals that are as
 * they were cost a look. Whoever writes a deal's counted fields calls it in the same transaction, after the write.
 */
export async function keepDealStates(tx: Tx, tenantId: string, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    with became as (
      update deal_states s set until = greatest(s.since, ${now}::timestamptz), next_state = d.state, next_stage = d.stage_id
      from deals d
      where d.tenant_id = ${tenantId}::uuid and d.id = any(${[...ids]}::uuid[])
        and s.tenant_id = d.tenant_id and s.deal_id = d.id and s.until = 'infinity'
        and (s.state, s.finished, s.playbook_id, s.stage_id, s.amount, s.currency, s.close_on, s.closed_on, s.owner_id,
          s.team_id, s.grade, s.origin, s.buyer_entry)
        is distinct from (d.state, d.finished_on is not null, d.playbook_id, d.stage_id, d.amount, d.currency, d.close_on,
          d.closed_on, d.owner_id, d.team_id, d.grade, d.origin, d.facts -> 'values' ->> 'deal.enteredAt')
      returning d.id, s.until as since, d.state, d.finished_on is not null as finished, d.playbook_id, d.stage_id,
        case when (s.state, s.playbook_id, s.stage_id) = (d.state, d.playbook_id, d.stage_id) then s.stay_since
          else s.until end as stay_since,
        d.amount, d.currency, d.close_on, d.closed_on, d.owner_id, d.team_id, d.grade, d.origin,
        d.facts -> 'values' ->> 'deal.enteredAt' as buyer_entry
    )
    insert into deal_states (tenant_id, id, deal_id, since, state, finished, playbook_id, stage_id, stay_since, amount,
      currency, close_on, closed_on, owner_id, team_id, grade, origin, buyer_entry)
    select ${tenantId}::uuid, ${newIdInSql(sql.ref('became.id'))}, became.* from became`.execute(tx);
}

type Told = Pick<Deal, 'state' | 'stageId'> & { at: Instant };
export type BegunDeal = {
  deal: Deal;
  importId?: string;
  /** Of an imported deal: how it began, when it stood elsewhere at first. */
  began?: Told | undefined;
  /** Of an imported deal: since when it is what it is. */
  since?: Instant | undefined;
};

/** The first rows of new deals; of an imported one that is over, how it began and how it ended. One statement. */
export async function beginDealStates(tx: Tx, tenantId: string, deals: readonly BegunDeal[]): Promise<void> {
  const rows = deals.flatMap(({ deal, importId, began, since = deal.createdAt }) => {
    const now = rowOf(tenantId, deal, since, importId);
    if (!began) return [now];
    const first: Deal = { ...deal, ...began, finishedOn: null, closedOn: null };
    const ended = { until: since, next_state: deal.state, next_stage: deal.stageId };
    return [{ ...rowOf(tenantId, first, began.at, importId), ...ended }, now];
  });
  await insertRows(tx, 'deal_states', rows);
}

function rowOf(tenantId: string, deal: Deal, since: Instant, importId: string | undefined) {
  return {
    tenant_id: tenantId,
    id: newId(),
    deal_id: deal.id,
    since,
    until: 'infinity',
    state: deal.state,
    finished: deal.finishedOn !== null,
    playbook_id: deal.playbookId,
    stage_id: deal.stageId,
    stay_since: since,
    amount: deal.amount,
    currency: deal.currency,
    close_on: deal.closeOn,
    closed_on: deal.closedOn,
    owner_id: deal.ownerId,
    team_id: deal.teamId,
    grade: deal.grade,
    origin: deal.origin,
    buyer_entry: deal.facts.values['deal.enteredAt'] ?? null,
    next_state: null as string | null,
    next_stage: null as string | null,
    import_id: importId ?? null,
  };
}
