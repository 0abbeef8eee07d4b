import type { ReadTx } from '#platform/database/database.server.ts';

type FieldType = 'text' | 'number' | 'day' | 'choice' | 'choices' | 'yesNo';

/** What rules on custom values need of a company's own fields of a noun (the `FieldRule` of the fields slice), in order. */
export async function customFieldsOf(db: ReadTx, tenantId: string, noun: 'account' | 'contact' | 'deal') {
  const rows = await db
    .selectFrom('custom_fields')
    .select(['key', 'label', 'type', 'choices', 'archived'])
    .where('tenant_id', '=', tenantId)
    .where('noun', '=', noun)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, type: row.type as FieldType }));
}
