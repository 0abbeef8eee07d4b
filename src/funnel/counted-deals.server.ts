import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import type { DealState } from '#deals/deal.ts';
import type { CountedDeal } from '#funnel/funnel.ts';

type At = { after?: string | undefined; limit: number; order: 'asc' | 'desc' };
type Counted = {
  deal_id: string;
  state: DealState;
  stage_id: string;
  amount: number | null;
  currency: string;
  close_on: string | null;
  owner_id: string | null;
  state_before: DealState | null;
  stage_before: string | null;
  amount_before: number | null;
  close_before: string | null;
};

/** Rows of deal_states as `counted` wants them; nothing stood before. */
export const asCounted = sql`s.deal_id, s.state, s.stage_id, s.amount, s.currency, s.close_on, s.owner_id,
  null::text as state_before, null::text as stage_before, null::bigint as amount_before, null::date as close_before`;

/** The deals that a number counts, the largest first. @param chosen a statement with the columns of `asCounted` */
export async function countedDeals(
  db: ReadTx,
  { tenantId }: Actor,
  chosen: RawBuilder<unknown>,
  at: At,
): Promise<{ rows: CountedDeal[]; next: string | null }> {
  const rows = db
    .selectFrom(sql<Counted>`(${chosen})`.as('c'))
    .innerJoin('deals as d', (on) => on.on('d.tenant_id', '=', tenantId).onRef('d.id', '=', 'c.deal_id'))
    .leftJoin('accounts as a', (on) => on.onRef('a.tenant_id', '=', 'd.tenant_id').onRef('a.id', '=', 'd.account_id'))
    .leftJoin('users as u', (on) => on.onRef('u.tenant_id', '=', 'd.tenant_id').onRef('u.id', '=', 'c.owner_id'))
    .select([
      'd.id',
      'd.name',
      'a.name as accountName',
      'u.name as ownerName',
      'c.state',
      'c.stage_id as stageId',
      'c.amount',
      'c.currency',
      'c.close_on as closeOn',
      'c.state_before',
      'c.stage_before',
      'c.amount_before',
      'c.close_before',
    ]);
  const page = await onePage(rows, at, sql`coalesce(c.amount, -1)`, sql.ref('d.id'));
  return {
    rows: page.rows.map(({ state_before, stage_before, amount_before, close_before, ...row }) => ({
      ...row,
      before:
        state_before === null || stage_before === null
          ? null
          : { state: state_before, stageId: stage_before, amount: amount_before, closeOn: close_before },
    })),
    next: page.next,
  };
}
