import type { FactType } from '#method/fact-type.ts';
import { Chips } from '#ui/Chips.tsx';
import { AmountInput } from '#deals/facts/AmountInput.tsx';
import type { Value } from '#information/information-value.ts';
import { informationMessages } from '#information/information.messages.ts';
import { DayPicker } from '#ui/DayPicker.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import form from '#ui/form/TextField.module.css';
import styles from '#information/SourceFields.module.css';

type Props = { label: string; type: FactType; value: Value | null; onChange: (value: Value | null) => void };

/** Asks for a value in the way its type is answered fastest. */
export function ValueInput({ label, type, value, onChange }: Props) {
  const { pad: m } = useMessages(informationMessages);
  const lang = useLang();
  if (type.kind === 'boolean')
    return (
      <Chips
        label={label}
        value={typeof value === 'boolean' ? String(value) : undefined}
        chips={[
          { value: 'true', label: m.yes },
          { value: 'false', label: m.no },
        ]}
        onChoose={(key) => onChange(key === 'true')}
      />
    );
  if (type.kind === 'choice')
    return (
      <Chips
        label={label}
        value={typeof value === 'string' ? value : undefined}
        chips={Object.entries(type.words).map(([key, words]) => ({ value: key, label: words[lang] }))}
        onChoose={onChange}
      />
    );
  if (type.kind === 'day')
    return (
      <span className={styles.day}>
        <DayPicker aria-label={label} value={typeof value === 'string' ? value : null} onChange={onChange} />
      </span>
    );
  if (type.kind === 'number' && type.unit === 'minorUnits') {
    const money = typeof value === 'object' ? value : null;
    return (
      <AmountInput
        label={label}
        value={money?.amount ?? null}
        currency={money?.currency ?? 'CNY'}
        onChange={(amount) =>
          onChange(amount === null || Number.isNaN(amount) ? null : { amount, currency: money?.currency ?? 'CNY' })
        }
      />
    );
  }
  if (type.kind === 'number')
    return (
      <input
        className={form.field}
        aria-label={label}
        type="number"
        inputMode="decimal"
        min={0}
        defaultValue={typeof value === 'number' ? value : ''}
        onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
      />
    );
  const text = typeof value === 'string' ? value : '';
  return (
    <textarea
      className={form.field}
      aria-label={label}
      rows={Math.min(6, 2 + Math.floor(text.length / 40))}
      maxLength={2000}
      placeholder={m.text}
      value={text}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    />
  );
}
