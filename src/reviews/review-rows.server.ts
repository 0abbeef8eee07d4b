import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { found } from '#platform/http/refused.server.ts';
import type { Review } from '#reviews/review.ts';

/** Who takes part sees a review; so does whoever sees one of its deals. Items are another matter: each needs its deal. */
export function reviewVisibleTo(actor: Actor, table: string): RawBuilder<boolean> {
  if (actor.scope === 'all') return sql<boolean>`true`;
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql<boolean>`(${takesPart(actor, table)} or exists (select from review_items seen
    join deals d on d.tenant_id = seen.tenant_id and d.id = seen.deal_id
    where seen.tenant_id = ${actor.tenantId}::uuid and seen.review_id = ${column('id')} and not seen.skipped
      and ${visibleTo(actor, 'd')}))`;
}

export function takesPart(actor: Actor, table: string): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(`${table}.chair_id`)} = ${actor.userId}::uuid
    or ${sql.ref(`${table}.member_ids`)} @> array[${actor.userId}::uuid])`;
}

/** What is summed up speaks of every deal: for who took part, and who may see them all. */
function maySum(actor: Actor): RawBuilder<boolean> {
  if (actor.scope === 'all') return sql<boolean>`true`;
  return sql<boolean>`(${takesPart(actor, 'r')} or not exists (select from review_items i
    join deals d on d.tenant_id = i.tenant_id and d.id = i.deal_id
    where i.tenant_id = r.tenant_id and i.review_id = r.id and not i.skipped and not coalesce(${visibleTo(actor, 'd')}, false)))`;
}

/** The review, if the actor may see it; else the one answer for missing and invisible. */
export async function loadReview(
  db: ReadTx,
  actor: Actor,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Review> {
  const { rows } = await sql<Review>`
    select r.id, r.name, r.kind, r.team_id as "teamId", t.name as "teamName", r.held_on as "on", r.state,
      r.chair_id as "chairId", c.name as "chairName", case when ${maySum(actor)} then r.summary end as summary,
      r.started_at as "startedAt", r.closed_at as "closedAt", r.version,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.id <> r.chair_id, m.name), '[]')
        from users m where m.tenant_id = r.tenant_id and m.id = any(r.member_ids)) as members
    from reviews r
    join users c on c.tenant_id = r.tenant_id and c.id = r.chair_id
    left join teams t on t.tenant_id = r.tenant_id and t.id = r.team_id
    where r.tenant_id = ${actor.tenantId}::uuid and r.id = ${id}::uuid and ${reviewVisibleTo(actor, 'r')}
    ${lock ? sql`for no key update of r` : sql``}`.execute(db);
  return found(rows[0]);
}

export type AgendaPlace = {
  itemId: string;
  dealId: string;
  dealName: string;
  accountId: string | null;
  visible: boolean;
};

/** All that stands on the agenda, in its order, with whether the actor may see it. */
export async function placesOf(db: ReadTx, actor: Actor, reviewId: string): Promise<AgendaPlace[]> {
  const { rows } = await sql<AgendaPlace>`
    select i.id as "itemId", i.deal_id as "dealId", d.name as "dealName", d.account_id as "accountId",
      coalesce(${visibleTo(actor, 'd')}, false) as visible
    from review_items i join deals d on d.tenant_id = i.tenant_id and d.id = i.deal_id
    where i.tenant_id = ${actor.tenantId}::uuid and i.review_id = ${reviewId}::uuid and not i.skipped
    order by i.position, i.id`.execute(db);
  return rows;
}

export type LoadedItem = {
  id: string;
  dealId: string;
  dealName: string;
  notes: string;
  decision: string;
  discussed: boolean;
  version: number;
};

/** One item of a review, if the actor may see its deal. */
export async function loadItem(db: ReadTx, actor: Actor, reviewId: string, itemId: string): Promise<LoadedItem> {
  const { rows } = await sql<LoadedItem>`
    select i.id, i.deal_id as "dealId", d.name as "dealName", i.notes, i.decision,
      i.discussed_at is not null as discussed, i.version
    from review_items i join deals d on d.tenant_id = i.tenant_id and d.id = i.deal_id
    where i.tenant_id = ${actor.tenantId}::uuid and i.review_id = ${reviewId}::uuid and i.id = ${itemId}::uuid
      and not i.skipped and ${visibleTo(actor, 'd')}`.execute(db);
  return found(rows[0]);
}
