import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { matches } from '#platform/search/grams.server.ts';
import { fold } from '#shared/text.ts';
import type { FoundAccount, FoundContact, FoundDeal } from '#search/search.contract.ts';

/** Enough to lose some to the exact check and still fill the list. */
const CANDIDATES = 48;
/** Of more hits than these, the ones touched last are looked at: a text that common is not yet a question. */
const LATEST = 1_000;

type Candidate<R> = R & { besides: (string | null)[] };

/**
 * Plans are made for the text at hand: the best way to the few that hold 华宇 is the index of slices, to the newest of
 * the many that hold 公司 the index of dates. A plan kept for both would be wrong for one.
 */
export async function planEach(db: ReadTx): Promise<void> {
  await sql`set local plan_cache_mode = force_custom_plan`.execute(db);
}

export async function accountCandidates(db: ReadTx, actor: Actor, text: string) {
  const visible = sql<boolean>`r.merged_into is null and ${visibleTo(actor, 'r')}`;
  const { rows } = await sql<Candidate<FoundAccount>>`
    with r as (${nearest(actor, 'sought_accounts', text, visible)})
    select r.id, r.name, a.industry, coalesce(a.city, a.province) as place, o.name as "ownerName",
      array_append(a.aliases, a.credit_code) as besides
    from r join accounts a on a.tenant_id = ${actor.tenantId}::uuid and a.id = r.id
    left join users o on o.tenant_id = a.tenant_id and o.id = a.owner_id
    order by r.place`.execute(db);
  return rows;
}

export async function contactCandidates(db: ReadTx, actor: Actor, text: string) {
  const visible = sql<boolean>`r.merged_into is null and ${contactSeenBy(actor)}`;
  const { rows } = await sql<Candidate<FoundContact>>`
    with r as (${nearest(actor, 'sought_contacts', text, visible)})
    select r.id, r.name, c.title, a.name as "accountName",
      array[c.title, c.department, c.email, regexp_replace(c.mobile, '\\D', '', 'g'),
        regexp_replace(c.phone, '\\D', '', 'g')] as besides
    from r join contacts c on c.tenant_id = ${actor.tenantId}::uuid and c.id = r.id
    left join accounts a on a.tenant_id = c.tenant_id and a.id = c.account_id and ${visibleTo(actor, 'a')}
    order by r.place`.execute(db);
  return rows;
}

export async function dealCandidates(db: ReadTx, actor: Actor, text: string) {
  const { rows } = await sql<Candidate<FoundDeal>>`
    with r as (${nearest(actor, 'sought_deals', text, visibleTo(actor, 'r'))})
    select r.id, r.name, a.name as "accountName", d.state, d.amount, d.currency, o.name as "ownerName",
      array[a.name] as besides
    from r join deals d on d.tenant_id = ${actor.tenantId}::uuid and d.id = r.id
    left join accounts a on a.tenant_id = d.tenant_id and a.id = d.account_id
    left join users o on o.tenant_id = d.tenant_id and o.id = d.owner_id
    order by r.place`.execute(db);
  return rows;
}

/**
 * Roughly as `likenessOf` ranks: the whole name, its beginning, inside it, elsewhere; then what was touched last. The
 * views are the tables without the barrier of row-level security, behind which the index of slices cannot be used.
 */
function nearest(
  actor: Actor,
  view: 'sought_accounts' | 'sought_contacts' | 'sought_deals',
  text: string,
  visible: RawBuilder<boolean>,
): RawBuilder<unknown> {
  const sought = fold(text);
  const from = sql`select r.id, r.name, r.updated_at from ${sql.table(view)} r
    where r.tenant_id = ${actor.tenantId}::uuid and ${visible}`;
  return sql`
    select hit.id, hit.name, row_number() over (order by
      case when lower(hit.name) = ${sought} then 0 when starts_with(lower(hit.name), ${sought}) then 1
        when position(${sought} in lower(hit.name)) > 0 then 2 else 3 end, hit.updated_at desc, hit.id) as place
    from (
      (${from} and ${matches(sql.ref('r.grams'), text)} order by r.updated_at desc, r.id desc limit ${LATEST})
      union (${from} and r.name = ${text} limit ${CANDIDATES})
    ) hit
    order by place limit ${CANDIDATES}`;
}

/** As contactVisibleTo says of one contact, for thousands: the accounts are looked up once, not for each. */
function contactSeenBy(actor: Actor): RawBuilder<boolean> {
  if (actor.scope === 'all') return sql<boolean>`true`;
  return sql<boolean>`(r.owner_id = ${actor.userId}::uuid
    or (r.account_id is null and r.team_id = any(${[...actor.teamIds]}::uuid[]))
    or r.account_id = any(array(select employer.id from sought_accounts employer
      where employer.tenant_id = ${actor.tenantId}::uuid and ${visibleTo(actor, 'employer')})))`;
}
