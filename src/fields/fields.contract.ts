import { z } from 'zod';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { privacyRefusals } from '#compliance/private-facts.ts';
import { customNouns, Field, FieldKey, fieldRefusals, FieldShape, fieldTypes } from '#fields/field.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { changeOf } from '#shared/change.ts';

const Noun = z.enum(customNouns);

export const fieldsContract = {
  list: query({
    path: '/custom-fields',
    access: 'signedIn',
    summary: { zh: '自定义字段', en: 'Custom fields' },
    input: z.object({ noun: Noun.optional(), archived: z.boolean().default(false) }),
    output: z.object({ rows: z.array(Field) }),
  }),
  create: command({
    path: '/custom-fields',
    access: 'field.write',
    summary: { zh: '新建自定义字段', en: 'Create a custom field' },
    input: FieldShape.extend({ noun: Noun, key: FieldKey, type: z.enum(fieldTypes) }),
    output: Field,
    refusals: { ...pick(fieldRefusals, 'field.keyTaken', 'field.choicesMissing', 'field.tooMany'), ...privacyRefusals },
  }),
  update: command({
    method: 'PATCH',
    path: '/custom-fields/{id}',
    access: 'field.write',
    summary: { zh: '修改自定义字段', en: 'Change a custom field' },
    input: changeOf(FieldShape).extend({
      id: Id,
      version: z.int(),
      position: z.int().min(0).max(10_000).optional(),
      archived: z.boolean().optional().meta({ description: 'Values are kept, but neither shown nor taken' }),
    }),
    output: Field,
    refusals: {
      ...pick(fieldRefusals, 'field.choicesMissing'),
      ...privacyRefusals,
      ...pick(platformRefusals, 'record.changed'),
    },
  }),
};
