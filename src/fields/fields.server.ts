import { changes } from '#platform/events/event.ts';
import { saved } from '#platform/database/saved.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide, found } from '#platform/http/refused.server.ts';
import { refusePrivateLabels } from '#compliance/private-facts.ts';
import { newId } from '#platform/id.server.ts';
import { fieldsContract } from '#fields/fields.contract.ts';
import type { CustomNoun, FieldType } from '#fields/field.ts';
import { refuse } from '#shared/refusal.ts';

const MOST = 100;
const columns = [
  'id',
  'noun',
  'key',
  'label',
  'label_en',
  'type',
  'choices',
  'position',
  'archived',
  'version',
] as const;

export const fieldHandlers = serve(fieldsContract, {
  list: async ({ actor, db }, { noun, archived }) => {
    let query = db.selectFrom('custom_fields').select(columns).where('tenant_id', '=', actor.tenantId);
    if (noun) query = query.where('noun', '=', noun);
    if (!archived) query = query.where('archived', '=', false);
    const rows = await query.orderBy('noun').orderBy('position').orderBy('id').execute();
    return { rows: rows.map(toField) };
  },

  create: async ({ actor, tx, record }, { noun, key, type, label, labelEn, choices = [] }) => {
    if (type.startsWith('choice') && choices.length === 0) return refuse('field.choicesMissing');
    if (noun === 'contact') decide(refusePrivateLabels(label, labelEn));
    const all = await tx
      .selectFrom('custom_fields')
      .select(['key', 'archived', 'position'])
      .where('tenant_id', '=', actor.tenantId)
      .where('noun', '=', noun)
      .execute();
    if (all.some((field) => field.key === key)) return refuse('field.keyTaken', { key });
    if (all.filter((field) => !field.archived).length >= MOST) return refuse('field.tooMany', { limit: MOST });
    const position = Math.max(0, ...all.map((field) => field.position)) + 1;
    const row = {
      id: newId(),
      noun,
      key,
      label,
      label_en: labelEn ?? null,
      type,
      choices,
      position,
      archived: false,
      version: 1,
    };
    await tx
      .insertInto('custom_fields')
      .values({ tenant_id: actor.tenantId, ...row })
      .execute();
    const field = toField(row);
    await record({
      type: 'field.created',
      subject: { kind: 'field', id: row.id },
      data: { name: label, after: field },
    });
    return field;
  },

  update: async ({ actor, tx, record }, { id, version, labelEn, ...fields }) => {
    const row = await tx
      .selectFrom('custom_fields')
      .select(columns)
      .where('tenant_id', '=', actor.tenantId)
      .where('id', '=', id)
      .executeTakeFirst();
    const before = found(row);
    if (before.type.startsWith('choice') && fields.choices?.length === 0) return refuse('field.choicesMissing');
    if (before.noun === 'contact') decide(refusePrivateLabels(fields.label, labelEn));
    const wanted = { ...fields, ...(labelEn !== undefined && { label_en: labelEn }) };
    const changed = changes(before, wanted);
    if (!changed) return toField(before);
    const after = await saved(tx, 'custom_fields', { tenantId: actor.tenantId, id, version }, wanted, columns);
    await record({ type: 'field.changed', subject: { kind: 'field', id }, data: { name: after.label, ...changed } });
    return toField(after);
  },
});

type FieldRow = {
  id: string;
  noun: string;
  key: string;
  label: string;
  label_en: string | null;
  type: string;
  choices: string[];
  position: number;
  archived: boolean;
  version: number;
};

function toField({ noun, type, label_en, ...row }: FieldRow) {
  return {
    ...row,
    labelEn: label_en,
    noun: noun as CustomNoun,
    type: type as FieldType,
  };
}
