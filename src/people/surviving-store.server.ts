import { sql, type RawBuilder } from 'kysely';

/**
 * Who told a piece of evidence, as she is known now: evidence is never changed, so of a contact that was merged the
 * survivor is read. Two who turned out to be one are one source.
 *
 * @param evidence the alias of the table
 */
export function survivingSource(evidence: string): RawBuilder<string | null> {
  const column = (name: string) => sql.ref(`${evidence}.${name}`);
  return sql<string | null>`coalesce((select m.merged_into::text from contacts m
    where m.tenant_id = ${column('tenant_id')} and m.merged_into is not null
      and m.id = case when ${column('source_kind')} = 'stakeholder'
        and ${column('source_id')} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then ${column('source_id')}::uuid end),
    ${column('source_id')})`;
}
