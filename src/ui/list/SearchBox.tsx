import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import styles from '#ui/list/Toolbar.module.css';

type Props = { title: string; value: string | undefined; onChange: (value: string | undefined) => void };

const pause = 250;

/** Typing searches after a short pause; an input method's half-written syllables do not. */
export function SearchBox({ title, value, onChange }: Props) {
  const m = useMessages(listMessages);
  const [typed, setTyped] = useState<string>();
  const [composing, setComposing] = useState(false);
  useEffect(() => {
    if (typed === undefined || composing) return undefined;
    const timer = setTimeout(() => {
      onChange(typed.trim() || undefined);
      setTyped(undefined);
    }, pause);
    return () => clearTimeout(timer);
  }, [typed, composing, onChange]);
  const shown = typed ?? value ?? '';
  return (
    <div className={styles.search}>
      <SearchOutlined aria-hidden="true" />
      <input
        type="search"
        aria-label={title}
        placeholder={title}
        value={shown}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
      {shown && (
        <button type="button" aria-label={m.clearOne(title)} onClick={() => setTyped('')}>
          <CloseCircleFilled />
        </button>
      )}
    </div>
  );
}
