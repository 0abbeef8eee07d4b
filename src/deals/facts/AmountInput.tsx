import { useState } from 'react';
import type { MinorUnits } from '#shared/money.ts';
import { factMessages } from '#deals/facts/facts.messages.ts';
import { figures, readAmount } from '#deals/money-typed.ts';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useMessages } from '#ui/lang.tsx';
import styles from '#deals/facts/FactInput.module.css';

type Props = {
  value?: MinorUnits | null;
  /** NaN: what is typed is no amount, or none yet. It is neither kept nor taken for an empty field. */
  onChange?: (amount: MinorUnits | null) => void;
  id?: string;
  currency?: string;
  /** Where no form item names it. */
  label?: string;
};

/** Money as people write it, 860万 or 8,600,000; what was understood stands beside it. */
export function AmountInput({ value, onChange, id, currency, label }: Props) {
  const m = useMessages(factMessages);
  const written = value === null || value === undefined || Number.isNaN(value) ? '' : figures(value);
  const [typed, setTyped] = useState(written);
  const mine = understood(typed);
  // Set from outside meanwhile: the field follows.
  const shown = Object.is(mine, value ?? null) || (Number.isNaN(mine) && written === '') ? typed : written;
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
          onChange?.(understood(target.value));
        }}
      />
      <span className={styles.read} data-wrong={wrong || undefined}>
        {/* The item of a form, which gives an id, tells it by its rule. */}
        {wrong
          ? id === undefined && m.notAmount
          : amount !== undefined && <MoneyText amount={amount} currency={currency} />}
      </span>
    </span>
  );
}

function understood(typed: string): MinorUnits | null {
  return typed.trim() === '' ? null : (readAmount(typed) ?? Number.NaN);
}

/** The rule of a form that holds an amount: what is no amount is not saved as none. */
export function useAmountRule() {
  const { notAmount } = useMessages(factMessages);
  return {
    validator: (_: unknown, amount: unknown) =>
      Number.isNaN(amount) ? Promise.reject(new Error(notAmount)) : Promise.resolve(),
  };
}
