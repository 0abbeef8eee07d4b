import { sql, type RawBuilder } from 'kysely';
import { refuse } from '#shared/refusal.ts';
import type { Instant } from '#shared/day.ts';
import type { Tx } from '#platform/database/database.server.ts';
import { Refused } from '#platform/http/refused.server.ts';

type Mergeable = 'accounts' | 'contacts';
type Loser = { id: string; version: number };
/** Column → the tables in which it refers to the record. */
export type References = { readonly [column: string]: readonly string[] };

// Whoever edits one of these meanwhile is told.
const versioned: readonly string[] = ['contacts', 'deals'];

/** Nobody else merges or edits the two meanwhile. Always in the same order, so that two merges do not wait in a ring. */
export async function holdBoth(tx: Tx, tenantId: string, table: Mergeable, ids: readonly string[]): Promise<void> {
  await sql`select id from ${sql.table(table)} where tenant_id = ${tenantId}::uuid and id = any(${[...ids]}::uuid[])
    order by id for update`.execute(tx);
}

/** The loser's row stays, pointing to the winner, so that old addresses lead there. @param more columns that let go */
export async function bury(
  tx: Tx,
  tenantId: string,
  table: Mergeable,
  { id, version }: Loser,
  winnerId: string,
  now: Instant,
  more: RawBuilder<unknown> = sql``,
): Promise<void> {
  const { rows } = await sql`
    update ${sql.table(table)} set merged_into = ${winnerId}::uuid, grams = '{}', updated_at = ${now},
      version = version + 1 ${more}
    where tenant_id = ${tenantId}::uuid and id = ${id}::uuid and version = ${version} returning id`.execute(tx);
  if (rows.length === 0) throw new Refused(refuse('record.changed', { version }));
  await sql`update ${sql.table(table)} set merged_into = ${winnerId}::uuid
    where tenant_id = ${tenantId}::uuid and merged_into = ${id}::uuid`.execute(tx);
}

/** Whatever referred to the one refers to the other. */
export async function moveReferences(
  tx: Tx,
  tenantId: string,
  references: References,
  from: string,
  to: string,
): Promise<void> {
  for (const [column, tables] of Object.entries(references)) {
    for (const table of tables) {
      const counted = versioned.includes(table) ? sql`, version = version + 1` : sql``;
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to}::uuid ${counted}
        where tenant_id = ${tenantId}::uuid and ${sql.ref(column)} = ${from}::uuid`.execute(tx);
    }
  }
}
