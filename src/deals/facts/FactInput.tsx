import { useState } from 'react';
import type { FactType, Scalar } from '#method/fact-type.ts';
import { Chips } from '#ui/Chips.tsx';
import { AmountInput } from '#deals/facts/AmountInput.tsx';
import { factMessages } from '#deals/facts/facts.messages.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { DayPicker } from '#ui/DayPicker.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#deals/facts/FactInput.module.css';

type Props = {
  label: string;
  type: FactType;
  value: Scalar | undefined;
  /** Null takes the fact back. Choices answer at once; typed values when they are kept. */
  onKeep: (value: Scalar | null) => void;
  onCancel: () => void;
};

/** Asks for a fact in the way its type is answered fastest. */
export function FactInput({ label, type, value, onKeep, onCancel }: Props) {
  const m = useMessages(factMessages);
  const lang = useLang();
  const { view } = useDeal();
  const clear = value === undefined ? [] : [{ value: '', label: m.clear }];
  const choose = (key: string) => onKeep(key === '' ? null : key);
  switch (type.kind) {
    case 'boolean':
      return (
        <Chips
          label={label}
          value={value === undefined ? undefined : String(value)}
          chips={[{ value: 'true', label: m.yes }, { value: 'false', label: m.no }, ...clear]}
          onChoose={(key) => onKeep(key === '' ? null : key === 'true')}
        />
      );
    case 'choice': {
      const chips = Object.entries(type.words).map(([key, words]) => ({ value: key, label: words[lang] }));
      return <Chips label={label} value={asKey(value)} chips={[...chips, ...clear]} onChoose={choose} />;
    }
    case 'buyerStage': {
      const chips = view.playbook.buyerStages.map(({ id, name }) => ({ value: id, label: name[lang] }));
      return <Chips label={label} value={asKey(value)} chips={[...chips, ...clear]} onChoose={choose} />;
    }
    case 'day':
      return (
        <span className={styles.day}>
          <DayPicker value={asKey(value)} onChange={(day) => onKeep(day)} />
        </span>
      );
    default:
      return <Typed label={label} type={type} value={value} onKeep={onKeep} onCancel={onCancel} />;
  }
}

function Typed({ label, type, value, onKeep, onCancel }: Props) {
  const m = useMessages(factMessages);
  const isMoney = type.kind === 'number' && type.unit === 'minorUnits';
  const [typed, setTyped] = useState<Scalar | null>(value ?? null);
  return (
    <form
      className={styles.typed}
      onSubmit={(event) => {
        event.preventDefault();
        if (!Number.isNaN(typed)) onKeep(typed === '' ? null : typed);
      }}
    >
      {isMoney ? (
        <AmountInput value={typeof typed === 'number' ? typed : null} onChange={setTyped} />
      ) : (
        <input
          className={styles.input}
          aria-label={label}
          type={type.kind === 'number' ? 'number' : 'text'}
          inputMode={type.kind === 'number' ? 'decimal' : 'text'}
          {...(type.kind === 'number' && type.unit === 'percent' && { min: 0, max: 100 })}
          maxLength={200}
          defaultValue={value === undefined ? '' : String(value)}
          onChange={({ target }) =>
            setTyped(type.kind === 'number' && target.value ? Number(target.value) : target.value)
          }
        />
      )}
      <button type="submit" className={styles.keep}>
        {m.save}
      </button>
      <button type="button" className={styles.quiet} onClick={onCancel}>
        {m.cancel}
      </button>
    </form>
  );
}

function asKey(value: Scalar | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
