import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Value } from '#chain/chain-items.ts';
import type { ChainNode } from '#chain/chain-map.ts';
import { unknownWords } from '#chain/item-words.ts';
import { Attribute } from '#chain/page/Attribute.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { Chips } from '#ui/Chips.tsx';
import type { Words } from '#method/scales.ts';
import { spoken, useLang, useMessages } from '#ui/lang.tsx';
import styles from '#chain/page/Attribute.module.css';
import form from '#ui/form/TextField.module.css';
import chips from '#ui/Chips.module.css';

type Props<T> = {
  node: ChainNode;
  field: string;
  hint?: string;
  placeholder: string;
  /** Absent: plain lines. */
  kinds?: Words;
  make: (kind: string, text: string) => T;
  show: (one: T) => string;
};

/** A few short entries, one added at a time: interests, common ground, ties. */
export function ListAttribute<T extends Value>({ node, field, hint, placeholder, kinds, make, show }: Props<T>) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const choices = Object.entries(kinds ?? {}).map(([value, text]) => ({ value, label: text[lang] }));
  const [kind, setKind] = useState(choices[0]?.value ?? '');
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  return (
    <Attribute<T[]> node={node} field={field} hint={hint}>
      {({ value, put, readOnly, busy }) => {
        const add = () => {
          if (!text.trim()) return;
          put([...(value ?? []), make(kind, text.trim())]);
          setText('');
          setAdding(false);
        };
        return (
          <>
            {value && value.length > 0 && (
              <ul className={styles.list}>
                {value.map((one, at) => (
                  <li key={show(one)}>
                    <span className={styles.text}>{show(one)}</span>
                    {!readOnly && (
                      <button
                        type="button"
                        className={styles.link}
                        aria-label={spoken(m.remove, show(one))}
                        disabled={busy}
                        onClick={() => put(value.length === 1 ? undefined : value.filter((_, i) => i !== at))}
                      >
                        <CloseOutlined aria-hidden="true" />
                      </button>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {readOnly && !value?.length && (
              <span className={styles.none}>{value === null ? unknownWords[lang] : m.nothingYet}</span>
            )}
            {!readOnly && !adding && (
              <div className={styles.save}>
                <button type="button" className={styles.link} onClick={() => setAdding(true)}>
                  {m.addOne}
                </button>
                {!value?.length && (
                  <button
                    type="button"
                    className={chips.chip}
                    data-unknown
                    aria-pressed={value === null}
                    onClick={() => put(value === null ? undefined : null)}
                  >
                    {unknownWords[lang]}
                  </button>
                )}
              </div>
            )}
            {adding && (
              <div className={styles.add}>
                {kinds && <Chips label={placeholder} value={kind} chips={choices} onChoose={setKind} />}
                <input
                  className={form.field}
                  aria-label={placeholder}
                  placeholder={placeholder}
                  maxLength={200}
                  value={text}
                  onChange={({ target }) => setText(target.value)}
                  onKeyDown={({ key }) => key === 'Enter' && add()}
                />
                <div className={styles.save}>
                  <Button type="primary" size="small" disabled={!text.trim()} loading={busy} onClick={add}>
                    {m.add}
                  </Button>
                  <Button type="text" size="small" onClick={() => setAdding(false)}>
                    {m.cancel}
                  </Button>
                </div>
              </div>
            )}
          </>
        );
      }}
    </Attribute>
  );
}
