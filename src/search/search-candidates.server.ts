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

/** The views are the tables without the barrier of row-level security, behind which the index of slices cannot be used. */
type View = 'sought_accounts' | 'sought_contacts' | 'sought_deals';
type Candidate<R> = R & { besides: (string | null)[] };

/** The ids of each kind that the text may mean, best first; of a kind not asked for, none. */
export async function hitsOf(db: ReadTx, actor: Actor, text: string, kinds: ReadonlySet<View>) {
  const unmerged = sql<boolean>`r.merged_into is null`;
  const hits = (view: View, visible: RawBuilder<boolean>) =>
    kinds.has(view) ? nearest(db, actor, view, text, visible) : [];
  // Sent one behind the other without waiting: one connection, one round trip.
  const [, accounts, contacts, deals] = await Promise.all([
    plan(db, 'force_custom_plan'),
    hits('sought_accounts', sql`${unmerged} and ${visibleTo(actor, 'r')}`),
    hits('sought_contacts', sql`${unmerged} and ${contactSeenBy(actor)}`),
    hits('sought_deals', visibleTo(actor, 'r')),
    plan(db, 'auto'),
  ]);
  return { accounts, contacts, deals };
}

/**
 * Plans are made for the text at hand: the best way to the few that hold 华宇 is the index of slices, to the newest of
 * the many that hold 公司 the index of dates. A plan kept for both would be wrong for one.
 */
async function plan(db: ReadTx, mode: 'force_custom_plan' | 'auto'): Promise<void> {
  await sql`set local plan_cache_mode = ${sql.raw(mode)}`.execute(db);
}

/**
 * Roughly as `likenessOf` ranks: the whole name, its beginning, inside it, elsewhere; then what was touched last. One of
 * that very name is looked for by itself.
 */
async function nearest(
  db: ReadTx,
  actor: Actor,
  view: View,
  text: string,
  visible: RawBuilder<boolean>,
): Promise<string[]> {
  const sought = fold(text);
  const name = /[a-z]/.test(sought) ? sql`lower(hit.name)` : sql`hit.name`;
  const from = sql`select r.id, r.name, r.updated_at from ${sql.table(view)} r
    where r.tenant_id = ${actor.tenantId}::uuid and ${visible}`;
  const { rows } = await sql<{ id: string }>`
    select hit.id from (
      (${from} and ${matches(sql.ref('r.grams'), text)} order by r.updated_at desc, r.id desc limit ${LATEST})
      union all (${from} and r.name = ${text} limit ${CANDIDATES})
    ) hit
    order by case when ${name} = ${sought} then 0 when starts_with(${name}, ${sought}) then 1
      when position(${sought} in ${name}) > 0 then 2 else 3 end, hit.updated_at desc, hit.id
    limit ${CANDIDATES}`.execute(db);
  return [...new Set(rows.map(({ id }) => id))];
}

/** As contactVisibleTo says of one contact, for thousands: the accounts are looked up once, not for each. */
function contactSeenBy(actor: Actor): RawBuilder<boolean> {
  if (actor.scope === 'all') return sql<boolean>`true`;
  return sql<boolean>`(r.owner_id = ${actor.userId}::uuid
    or (r.account_id is null and r.team_id = any(${[...actor.teamIds]}::uuid[]))
    or r.account_id = any(array(select employer.id from sought_accounts employer
      where employer.tenant_id = ${actor.tenantId}::uuid and ${visibleTo(actor, 'employer')})))`;
}

const chosen = (table: string, actor: Actor, ids: readonly string[]) => sql<boolean>`
  ${sql.ref(`${table}.tenant_id`)} = ${actor.tenantId}::uuid and ${sql.ref(`${table}.id`)} = any(${[...ids]}::uuid[])`;

export async function accountsFound(db: ReadTx, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { rows } = await sql<Candidate<FoundAccount>>`
    select a.id, a.name, a.industry, coalesce(a.city, a.province) as place, o.name as "ownerName",
      array_append(a.aliases, a.credit_code) as besides
    from accounts a left join users o on o.tenant_id = a.tenant_id and o.id = a.owner_id
    where ${chosen('a', actor, ids)}`.execute(db);
  return inOrder(rows, ids);
}

export async function contactsFound(db: ReadTx, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { rows } = await sql<Candidate<FoundContact>>`
    select c.id, c.name, c.title, a.name as "accountName",
      array[c.title, c.department, c.email, regexp_replace(c.mobile, '\\D', '', 'g'),
        regexp_replace(c.phone, '\\D', '', 'g')] as besides
    from contacts c
    left join accounts a on a.tenant_id = c.tenant_id and a.id = c.account_id and ${visibleTo(actor, 'a')}
    where ${chosen('c', actor, ids)}`.execute(db);
  return inOrder(rows, ids);
}

export async function dealsFound(db: ReadTx, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { rows } = await sql<Candidate<FoundDeal>>`
    select d.id, d.name, a.name as "accountName", d.state, d.amount, d.currency, o.name as "ownerName",
      array[a.name] as besides
    from deals d
    left join accounts a on a.tenant_id = d.tenant_id and a.id = d.account_id
    left join users o on o.tenant_id = d.tenant_id and o.id = d.owner_id
    where ${chosen('d', actor, ids)}`.execute(db);
  return inOrder(rows, ids);
}

function inOrder<R extends { id: string }>(rows: readonly R[], ids: readonly string[]): R[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
