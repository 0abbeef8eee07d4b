import type { CustomValue } from '#fields/custom.ts';
import type { Field } from '#fields/field.ts';
import { fieldMessages } from '#fields/fields.messages.ts';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';

/** The value of a custom field as people read it. */
export function CustomValueText({ field, value }: { field: Field; value: CustomValue | undefined }) {
  const m = useMessages(fieldMessages);
  const lang = useLang();
  if (value === undefined) return '—';
  if (typeof value === 'boolean') return value ? m.yes : m.no;
  if (Array.isArray(value)) return value.join(lang === 'zh' ? '、' : ', ');
  if (typeof value === 'number') return value.toLocaleString();
  return field.type === 'day' ? <DayText day={value} /> : value;
}
