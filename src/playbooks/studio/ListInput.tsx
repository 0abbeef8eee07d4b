import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Path } from '#method/rule-problems.ts';
import { useDesk } from '#playbooks/studio/desk.tsx';
import { valueAt } from '#playbooks/studio/place.ts';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { spoken, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/studio/Form.module.css';

type Props = {
  path: Path;
  label: string;
  /** What a new entry begins as. */
  begin: (entries: readonly unknown[]) => unknown;
  /** Not fewer than these. */
  least?: number;
  children: (path: Path, at: number) => ReactNode;
};

/** A list of entries: Enter adds one below, Alt+arrows move one; the buttons do the same. */
export function ListInput({ path, label, begin, least = 0, children }: Props) {
  const m = useMessages(studioMessages);
  const { raw, edit, readOnly } = useDesk();
  const value = valueAt(raw, path);
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<number>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const entry = list.current?.querySelectorAll(':scope > [data-at]')[wanted.current];
    entry?.querySelector<HTMLElement>('textarea, input:not([type=search])')?.focus();
    wanted.current = null;
  });
  const add = (at: number) => {
    edit([{ op: 'insert', path, at, value: begin(entries) }]);
    wanted.current = at;
  };
  const move = (from: number, to: number) => {
    if (to >= 0 && to < entries.length) edit([{ op: 'move', path, from, to }]);
  };
  const press = (event: KeyboardEvent, at: number) => {
    const inText = event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Enter' && inText && !event.nativeEvent.isComposing) add(at + 1);
    else if (event.altKey && event.key === 'ArrowUp') move(at, at - 1);
    else if (event.altKey && event.key === 'ArrowDown') move(at, at + 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.list} role="group" aria-label={label} ref={list}>
      {entries.map((_entry, at) => (
        // The keys act on what is inside it; nothing of it needs a pointer.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <div
          // Entries have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          className={styles.entry}
          data-at={[...path, at].join('.')}
          role="group"
          aria-label={`${label} ${at + 1}`}
          onKeyDown={(event) => press(event, at)}
        >
          <span className={styles.number}>{at + 1}</span>
          <div className={styles.fields}>{children([...path, at], at)}</div>
          {!readOnly && (
            <span className={styles.acts}>
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                disabled={at === 0}
                aria-label={spoken(m.up, `${label} ${at + 1}`)}
                onClick={() => move(at, at - 1)}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                disabled={at === entries.length - 1}
                aria-label={spoken(m.down, `${label} ${at + 1}`)}
                onClick={() => move(at, at + 1)}
              />
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                disabled={entries.length <= least}
                aria-label={spoken(m.remove, `${label} ${at + 1}`)}
                onClick={() => edit([{ op: 'remove', path: [...path, at] }])}
              />
            </span>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          size="small"
          type="dashed"
          icon={<PlusOutlined />}
          aria-label={spoken(m.addItem, label)}
          onClick={() => add(entries.length)}
        >
          {m.addItem}
        </Button>
      )}
    </div>
  );
}
