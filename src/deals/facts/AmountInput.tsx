import { useState } from 'react';
import type { MinorUnits } from '#shared/money.ts';
import { factMessages } from '#deals/facts/facts.messages.ts';
import { figures, readAmount } from '#deals/money-typed.ts';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useMessages } from '#ui/lang.tsx';
import styles from '#deals/facts/FactInput.module.css';

type Props = {
  value?: MinorUnits | null;
  onChange?: (amount: MinorUnits | null) => void;
  id?: string;
  currency?: string;
  /** Where no form item names it. */
  label?: string;
};

/** Money as people write it, 860万 or 8,600,000; what was understood stands beside it. */
export function AmountInput({ value, onChange, id, currency, label }: Props) {
  const m = useMessages(factMessages);
  const [typed, setTyped] = useState(value === null || value === undefined ? '' : figures(value));
  const same = (readAmount(typed) ?? null) === (value ?? null);
  // Set from outside meanwhile: the field follows.
  const shown = same ? typed : value === null || value === undefined ? '' : figures(value);
  const amount = readAmount(shown);
  const wrong = shown.trim() !== '' && amount === undefined;
  return (
    <span className={styles.amount}>
      <input
        id={id}
        aria-label={label}
        className={styles.input}
        inputMode="text"
        autoComplete="off"
        value={shown}
        placeholder={m.amountHint}
        aria-invalid={wrong}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange?.(readAmount(target.value) ?? null);
        }}
      />
      <span className={styles.read} data-wrong={wrong || undefined}>
        {wrong ? m.notAmount : amount !== undefined && <MoneyText amount={amount} currency={currency} />}
      </span>
    </span>
  );
}
