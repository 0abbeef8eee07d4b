import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { inBoth } from '#shared/input-words.ts';
import { refuse } from '#shared/refusal.ts';
import { Refused } from '#platform/http/refused.server.ts';

type PageInput = { after?: string | undefined; limit: number; order: 'asc' | 'desc' };

/**
 * One page of a query, sorted by an expression that is never null and then by id: a single range of the index
 * (tenant_id, expression, id), however deep the page.
 *
 * @param sortBy the never-null SQL expression; write it as the index has it
 * @param id the table's id, as in sql.ref('deals.id')
 */
export async function onePage<DB, TB extends keyof DB, Row extends { id: string }>(
  query: SelectQueryBuilder<DB, TB, Row>,
  { after, limit, order }: PageInput,
  sortBy: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): Promise<{ rows: Row[]; next: string | null }> {
  const direction = sql.raw(order);
  let pageQuery = query.select(sql<string>`(${sortBy})::text`.as('sort_key'));
  if (after !== undefined) {
    const [key, lastId] = readCursor(after);
    const beyond = sql.raw(order === 'asc' ? '>' : '<');
    pageQuery = pageQuery.where(sql<boolean>`(${sortBy}, ${id}) ${beyond} (${key}, ${lastId}::uuid)`);
  }
  const rows = (await pageQuery
    .orderBy(sql`${sortBy} ${direction}, ${id} ${direction}`)
    .limit(limit + 1)
    .execute()
    // A key of another type than what is sorted by: no page of ours wrote it.
    .catch((error: unknown) => {
      throw after !== undefined && isBadValue(error) ? new Refused(badCursor()) : error;
    })) as unknown as (Row & { sort_key: string | undefined })[];
  const last = rows[limit - 1];
  const next = rows.length > limit && last ? writeCursor(last.sort_key!, last.id) : null;
  // JSON leaves out what is undefined; rows without the key would be copies, most of what a list leaves for the collector.
  for (const row of rows) row.sort_key = undefined;
  return { rows: rows.slice(0, limit), next };
}

function writeCursor(key: string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

function readCursor(cursor: string): [string, string] {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [key, id];
  } catch {
    // falls through to the refusal
  }
  throw new Refused(badCursor());
}

const cursorWords = { zh: '翻页位置无效，请从第一页重新开始', en: 'Invalid page position; start from the first page' };

function badCursor() {
  return refuse('input.invalid', { issues: [{ path: ['after'], message: inBoth(cursorWords) }] });
}

/** PostgreSQL's class of errors for values that do not fit: 22P02, 22007, 22008 … */
function isBadValue(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('22');
}
