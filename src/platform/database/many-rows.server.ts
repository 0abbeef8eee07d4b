import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '#shared/day.ts';
import type { Rows, Tx } from '#platform/database/database.server.ts';
import type { NewEvent } from '#platform/events/event.ts';
import { saltOfEvent } from '#platform/events/events.server.ts';
import { newId } from '#platform/id.server.ts';

/** A row by its columns' names; a jsonb column holds an object or a list, or their JSON. */
export type Row = { readonly [column: string]: unknown };

type Types = { [column: string]: string };

// The schema does not change while a process runs.
const known = new Map<string, Promise<Types>>();

/**
 * Many rows in one statement: a column is one parameter, or a single value where all rows have the same. All rows have
 * the columns of the first. Three times as fast as a list of values, and planned the same for any number of rows.
 */
export async function insertRows(
  tx: Tx,
  table: keyof Rows,
  rows: readonly Row[],
  onConflict: RawBuilder<unknown> = sql``,
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const types = await typesOf(tx, table);
  const names = Object.keys(first);
  const lists: RawBuilder<unknown>[] = [];
  const selected = names.map((name) => {
    const type = types[name];
    if (!type) throw new Error(`${table} has no column ${name}`);
    const values = rows.map((row) => textOf(row[name], type));
    const cast = sql.raw(`::${type}`);
    if (values.every((value) => value === values[0])) return sql`${values[0]}::text${cast}`;
    lists.push(sql`${values}::text[]`);
    return sql`${sql.ref(`r.c${lists.length}`)}${cast}`;
  });
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const aliases = sql.join(lists.map((_, at) => sql.ref(`c${at + 1}`)));
  const source =
    lists.length > 0
      ? sql`unnest(${sql.join(lists)}) as r (${aliases})`
      : sql`generate_series(1, ${rows.length}::int) as r (c1)`;
  await sql`insert into ${sql.table(table)} (${columns}) select ${sql.join(selected)} from ${source} ${onConflict}`.execute(
    tx,
  );
}

/** A value as PostgreSQL reads the type from text. */
function textOf(value: unknown, type: string): string | null {
  if (value === null || value === undefined) return null;
  if (type === 'jsonb') return typeof value === 'string' ? value : JSON.stringify(value);
  if (Array.isArray(value))
    return `{${value.map((entry) => `"${String(entry).replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function typesOf(tx: Tx, table: string): Promise<Types> {
  const types = known.get(table);
  if (types) return types;
  const asked = sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`
    .execute(tx)
    .then(({ rows }) => Object.fromEntries(rows.map(({ name, type }) => [name, type])));
  known.set(table, asked);
  asked.catch(() => known.delete(table));
  return asked;
}

/**
 * Saves many records that were loaded at the version they carry, counting it up; those that somebody saved in between
 * are left alone.
 *
 * @returns the ids that were saved
 */
export async function updateRows(
  tx: Tx,
  table: 'accounts' | 'contacts' | 'deals' | 'products' | 'users',
  tenantId: string,
  rows: readonly Row[],
): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const columns = Object.keys(rows[0]!).filter((column) => !['id', 'tenant_id', 'version'].includes(column));
  const sets = columns.map((column) => sql`${sql.ref(column)} = loaded.${sql.ref(column)}`);
  const { rows: saved } = await sql<{ id: string }>`
    update ${sql.table(table)} set ${sql.join([...sets, sql`version = ${sql.table(table)}.version + 1`])}
    from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json) loaded
    where ${sql.table(table)}.tenant_id = ${tenantId} and ${sql.table(table)}.id = loaded.id
      and ${sql.table(table)}.version = loaded.version
    returning ${sql.table(table)}.id`.execute(tx);
  return new Set(saved.map(({ id }) => id));
}

/** Appends many events in one statement. */
export async function insertEvents(
  tx: Tx,
  actor: { tenantId: string; userId: string | null },
  now: Instant,
  events: readonly NewEvent[],
): Promise<void> {
  const rows = events.map(({ type, subject, accountId, data }) => ({
    tenant_id: actor.tenantId,
    id: newId(),
    at: now,
    actor_id: actor.userId,
    type,
    subject_kind: subject.kind,
    subject_id: subject.id,
    account_id: accountId ?? null,
    data,
    salt: saltOfEvent(),
  }));
  await insertRows(tx, 'events', rows);
}
