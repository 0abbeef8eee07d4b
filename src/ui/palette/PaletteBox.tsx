import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { usePaletteGroups, type PaletteItem } from '#ui/palette/usePaletteGroups.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';
import styles from '#ui/palette/Palette.module.css';

/** A combobox: typing searches, arrows move, Enter does. */
export function PaletteBox({ onDone }: { onDone: () => void }) {
  const m = useMessages(shellMessages);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState(0);
  const { groups, searching } = usePaletteGroups(text);
  const items = groups.flatMap((group) => group.items);
  const active = items.length === 0 ? -1 : Math.min(wanted, items.length - 1);
  const run = (item: PaletteItem) => {
    onDone();
    if (item.to !== undefined) void navigate({ to: item.to });
    else void item.run();
  };
  const onKey = (event: KeyboardEvent) => {
    // While an input method composes, Enter and arrows belong to its candidates.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setWanted((active + step + items.length) % Math.max(items.length, 1));
    else if (event.key === 'Enter' && items[active]) run(items[active]);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.box}>
      <div className={styles.ask}>
        <SearchOutlined aria-hidden="true" />
        <input
          role="combobox"
          aria-label={m.search}
          aria-expanded="true"
          aria-controls="palette-items"
          aria-activedescendant={active < 0 ? undefined : `palette-${active}`}
          placeholder={m.paletteHint}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setWanted(0);
          }}
          onKeyDown={onKey}
        />
      </div>
      <div id="palette-items" role="listbox" aria-label={m.search} className={styles.items}>
        {groups.map((group) => (
          <div key={group.id} role="group" aria-label={group.title}>
            <div className={styles.title}>{group.title}</div>
            {group.failed && <div className={styles.quiet}>{m.paletteFailed(group.title)}</div>}
            {group.items.map((item) => {
              const at = items.indexOf(item);
              return <Item key={item.id} item={item} at={at} active={at === active} onPoint={setWanted} onRun={run} />;
            })}
          </div>
        ))}
        {items.length === 0 && (
          <div className={styles.quiet}>{searching ? m.paletteSearching : m.paletteNothing(text)}</div>
        )}
      </div>
      <div className={styles.keys} aria-hidden="true">
        <span>
          <kbd>↑↓</kbd> {m.keysMove}
        </span>
        <span>
          <kbd>↵</kbd> {m.keysOpen}
        </span>
        <span>
          <kbd>Esc</kbd> {m.keysClose}
        </span>
      </div>
    </div>
  );
}

type ItemProps = {
  item: PaletteItem;
  at: number;
  active: boolean;
  onPoint: (at: number) => void;
  onRun: (item: PaletteItem) => void;
};

function Item({ item, at, active, onPoint, onRun }: ItemProps) {
  return (
    // The keys belong to the input, which points here by aria-activedescendant.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`palette-${at}`}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={styles.item}
      ref={(element) => {
        if (active) element?.scrollIntoView({ block: 'nearest' });
      }}
      onPointerMove={() => !active && onPoint(at)}
      onClick={() => onRun(item)}
    >
      <span className={styles.icon} aria-hidden="true">
        {item.icon && <item.icon />}
      </span>
      <span className={styles.label}>{item.label}</span>
      {item.hint && <span className={styles.hint}>{item.hint}</span>}
    </div>
  );
}
