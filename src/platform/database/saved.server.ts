import { sql, type RawBuilder, type Selectable } from 'kysely';
import { refuse } from '#shared/refusal.ts';
import type { Rows, Tx } from '#platform/database/database.server.ts';
import { Refused } from '#platform/http/refused.server.ts';

type Versioned = {
  [T in keyof Rows]: Rows[T] extends { tenant_id: unknown; id: unknown; version: unknown } ? T : never;
}[keyof Rows];
type Values = { [column: string]: unknown };

/**
 * Saves changed columns of a record that the caller has loaded as `version`, and counts the version up. Someone else's
 * save in between is the refusal `record.changed`, and nothing is written.
 *
 * @param values column -> new value; undefined leaves the column as it is
 * @returns the columns asked for, as saved
 */
export async function saved<T extends Versioned, C extends string>(
  tx: Tx,
  table: T,
  { tenantId, id, version }: { tenantId: string; id: string; version: number },
  values: Values,
  columns: readonly C[],
): Promise<{ [K in C]: K extends keyof Selected<T> ? Selected<T>[K] : never }> {
  const sets: RawBuilder<unknown>[] = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const result = await sql<never>`
    update ${sql.table(table)} set ${sql.join([...sets, sql`version = version + 1`])}
    where tenant_id = ${tenantId} and id = ${id} and version = ${version}
    returning ${sql.join(columns.map((column) => sql.ref(column)))}`.execute(tx);
  const row = result.rows[0];
  if (!row) throw new Refused(refuse('record.changed', { version }));
  return row;
}

type Selected<T extends keyof Rows> = Selectable<Rows[T]>;
