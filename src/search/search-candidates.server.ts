import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { begins, matches } from '#platform/search/grams.server.ts';
import { fold } from '#shared/text.ts';
import type { FoundAccount, FoundContact, FoundDeal } from '#search/search.contract.ts';

/** Enough to lose some to the exact check and still fill the list. */
const CANDIDATES = 24;
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
  const planned = planEach(db, true);
  const [accounts, contacts, deals] = await Promise.all([
    hits('sought_accounts', sql`${unmerged} and ${visibleTo(actor, 'r')}`),
    hits('sought_contacts', sql`${unmerged} and ${contactSeenBy(actor)}`),
    hits('sought_deals', visibleTo(actor, 'r')),
    planned,
  ]);
  return { accounts, contacts, deals };
}

/**
 * Plans are made for the text at hand: the best way to the few that hold 华宇 is the index of slices, to the newest of
 * the many that hold 公司 the index of dates. A plan kept for both would be wrong for one.
 */
export async function planEach(db: ReadTx, each: boolean): Promise<void> {
  await sql`set local plan_cache_mode = ${sql.raw(each ? 'force_custom_plan' : 'auto')}`.execute(db);
}

/**
 * Roughly as `likenessOf` ranks: the whole name, its beginning, inside it, elsewhere; among equals what was touched last.
 * Each part is looked for only while the parts before have not filled the list.
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
  const grams = sql.ref('r.grams');
  const from = (columns: RawBuilder<unknown>, holds: RawBuilder<unknown>) => sql`
    select ${columns} from ${sql.table(view)} r where r.tenant_id = ${actor.tenantId}::uuid and ${visible} and ${holds}`;
  const best = (holds: RawBuilder<unknown>, rank: RawBuilder<unknown>) => sql`
    select hit.id from (${from(sql`r.id, r.name, r.updated_at`, holds)}
      order by r.updated_at desc, r.id desc limit ${LATEST}) hit
    order by ${rank}, hit.updated_at desc, hit.id limit ${CANDIDATES}`;
  const start = begins(grams, text);
  const { rows: first } = await sql<{ id: string }>`
    (${from(sql`r.id`, sql`r.name = ${text}`)} limit ${CANDIDATES})
    union all (${best(start, sql`${name} <> ${sought}, not starts_with(${name}, ${sought})`)})`.execute(db);
  const found = new Set(first.map(({ id }) => id));
  if (found.size >= CANDIDATES) return [...found].slice(0, CANDIDATES);
  const inside = sql`${matches(grams, text)} and not ${start}`;
  const { rows: rest } = await best(inside, sql`position(${sought} in ${name}) = 0`)
    .$castTo<{ id: string }>()
    .execute(db);
  for (const { id } of rest) found.add(id);
  return [...found].slice(0, CANDIDATES);
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
