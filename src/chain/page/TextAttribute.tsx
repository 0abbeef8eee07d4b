import { Button } from 'antd';
import { useState } from 'react';
import type { ChainNode } from '#chain/chain-map.ts';
import { unknownWords } from '#chain/item-words.ts';
import { Attribute } from '#chain/page/Attribute.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#chain/page/Attribute.module.css';
import form from '#ui/form/TextField.module.css';
import chips from '#ui/Chips.module.css';

type Props = { node: ChainNode; field: string; placeholder: string; hint?: string };

/** Words of one's own: read until tapped, then written in place. */
export function TextAttribute({ node, field, placeholder, hint }: Props) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const [draft, setDraft] = useState<string>();
  return (
    <Attribute<string> node={node} field={field} hint={hint}>
      {({ value, put, readOnly, busy }) =>
        draft === undefined ? (
          <div className={styles.save}>
            <span className={value ? styles.text : styles.none}>
              {value ?? (value === null ? unknownWords[lang] : placeholder)}
            </span>
            {!readOnly && (
              <button type="button" className={styles.link} onClick={() => setDraft(value ?? '')}>
                {value ? m.edit : m.write}
              </button>
            )}
          </div>
        ) : (
          <>
            <textarea
              className={form.field}
              rows={3}
              maxLength={2000}
              aria-label={placeholder}
              placeholder={placeholder}
              value={draft}
              onChange={({ target }) => setDraft(target.value)}
            />
            <div className={styles.save}>
              <Button
                type="primary"
                size="small"
                loading={busy}
                onClick={() => {
                  put(draft.trim() || undefined);
                  setDraft(undefined);
                }}
              >
                {m.save}
              </Button>
              <button
                type="button"
                className={chips.chip}
                data-unknown
                onClick={() => {
                  put(null);
                  setDraft(undefined);
                }}
              >
                {unknownWords[lang]}
              </button>
              <Button type="text" size="small" onClick={() => setDraft(undefined)}>
                {m.cancel}
              </Button>
            </div>
          </>
        )
      }
    </Attribute>
  );
}
