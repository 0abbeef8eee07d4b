import { Chips } from '#ui/Chips.tsx';
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
