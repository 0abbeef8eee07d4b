import type { ReactNode } from 'react';
import type { Value } from '#chain/chain-items.ts';
import type { ChainNode } from '#chain/chain-map.ts';
import { unknownWords } from '#chain/item-words.ts';
import { Attribute } from '#chain/page/Attribute.tsx';
import type { Text } from '#shared/messages.ts';
import { useLang } from '#ui/lang.tsx';
import chips from '#ui/Chips.module.css';

export type Option<T> = { value: T; label: ReactNode };
type Props<T extends Value> = {
  node: ChainNode;
  field: string;
  options: readonly Option<T>[];
  hint?: ReactNode;
};

/** One of a few, a tap each; 'not known' is an answer too, and a second tap takes one's answer back. */
export function ChoiceAttribute<T extends string | number | boolean>({ node, field, options, hint }: Props<T>) {
  const lang = useLang();
  return (
    <Attribute<T> node={node} field={field} hint={hint}>
      {({ value, put, readOnly, busy }) => (
        <div className={chips.chips}>
          {options.map((option) => (
            <button
              key={String(option.value)}
              type="button"
              className={chips.chip}
              aria-pressed={option.value === value}
              disabled={readOnly || busy}
              onClick={() => put(option.value === value ? undefined : option.value)}
            >
              {option.label}
            </button>
          ))}
          <button
            type="button"
            className={chips.chip}
            data-unknown
            aria-pressed={value === null}
            disabled={readOnly || busy}
            onClick={() => put(value === null ? undefined : null)}
          >
            {unknownWords[lang]}
          </button>
        </div>
      )}
    </Attribute>
  );
}

/** The options of a scale in their order. */
export function optionsOf<K extends string>(words: { readonly [key in K]: Text }, lang: 'zh' | 'en'): Option<K>[] {
  return (Object.keys(words) as K[]).map((value) => ({ value, label: words[value][lang] }));
}
