import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { contactVisibleTo } from '#platform/database/subject.server.ts';
import { found } from '#platform/http/refused.server.ts';
import { isTelling, patternOf, pseudonymOf, type Blanking } from '#compliance/erasure/personal-words.ts';
import type { Hold } from '#compliance/erasure/erasure.ts';

/** Somebody who is to be exported or erased, with those who were merged into her. */
export type Person = {
  id: string;
  name: string;
  version: number;
  accountId: string | null;
  ids: string[];
  hold: Hold | null;
  /** Her name is looked for in every text. */
  everywhere: boolean;
  blanking: Blanking;
};

type Row = {
  id: string;
  name: string;
  version: number;
  account_id: string | null;
  hold_reason: string | null;
  hold_at: string | null;
  hold_by: string | null;
};
type Trace = { name: string; mobile: string | null; phone: string | null; email: string | null; wechat: string | null };

export async function personOf(db: ReadTx, actor: Actor, id: string): Promise<Person> {
  const { tenantId } = actor;
  const { rows } = await sql<Row>`
    select c.id, c.name, c.version, c.account_id, c.hold_reason, c.hold_at, u.name as hold_by
    from contacts c left join users u on u.tenant_id = c.tenant_id and u.id = c.hold_by
    where c.tenant_id = ${tenantId}::uuid and c.erased_at is null and ${contactVisibleTo(actor, 'c')}
      and c.id = coalesce((select m.merged_into from contacts m
        where m.tenant_id = ${tenantId}::uuid and m.id = ${id}::uuid), ${id}::uuid)`.execute(db);
  const row = found(rows[0]);
  const { rows: all } = await sql<Trace & { id: string }>`
    select id, name, mobile, phone, email, wechat from contacts
    where tenant_id = ${tenantId}::uuid and (id = ${row.id}::uuid or merged_into = ${row.id}::uuid)`.execute(db);
  const ids = all.map((one) => one.id);
  const names = [...new Set([...all.map(({ name }) => name), ...(await formerNames(db, tenantId, ids))])];
  const others = await othersCalled(db, tenantId, ids, names);
  const telling = names.filter((name) => isTelling(name, others));
  const reached = await reachedBy(db, tenantId, ids);
  const traces = {
    names: telling,
    numbers: [...all.flatMap(({ mobile, phone }) => [mobile, phone]), ...reached].filter((one) => one !== null),
    addresses: all.flatMap(({ email, wechat }) => [email, wechat]).filter((one) => one !== null),
  };
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    accountId: row.account_id,
    ids,
    hold:
      row.hold_reason && row.hold_at ? { reason: row.hold_reason, byName: row.hold_by ?? '', at: row.hold_at } : null,
    everywhere: telling.length === names.length,
    blanking: { pattern: patternOf(traces), ids, pseudonym: pseudonymOf(row.id) },
  };
}

/** What she was called before, as the history of her record tells it. */
async function formerNames(db: ReadTx, tenantId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct n.name from events e
    cross join lateral (values (e.data ->> 'name'), (e.data -> 'before' ->> 'name'), (e.data -> 'after' ->> 'name')) n (name)
    where e.tenant_id = ${tenantId}::uuid and e.subject_kind = 'contact' and e.subject_id = any(${[...ids]}::uuid[])
      and e.type like 'contact.%' and n.name is not null`.execute(db);
  return rows.map(({ name }) => name);
}

/** Whatever else is called something with one of these names in it. */
async function othersCalled(db: ReadTx, tenantId: string, ids: readonly string[], names: readonly string[]) {
  const holding = (column: string) =>
    sql`exists (select from unnest(${[...names]}::text[]) n where position(lower(n) in lower(${sql.ref(column)})) > 0)`;
  const { rows } = await sql<{ name: string }>`
    select name from contacts where tenant_id = ${tenantId}::uuid and id <> all(${[...ids]}::uuid[])
      and erased_at is null and ${holding('name')}
    union all select name from users where tenant_id = ${tenantId}::uuid and ${holding('name')}
    union all select name from accounts where tenant_id = ${tenantId}::uuid and ${holding('name')}
    union all select name from deals where tenant_id = ${tenantId}::uuid and ${holding('name')}`.execute(db);
  return rows.map(({ name }) => name);
}

/** Private numbers that are kept as facts. */
async function reachedBy(db: ReadTx, tenantId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select value from personal_facts where tenant_id = ${tenantId}::uuid and contact_id = any(${[...ids]}::uuid[])
      and kind in ('homePhone', 'privateMobile', 'privateWechat') and value is not null`.execute(db);
  return rows.map(({ value }) => value);
}
