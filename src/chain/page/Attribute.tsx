import { type ReactNode, useState } from 'react';
import type { Value } from '#chain/chain-items.ts';
import type { ChainNode } from '#chain/chain-map.ts';
import { fieldName, valueWords } from '#chain/item-words.ts';
import { AttributeHistory } from '#chain/page/AttributeHistory.tsx';
import { calledIn, originIn } from '#chain/page/chain-scene.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { HeldChange } from '#chain/page/HeldChange.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { useChainChange } from '#chain/page/useChainChange.tsx';
import { useWording } from '#chain/page/wording.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#chain/page/Attribute.module.css';

export type Editing<T> = {
  /** as the map has it; undefined: nothing said, null: said to be unknown */
  value: T | null | undefined;
  /** undefined takes the attribute back to what the account's map says */
  put: (value: T | null | undefined) => void;
  readOnly: boolean;
  busy: boolean;
};
type Props<T> = {
  node: ChainNode;
  field: string;
  hint?: ReactNode;
  children: (editing: Editing<T>) => ReactNode;
};

/** One attribute: its value to tap, where it comes from, and, on a tap on that, who changed it when and on what ground. */
export function Attribute<T extends Value>({ node, field, hint, children }: Props<T>) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const wording = useWording();
  const { scene, subject, readOnly } = useChain();
  const { send, held, busy, drop } = useChainChange();
  const [past, setPast] = useState(false);
  const origin = originIn(scene, node.id, field);
  const from = origin === 'deal' && subject.kind === 'account' ? m.ownOrigin : m.origins[origin];
  const name = fieldName(field)[lang];
  const value = (node as unknown as { readonly [name: string]: T | null | undefined })[field];
  const put = (next: T | null | undefined) => {
    const words = valueWords(field, next, { called: (id) => calledIn(scene, id), wording })[lang];
    void send(
      [
        next === undefined
          ? { act: 'set', item: 'node', id: node.id, fields: {}, clear: [field] }
          : { act: 'set', item: 'node', id: node.id, fields: { [field]: next } },
      ],
      m.changedTo(node.name, name, words),
    );
  };
  return (
    <div className={styles.attribute} role="group" aria-label={name}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        <button
          type="button"
          className={styles.origin}
          data-origin={origin}
          aria-expanded={past}
          aria-label={m.originOf(name, from)}
          onClick={() => setPast(!past)}
        >
          {from}
        </button>
      </div>
      {children({ value, put, readOnly, busy })}
      {hint && <p className={styles.hint}>{hint}</p>}
      {held && <HeldChange held={held} busy={busy} person={node} onSend={send} onDrop={drop} />}
      {past && <AttributeHistory id={node.id} field={field} />}
    </div>
  );
}
