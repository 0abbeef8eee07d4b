import { isDay } from '#shared/day.ts';
import { inBoth } from '#shared/input-words.ts';
import { refuse } from '#shared/refusal.ts';
import type { JsonFilter } from '#platform/list/json-filter.ts';
import type { CustomValue } from '#fields/custom.ts';
import { customFromText } from '#fields/custom-text.ts';
import type { FieldRule } from '#fields/field.ts';

/**
 * Filters by custom fields as a list's URL writes them: key → text. Text fields contain it; numbers and days equal it
 * or lie in from..to (either may be empty); choices hold it.
 */
export function decideCustomFilters(fields: readonly FieldRule[], asked: { [key: string]: string } = {}) {
  const filters: JsonFilter[] = [];
  const issues: { path: string[]; message: string }[] = [];
  for (const [key, text] of Object.entries(asked)) {
    if (text.trim() === '') continue;
    const field = fields.find((field) => field.key === key);
    const filter = field && filterBy(field, text.trim());
    if (filter) filters.push(filter);
    else issues.push({ path: ['custom', key], message: field ? notAValue : noSuchField });
  }
  return issues.length > 0 ? refuse('input.invalid', { issues }) : { filters };
}

function filterBy(field: FieldRule, text: string): JsonFilter | null {
  const { key, type } = field;
  switch (type) {
    case 'text':
      return { key, is: 'containing', value: text };
    case 'choices':
      return { key, is: 'holding', value: text };
    case 'choice':
      return { key, is: 'equal', value: text };
    case 'yesNo': {
      const value = customFromText(field, text);
      return typeof value === 'boolean' ? { key, is: 'equal', value } : null;
    }
    default:
      return range(field, text);
  }
}

function range(field: FieldRule, text: string): JsonFilter | null {
  const ends = text.includes('..') ? text.split('..') : [text, text];
  const [from, to] = ends.map((end) => customFromText(field, end));
  const right = (end: CustomValue | null | undefined) =>
    end === null || (field.type === 'number' ? typeof end === 'number' : typeof end === 'string' && isDay(end));
  if (ends.length !== 2 || !right(from) || !right(to) || (from === null && to === null)) return null;
  return { key: field.key, is: 'between', from: from as string | number | null, to: to as string | number | null };
}

const notAValue = inBoth({ zh: '筛选值与字段类型不符', en: 'This does not fit the type of the field' });
const noSuchField = inBoth({ zh: '没有这个自定义字段', en: 'No such custom field' });
