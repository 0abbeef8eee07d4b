import { sql } from 'kysely';
import type { Instant } from '#shared/day.ts';
import type { Rows, Tx } from '#platform/database/database.server.ts';
import type { NewEvent } from '#platform/events/event.ts';
import { newId } from '#platform/id.server.ts';

/** A row by its columns' names; jsonb columns hold plain values. */
export type Row = { readonly [column: string]: unknown };

/** Many rows in one statement of one parameter, so that it is planned once; all rows have the columns of the first. */
export async function insertRows(tx: Tx, table: keyof Rows, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(Object.keys(rows[0]!).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
    tx,
  );
}

/**
 * Saves many records that were loaded at the version they carry, counting it up; those that somebody saved in between
 * are left alone.
 *
 * @returns the ids that were saved
 */
export async function updateRows(
  tx: Tx,
  table: 'accounts' | 'contacts' | 'deals' | 'products',
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
  }));
  await insertRows(tx, 'events', rows);
}
