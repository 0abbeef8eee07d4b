import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { planEach } from '#platform/database/plans.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { begins, gramsSought, matches } from '#platform/search/grams.server.ts';
import { fold } from '#shared/text.ts';
import type { FoundAccount, FoundContact, FoundDeal } from '#search/search.contract.ts';

/**
 * What the planner takes for granted is wrong here: pages are in memory, and to look for a slice in a record's array costs
 * forty times as much as to compare two numbers. Believing otherwise it walks the index of dates for far too long.
 */
const costs = { random_page_cost: '1.1', cpu_operator_cost: '0.1' };
/** Enough to lose some to the exact check and still fill the list. */
const CANDIDATES = 16;
/** Of more hits than these, the ones touched last are looked at: a text that common is not yet a question. */
const LATEST = 1_000;

/** The views are the tables without the barrier of row-level security, behind which the index of slices cannot be used. */
type View = 'sought_accounts' | 'sought_contacts' | 'sought_deals';
/** A view, and a select from it of what the reader may see. */
type Source = {
  view: View;
  from: (columns: RawBuilder<unknown>, holds: RawBuilder<unknown>) => RawBuilder<unknown>;
};
type Named = { view: View; id: string };
type Candidate<R> = R & { besides: (string | null)[] };

/** The ids of each kind that the text may mean, best first; of a kind not asked for, none. */
export async function hitsOf(db: ReadTx, actor: Actor, text: string, kinds: ReadonlySet<View>) {
  const unmerged = sql<boolean>`r.merged_into is null`;
  const visible: Record<View, RawBuilder<boolean>> = {
    sought_accounts: sql`${unmerged} and ${visibleTo(actor, 'r')}`,
    sought_contacts: sql`${unmerged} and ${contactSeenBy(actor)}`,
    sought_deals: visibleTo(actor, 'r'),
  };
  const sources = [...kinds].map((view): Source => ({
    view,
    from: (columns, holds) => sql`
      select ${columns} from ${sql.table(view)} r where r.tenant_id = ${actor.tenantId}::uuid and ${visible[view]} and ${holds}`,
  }));
  const named = namedExactly(db, text, sources);
  // The best way to the few that hold 华宇 is the index of slices, to the newest of the many that hold 公司 that of dates.
  const planned = planEach(db, true, costs);
  const hits = sources.map(async (source) => [source.view, await nearest(db, text, source, named)] as const);
  const [pairs] = await Promise.all([Promise.all(hits), named, planned]);
  const found = new Map(pairs);
  return {
    accounts: found.get('sought_accounts') ?? [],
    contacts: found.get('sought_contacts') ?? [],
    deals: found.get('sought_deals') ?? [],
  };
}

/** What has the text for its name: a look-up whose plan serves every text. */
async function namedExactly(db: ReadTx, text: string, sources: readonly Source[]): Promise<Named[]> {
  if (sources.length === 0) return [];
  const parts = sources.map(
    ({ view, from }) => sql`(${from(sql`${sql.lit(view)} as view, r.id`, sql`r.name = ${text}`)} limit ${CANDIDATES})`,
  );
  const { rows } = await sql<Named>`${sql.join(parts, sql` union all `)}`.execute(db);
  return rows;
}

/**
 * Roughly as `likenessOf` ranks: the whole name, its beginning, inside it, elsewhere; among equals what was touched last.
 * Each part is looked for only while the parts before have not filled the list.
 */
async function nearest(db: ReadTx, text: string, { view, from }: Source, named: Promise<Named[]>): Promise<string[]> {
  const sought = fold(text);
  const name = /[a-z]/.test(sought) ? sql`lower(hit.name)` : sql`hit.name`;
  const grams = sql.ref('r.grams');
  const best = (holds: RawBuilder<unknown>, rank: RawBuilder<unknown>) => sql<{ id: string }>`
    select hit.id from (${from(sql`r.id, r.name, r.updated_at`, holds)}
      order by r.updated_at desc, r.id desc limit ${LATEST}) hit
    order by ${rank}, hit.updated_at desc, hit.id limit ${CANDIDATES}`;
  const start = begins(grams, text);
  // What could be initials may also be letters of the name, which come first; of anything else, all these hits begin with it.
  const starting = gramsSought(text).initials
    ? best(start, sql`${name} <> ${sought}, not starts_with(${name}, ${sought})`)
    : sql<{ id: string }>`${from(sql`r.id`, start)} order by r.updated_at desc, r.id desc limit ${CANDIDATES}`;
  const [first, whole] = await Promise.all([starting.execute(db), named]);
  const found = new Set([...whole.filter((hit) => hit.view === view), ...first.rows].map(({ id }) => id));
  if (found.size < CANDIDATES) {
    const rest = await best(
      sql`${matches(grams, text)} and not ${start}`,
      sql`position(${sought} in ${name}) = 0`,
    ).execute(db);
    for (const { id } of rest.rows) found.add(id);
  }
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
