import { Chips } from '#deals/Chips.tsx';
import styles from '#deals/Chips.module.css';
import type { Text } from '#shared/messages.ts';
import { useLang } from '#ui/lang.tsx';

type Words = { readonly [value: string]: Text };
type OneProps = { label: string; words: Words; value?: string; onChange?: (value: string | undefined) => void };

/** One of a scale, as a form's control; a second tap takes the answer back. */
export function ChoiceField({ label, words, value, onChange }: OneProps) {
  const lang = useLang();
  return (
    <Chips
      label={label}
      value={value}
      chips={Object.entries(words).map(([key, text]) => ({ value: key, label: text[lang] }))}
      onChoose={(key) => onChange?.(key === value ? undefined : key)}
    />
  );
}

type ManyProps = { label: string; words: Words; value?: readonly string[]; onChange?: (values: string[]) => void };

/** Several of a set. */
export function ChoicesField({ label, words, value = [], onChange }: ManyProps) {
  const lang = useLang();
  return (
    <div role="group" aria-label={label} className={styles.chips}>
      {Object.entries(words).map(([key, text]) => {
        const on = value.includes(key);
        return (
          <button
            key={key}
            type="button"
            aria-pressed={on}
            className={styles.chip}
            onClick={() => onChange?.(on ? value.filter((one) => one !== key) : [...value, key])}
          >
            {text[lang]}
          </button>
        );
      })}
    </div>
  );
}
