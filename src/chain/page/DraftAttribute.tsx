import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Value, sameValue } from '#chain/chain-items.ts';
import type { ChainNode } from '#chain/chain-map.ts';
import { unknownWords } from '#chain/item-words.ts';
import { Attribute } from '#chain/page/Attribute.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#chain/page/Attribute.module.css';
import chips from '#ui/Chips.module.css';

type Draft<T> = { value: T | null | undefined; change: (value: T | null | undefined) => void; readOnly: boolean };
type Props<T> = {
  node: ChainNode;
  field: string;
  hint?: ReactNode;
  /** An answer that says nothing is no answer. */
  isEmpty: (value: T) => boolean;
  children: (draft: Draft<T>) => ReactNode;
};

/** An attribute of several parts: tapped together, saved once, so that ground for it is asked for once. */
export function DraftAttribute<T extends Value>({ node, field, hint, isEmpty, children }: Props<T>) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const [draft, setDraft] = useState<{ value: T | null | undefined }>();
  const change = (next: T | null | undefined) => setDraft({ value: next && isEmpty(next) ? undefined : next });
  return (
    <Attribute<T> node={node} field={field} hint={hint}>
      {({ value, put, readOnly, busy }) => {
        const shown = draft ? draft.value : value;
        const isChanged = draft !== undefined && !sameValue(draft.value, value);
        return (
          <>
            {children({ value: shown, change, readOnly })}
            {!readOnly && (
              <div className={styles.save}>
                <button
                  type="button"
                  className={chips.chip}
                  data-unknown
                  aria-pressed={shown === null}
                  disabled={busy}
                  onClick={() => change(shown === null ? undefined : null)}
                >
                  {unknownWords[lang]}
                </button>
                {isChanged && (
                  <>
                    <Button type="primary" size="small" loading={busy} onClick={() => put(shown)}>
                      {m.save}
                    </Button>
                    <Button type="text" size="small" onClick={() => setDraft(undefined)}>
                      {m.cancel}
                    </Button>
                  </>
                )}
              </div>
            )}
          </>
        );
      }}
    </Attribute>
  );
}
