import type { KeyboardEvent, ReactNode } from 'react';
import styles from '#chain/canvas/Canvas.module.css';

export type Radio<T> = { readonly value: T; readonly label: ReactNode; readonly hint?: string };
type Props<T> = {
  /** What is chosen here, for the screen reader. */
  label: string;
  radios: readonly Radio<T>[];
  value: T;
  /** Joined: the choices stand as one bar. */
  joined?: boolean;
  onChoose: (value: T) => void;
};

const steps: { readonly [key: string]: number } = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One of a few: a tap each; one stop of the keyboard, where arrow keys choose. */
export function Radios<T extends string | number>({ label, radios, value, joined, onChoose }: Props<T>) {
  const onKey = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (radios.findIndex((one) => one.value === value) + step + radios.length) % radios.length;
    onChoose(radios[next]!.value);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')[next]?.focus();
  };
  return (
    <div
      className={joined ? styles.layouts : styles.choices}
      role="radiogroup"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKey}
    >
      {radios.map((one) => (
        <button
          key={one.value}
          type="button"
          role="radio"
          aria-checked={one.value === value}
          tabIndex={one.value === value ? 0 : -1}
          title={one.hint}
          onClick={() => onChoose(one.value)}
        >
          {one.label}
        </button>
      ))}
    </div>
  );
}
