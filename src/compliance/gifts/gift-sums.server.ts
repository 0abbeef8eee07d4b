import { sql } from 'kysely';
import type { ReadTx } from '#platform/database/database.server.ts';
import { counting, type Category } from '#compliance/gifts/gift.ts';

/** Sums are of a calendar year and a currency. `except`: an entry that is left out. */
export type AskedSums = { year: number; currency: string; except: string | null };

const hospitality = sql`(g.kind in ('meal', 'travel', 'ticket'))`;

function inYear({ year, currency, except }: AskedSums) {
  return sql`g.on_day between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)
    and g.currency = ${currency} and g.state = any(${[...counting]}::text[]) and g.id is distinct from ${except}::uuid`;
}

/** What each of these people got from us: the shares of the entries that count. */
export async function sumsOfPeople(
  db: ReadTx,
  tenantId: string,
  contactIds: readonly string[],
  asked: AskedSums,
): Promise<Map<string, Record<Category, number>>> {
  if (contactIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string } & Record<Category, number>>`
    select p.contact_id as id, coalesce(sum(p.share) filter (where not ${hospitality}), 0)::bigint as gift,
      coalesce(sum(p.share) filter (where ${hospitality}), 0)::bigint as hospitality
    from gift_people p join gifts g on g.tenant_id = p.tenant_id and g.id = p.gift_id
    where p.tenant_id = ${tenantId}::uuid and p.contact_id = any(${[...contactIds]}::uuid[])
      and g.direction = 'given' and ${inYear(asked)}
    group by p.contact_id`.execute(db);
  return new Map(rows.map(({ id, ...sums }) => [id, sums]));
}

type RecordSums = { accountGiven: number; accountReceived: number; given: number; received: number };

const sumOf = (column: 'account_id' | 'owner_id', id: string, direction: 'given' | 'received') =>
  sql`coalesce(sum(g.amount) filter (where g.${sql.ref(column)} = ${id}::uuid and g.direction = ${direction}), 0)::bigint`;

/** What an account's people and one of ours gave and got. */
export async function sumsOfRecord(
  db: ReadTx,
  tenantId: string,
  accountId: string,
  ownerId: string,
  asked: AskedSums,
): Promise<RecordSums> {
  const { rows } = await sql<RecordSums>`
    select ${sumOf('account_id', accountId, 'given')} as "accountGiven",
      ${sumOf('account_id', accountId, 'received')} as "accountReceived",
      ${sumOf('owner_id', ownerId, 'given')} as given, ${sumOf('owner_id', ownerId, 'received')} as received
    from gifts g where g.tenant_id = ${tenantId}::uuid
      and (g.account_id = ${accountId}::uuid or g.owner_id = ${ownerId}::uuid) and ${inYear(asked)}`.execute(db);
  return rows[0]!;
}

/** Whoever registers something for these people meanwhile waits. Always in the same order, so that nobody waits in a ring. */
export async function holdPeople(db: ReadTx, tenantId: string, contactIds: readonly string[], ownerId: string) {
  await sql`select id from contacts where tenant_id = ${tenantId}::uuid and id = any(${[...contactIds]}::uuid[])
    order by id for no key update`.execute(db);
  await sql`select id from users where tenant_id = ${tenantId}::uuid and id = ${ownerId}::uuid for no key update`.execute(
    db,
  );
}

type YearSum = {
  currency: string;
  direction: 'given' | 'received';
  hospitality: boolean;
  amount: number;
  count: number;
};

/** What an account or a contact got and gave in a year, by currency; a contact's are her shares. */
export async function yearSumsOf(
  db: ReadTx,
  tenantId: string,
  subject: { kind: 'account' | 'contact'; id: string },
  year: number,
): Promise<{ sums: YearSum[]; waiting: number }> {
  const of =
    subject.kind === 'account' ? sql`g.account_id = ${subject.id}::uuid` : sql`p.contact_id = ${subject.id}::uuid`;
  const source =
    subject.kind === 'account'
      ? sql`gifts g`
      : sql`gift_people p join gifts g on g.tenant_id = p.tenant_id and g.id = p.gift_id`;
  const value = subject.kind === 'account' ? sql`g.amount` : sql`p.share`;
  const { rows } = await sql<YearSum & { state: string }>`
    select g.currency, g.direction, ${hospitality} as hospitality, g.state = 'requested' as waiting,
      sum(${value})::bigint as amount, count(*)::int as count
    from ${source}
    where g.tenant_id = ${tenantId}::uuid and ${of}
      and g.on_day between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)
      and g.state = any(${[...counting, 'requested']}::text[])
    group by 1, 2, 3, 4 order by 1, 2, 3`.execute(db);
  const sums = rows as unknown as (YearSum & { waiting: boolean })[];
  return {
    sums: sums.filter(({ waiting }) => !waiting).map(({ waiting: _, ...sum }) => sum),
    waiting: sums.filter(({ waiting }) => waiting).reduce((all, { count }) => all + count, 0),
  };
}
