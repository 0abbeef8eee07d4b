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
  const counted = db
    .selectFrom(sql<Counted>`(${chosen})`.as('c'))
    .select([
      'c.deal_id as id',
      'c.state',
      'c.stage_id as stageId',
      'c.amount',
      'c.currency',
      'c.close_on as closeOn',
      'c.owner_id',
      'c.state_before',
      'c.stage_before',
      'c.amount_before',
      'c.close_before',
    ]);
  const page = await onePage(counted, at, sql`coalesce(c.amount, -1)`, sql.ref('c.deal_id'));
  const names = await namesOf(db, tenantId, page.rows);
  return {
    rows: page.rows.map(({ owner_id: _, state_before, stage_before, amount_before, close_before, ...row }) => ({
      ...row,
      ...names.get(row.id)!,
      before:
        state_before === null || stage_before === null
          ? null
          : { state: state_before, stageId: stage_before, amount: amount_before, closeOn: close_before },
    })),
    next: page.next,
  };
}

type Names = Pick<CountedDeal, 'name' | 'accountName' | 'ownerName'>;

/** Of the deals of one page only: a number may count a hundred thousand. */
async function namesOf(
  db: ReadTx,
  tenantId: string,
  rows: readonly { id: string; owner_id: string | null }[],
): Promise<Map<string, Names>> {
  const { rows: named } = await sql<Names & { id: string }>`
    select d.id, d.name, a.name as "accountName", u.name as "ownerName"
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ owner_id }) => owner_id)}::uuid[]) as c (deal_id, owner_id)
    join deals d on d.tenant_id = ${tenantId}::uuid and d.id = c.deal_id
    left join accounts a on a.tenant_id = d.tenant_id and a.id = d.account_id
    left join users u on u.tenant_id = d.tenant_id and u.id = c.owner_id`.execute(db);
  return new Map(named.map(({ id, ...names }) => [id, names]));
}
