import { sql, type RawBuilder } from 'kysely';
import type { JsonFilter } from '#platform/list/json-filter.ts';

/**
 * The condition in SQL.
 *
 * @param column the jsonb column, as in sql.ref('accounts.custom')
 */
export function meets(column: RawBuilder<unknown>, filter: JsonFilter): RawBuilder<boolean> {
  const { key } = filter;
  switch (filter.is) {
    case 'equal':
      return sql<boolean>`${column} @> ${JSON.stringify({ [key]: filter.value })}::jsonb`;
    case 'holding':
      return sql<boolean>`${column} @> ${JSON.stringify({ [key]: [filter.value] })}::jsonb`;
    case 'containing':
      return sql<boolean>`${column} ->> ${key}::text ilike ${`%${filter.value.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`;
    default:
      return between(column, filter);
  }
}

function between(column: RawBuilder<unknown>, { key, from, to }: Extract<JsonFilter, { is: 'between' }>) {
  const numeric = typeof (from ?? to) === 'number';
  const value = numeric
    ? sql`case jsonb_typeof(${column} -> ${key}::text) when 'number' then (${column} ->> ${key}::text)::numeric end`
    : sql`${column} ->> ${key}::text`;
  const lower = from === null ? sql`true` : sql`${value} >= ${from}`;
  const upper = to === null ? sql`true` : sql`${value} <= ${to}`;
  return sql<boolean>`(${column} ? ${key}::text and ${lower} and ${upper})`;
}
