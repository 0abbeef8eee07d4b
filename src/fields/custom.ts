import { z } from 'zod';
import { Day } from '#shared/day.ts';
import { inBoth } from '#shared/input-words.ts';
import { refuse } from '#shared/refusal.ts';
import type { FieldRule } from '#fields/field.ts';

/** A record's values of the company's own fields: key → value; what is not known is absent. */
export type CustomValue = string | number | boolean | string[];
export type CustomValues = { [key: string]: CustomValue };

/** What contracts take; the definitions are checked by the command (`customSchema`). */
export const CustomInput = z
  .record(z.string().max(60), z.unknown().meta({ description: 'As the definition of the field types it' }))
  .meta({ description: 'Values of custom fields by key; null clears one' });

export const CustomOutput = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

/** The schema of `custom` values under these definitions: unknown keys refused, null clears, all faults at once. */
export function customSchema(fields: readonly FieldRule[]) {
  const open = fields.filter((field) => !field.archived);
  return z.strictObject(Object.fromEntries(open.map((field) => [field.key, valueSchema(field).nullish()])), {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? noSuchField((issue as { keys?: string[] }).keys ?? []) : undefined,
  });
}

/**
 * Changed values over the ones a record has: null and '' clear, what is not mentioned stays (so do values of fields
 * that are archived by now).
 */
export function decideCustom(
  fields: readonly FieldRule[],
  before: CustomValues,
  changed: { [key: string]: unknown } = {},
) {
  const cleared = Object.fromEntries(
    Object.entries(changed).map(([key, value]) => [key, isEmpty(value) ? null : value]),
  );
  const checked = customSchema(fields).safeParse(cleared);
  if (!checked.success) {
    const issues = checked.error.issues.map(({ path, message }) => ({
      path: ['custom', ...(path as string[])],
      message,
    }));
    return refuse('input.invalid', { issues });
  }
  const all = Object.entries({ ...before, ...checked.data });
  return { values: Object.fromEntries(all.filter(([, value]) => !isEmpty(value))) as CustomValues };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function valueSchema({ type, choices }: FieldRule): z.ZodType<CustomValue> {
  const error = wrong(type, choices);
  const schemas = {
    text: z.string({ error }).trim().max(2000, { error: tooLong }),
    number: z.number({ error }),
    day: z.string({ error }).pipe(Day),
    choice: z.enum(choices, { error }),
    choices: z.array(z.enum(choices, { error }), { error }).max(200, { error }),
    yesNo: z.boolean({ error }),
  };
  return schemas[type];
}

const tooLong = inBoth({ zh: '最多 2000 个字符', en: 'At most 2000 characters' });

function wrong(type: FieldRule['type'], choices: readonly string[]): string {
  const list = choices.join(' / ');
  const words = {
    text: { zh: '请填写文字', en: 'Enter text' },
    number: { zh: '请填写数字', en: 'Enter a number' },
    day: { zh: '请填写有效的日期，如 2026-11-22', en: 'Enter a valid day such as 2026-11-22' },
    choice: { zh: `只能是：${list}`, en: `Must be one of: ${list}` },
    choices: { zh: `只能从中选择：${list}`, en: `Choose only from: ${list}` },
    yesNo: { zh: '只能是“是”或“否”', en: 'Must be yes or no' },
  };
  return inBoth(words[type]);
}

function noSuchField(keys: readonly string[]): string {
  return inBoth({ zh: `没有这些自定义字段：${keys.join('、')}`, en: `No such custom fields: ${keys.join(', ')}` });
}
