import { z } from 'zod';
import { Id } from '#shared/id.ts';
import type { Lang, Text } from '#shared/messages.ts';
import type { RefusalKinds } from '#shared/refusal.ts';

/** The nouns that a company may give fields of its own (Domain §17). */
export const customNouns = ['account', 'contact', 'deal'] as const;
export type CustomNoun = (typeof customNouns)[number];

export const fieldTypes = ['text', 'number', 'day', 'choice', 'choices', 'yesNo'] as const;
export type FieldType = (typeof fieldTypes)[number];

export const FieldKey = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
  .meta({ description: "The key in a record's `custom` object; never changes" });

export const FieldShape = z.object({
  label: z.string().trim().min(1).max(40),
  labelEn: z.string().trim().max(40).nullish(),
  choices: z
    .array(z.string().trim().min(1).max(60))
    .max(200)
    .optional()
    .meta({ description: 'What may be chosen, for choice and choices' }),
});

export const Field = FieldShape.extend({
  id: Id,
  noun: z.enum(customNouns),
  choices: z.array(z.string()),
  key: FieldKey,
  type: z.enum(fieldTypes),
  labelEn: z.string().nullable(),
  position: z.int(),
  archived: z.boolean(),
  version: z.int(),
});
export type Field = z.infer<typeof Field>;

/** What rules need to know of a field. */
export type FieldRule = Pick<Field, 'key' | 'type' | 'choices' | 'archived'> & { label?: string };

export function labelOf(field: Pick<Field, 'label' | 'labelEn'>, lang: Lang): string {
  return (lang === 'en' && field.labelEn) || field.label;
}

export const fieldRefusals = {
  'field.keyTaken': {
    status: 409,
    words: ({ key }: { key: string }): Text => ({
      zh: `已有标识为“${key}”的字段（可能已停用），请换一个标识或启用原来的字段。`,
      en: `There is already a field with the key "${key}" (perhaps archived); choose another or bring that one back.`,
    }),
  },
  'field.choicesMissing': {
    status: 422,
    words: (): Text => ({ zh: '选择类字段至少要有一个选项。', en: 'A choice field needs at least one choice.' }),
  },
  'field.tooMany': {
    status: 409,
    words: ({ limit }: { limit: number }): Text => ({
      zh: `每类记录最多 ${limit} 个自定义字段，请先停用不再使用的字段。`,
      en: `At most ${limit} custom fields per kind of record; archive the ones no longer used.`,
    }),
  },
} satisfies RefusalKinds;
