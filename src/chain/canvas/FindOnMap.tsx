import { type KeyboardEvent, useId, useState } from 'react';
import type { Id } from '#shared/id.ts';
import type { ChainMap } from '#chain/chain-map.ts';
import { type Speech, cardWords } from '#chain/canvas/card-words.ts';
import { found } from '#chain/canvas/map-filter.ts';
import { spoken } from '#ui/lang.tsx';
import styles from '#chain/canvas/Canvas.module.css';

type Props = {
  map: ChainMap;
  speech: Speech;
  label: string;
  /** Of the field, for a key that leads to it. */
  id?: string;
  onFound: (id: Id) => void;
};

const MOST = 12;

/** Finds a card by name or title; Enter goes to it. */
export function FindOnMap({ map, speech, label, id, onFound }: Props) {
  const { m } = speech;
  const list = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const hits = found(map, text).slice(0, MOST);
  const active = hits[Math.min(at, hits.length - 1)];
  const take = (id: Id) => {
    setText('');
    onFound(id);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((Math.min(at, hits.length - 1) + step + hits.length) % Math.max(1, hits.length));
    else if (event.key === 'Enter' && active) take(active.id);
    else if (event.key === 'Escape' && text) setText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.find}>
      <input
        id={id}
        role="combobox"
        aria-label={label}
        aria-expanded={text !== ''}
        aria-controls={list}
        aria-activedescendant={text && active ? `${list}-${active.id}` : undefined}
        aria-autocomplete="list"
        placeholder={spoken(label, m.searchPlace)}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
        onBlur={() => setText('')}
      />
      <div className={styles.hits} id={list} role="listbox" aria-label={label} hidden={text === ''}>
        {hits.map((node) => (
          <div
            key={node.id}
            id={`${list}-${node.id}`}
            role="option"
            aria-selected={node === active}
            onPointerDown={(event) => {
              event.preventDefault();
              take(node.id);
            }}
          >
            <b>{node.name}</b>
            <span>{cardWords(node, speech).post}</span>
          </div>
        ))}
        {hits.length === 0 && (
          <div role="option" aria-selected="false" aria-disabled="true">
            <span>{m.noHit}</span>
          </div>
        )}
      </div>
    </div>
  );
}
