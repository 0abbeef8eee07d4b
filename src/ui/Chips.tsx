import type { ReactNode } from 'react';
import styles from '#ui/Chips.module.css';

export type Chip<T extends string> = { value: T; label: ReactNode; title?: string };

type Props<T extends string> = {
  /** What is chosen here, for the screen reader. */
  label: string;
  chips: readonly Chip<T>[];
  value: T | undefined;
  onChoose: (value: T) => void;
  disabled?: boolean;
};

/** A few choices side by side, one of them taken: a tap each, no list to open. */
export function Chips<T extends string>({ label, chips, value, onChoose, disabled }: Props<T>) {
  return (
    <div role="group" aria-label={label} className={styles.chips}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          title={chip.title}
          aria-pressed={chip.value === value}
          disabled={disabled}
          className={styles.chip}
          onClick={() => onChoose(chip.value)}
        >
          {chip.label}
        </button>
      ))}
    </div>
  );
}
