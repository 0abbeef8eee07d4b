import type { z } from 'zod';
import { decideCustom, type CustomValues } from '#fields/custom.ts';
import type { FieldRule } from '#fields/field.ts';
import type { InputIssue } from '#platform/http/refusals.ts';
import { inBoth, inputWords } from '#shared/input-words.ts';
import { isRefusal } from '#shared/refusal.ts';
import { CUSTOM } from '#imports/import-noun.ts';
import type { ReadRow } from '#imports/read-row.ts';

/** The row's values as the noun's schema takes them; what it finds wrong is added to the row's issues. */
export function checkedFields<S extends z.ZodObject>(row: ReadRow, schema: S): Partial<z.output<S>> {
  const input = Object.fromEntries(Object.keys(schema.shape).map((key) => [key, row.values[key]]));
  const checked = schema.safeParse(input, { error: (issue) => inBoth(inputWords(issue)) });
  if (checked.success) return checked.data;
  const broken = new Set(row.issues.map(({ target }) => target));
  for (const { path, message } of checked.error.issues) {
    const target = String(path[0] ?? '');
    // A cell that could not be read is told of already.
    if (!broken.has(target)) row.issues.push({ target, message });
  }
  return {};
}

/** The same for the company's own fields. */
export function checkedCustom(row: ReadRow, fields: readonly FieldRule[], before: CustomValues = {}): CustomValues {
  const given = Object.entries(row.values).filter(([target]) => target.startsWith(CUSTOM));
  if (given.length === 0) return before;
  const changed = Object.fromEntries(given.map(([target, value]) => [target.slice(CUSTOM.length), value]));
  const decided = decideCustom(fields, before, changed);
  if (!isRefusal(decided)) return decided.values;
  const { issues } = decided.data as { issues: InputIssue[] };
  for (const { path, message } of issues) row.issues.push({ target: CUSTOM + String(path[1] ?? ''), message });
  return before;
}
