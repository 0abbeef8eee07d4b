import type { CustomValues } from '#fields/custom.ts';
import { CustomValueText } from '#fields/CustomValueText.tsx';
import { labelOf, type Field } from '#fields/field.ts';
import type { Lang } from '#shared/messages.ts';
import type { Column } from '#ui/list/column.tsx';
import { choiceFilter, type Filter } from '#ui/list/filter.tsx';

const prefix = 'custom.';

/** Columns of a list for custom fields; hidden until the reader chooses them. */
export function customColumns<Row extends { custom: CustomValues }>(
  fields: readonly Field[],
  lang: Lang,
): Column<Row, never>[] {
  return fields.map((field) => ({
    key: prefix + field.key,
    title: labelOf(field, lang),
    cell: (row) => <CustomValueText field={field} value={row.custom[field.key]} />,
    choice: 'hidden',
    phone: 'none',
    ...(field.type === 'number' && { align: 'end' as const }),
  }));
}

/** Filters of a list for custom fields that are chosen from; in the URL as ?custom.tier=金. */
export function customFilters(
  fields: readonly Field[],
  lang: Lang,
  words: { yes: string; no: string },
): { [name: string]: Filter<string> } {
  const filters = fields.flatMap((field) => {
    const choices = field.type === 'yesNo' ? [words.yes, words.no] : field.choices;
    if (choices.length === 0) return [];
    const options = choices.map((value, at) => ({
      value: field.type === 'yesNo' ? (at === 0 ? '是' : '否') : value,
      label: value,
    }));
    return [[prefix + field.key, choiceFilter(labelOf(field, lang), options)] as const];
  });
  return Object.fromEntries(filters);
}

/** The custom part of a list's filters, as endpoints take it. */
export function askedCustom(values: { [name: string]: unknown }): { [key: string]: string } | undefined {
  const asked = Object.entries(values).filter(([name, value]) => name.startsWith(prefix) && typeof value === 'string');
  if (asked.length === 0) return undefined;
  return Object.fromEntries(asked.map(([name, value]) => [name.slice(prefix.length), value as string]));
}
