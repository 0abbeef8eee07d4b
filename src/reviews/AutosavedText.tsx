import { Button, Input } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { heard, isDirty, settled, untouched, type Choice } from '#reviews/autosave.ts';
import styles from '#reviews/SessionSide.module.css';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { isRefused } from '#ui/refused.tsx';

type Props = {
  label: string;
  hint: string;
  /** As it stands on the server. */
  text: string;
  /** Who wrote into the item last. */
  by: string | null;
  rows: number;
  save: (text: string) => Promise<unknown>;
  /** Reads anew what stands on the server, after somebody else saved. */
  refresh: () => Promise<unknown>;
};

const PAUSE = 900;

/** Saved as soon as the typing pauses. What somebody else writes meanwhile is shown beside it; nothing is lost. */
export function AutosavedText({ label, hint, text, by, rows, save, refresh }: Props) {
  const { save: m } = useMessages(reviewMessages);
  const [typed, setTyped] = useState(() => untouched(text));
  const [state, setState] = useState<'rest' | 'saving' | 'saved' | 'failed'>('rest');
  const now = heard(typed, text);
  if (now !== typed) setTyped(now);
  const { mine, theirs } = now;
  const dirty = isDirty(now) && theirs === null;
  const send = async (words: string) => {
    if (state === 'saving') return;
    setState('saving');
    setTyped((current) => ({ ...current, sent: words }));
    let end: 'rest' | 'saved' | 'failed' = 'saved';
    try {
      await save(words);
    } catch (refused) {
      // Somebody saved in between: what she reads next says whether it is this text or another of the item.
      end = isRefused(refused, 'record.changed') ? 'rest' : 'failed';
      await refresh();
    }
    setState(end);
  };
  const sendLater = useEffectEvent((words: string) => void send(words));
  useEffect(() => {
    if (!dirty || state === 'failed' || state === 'saving') return undefined;
    const timer = setTimeout(() => sendLater(mine), PAUSE);
    return () => clearTimeout(timer);
  }, [dirty, mine, state]);
  const sendLast = useEffectEvent(() => void (dirty && send(mine)));
  // Whoever goes to another deal in the middle of a sentence has it saved.
  useEffect(() => () => sendLast(), []);
  const choose = (choice: Choice) => setTyped(settled(now, choice));
  return (
    <div className={styles.saved}>
      <Input.TextArea
        aria-label={label}
        placeholder={hint}
        autoSize={{ minRows: rows, maxRows: 16 }}
        maxLength={20_000}
        value={mine}
        onChange={(event) => {
          setTyped({ ...now, mine: event.target.value });
          // What is typed while the last is on its way is sent when that has arrived.
          if (state !== 'saving') setState('rest');
        }}
        onBlur={() => dirty && void send(mine)}
      />
      {theirs !== null && (
        <div role="alert" className={styles.theirs}>
          <p>{m.theirs(by ?? m.someone)}</p>
          <blockquote>{theirs}</blockquote>
          <span>
            {(['both', 'theirs', 'mine'] as const).map((choice) => (
              <Button
                key={choice}
                size="small"
                type={choice === 'both' ? 'primary' : 'default'}
                onClick={() => choose(choice)}
              >
                {{ both: m.both, theirs: m.takeTheirs, mine: m.keepMine }[choice]}
              </Button>
            ))}
          </span>
        </div>
      )}
      <span className={styles.state} role="status">
        {state === 'saving' && m.saving}
        {state === 'saved' && !dirty && m.saved}
        {state === 'failed' && (
          <>
            {m.failed}{' '}
            <button type="button" onClick={() => void send(mine)}>
              {m.retry}
            </button>
          </>
        )}
      </span>
    </div>
  );
}
