import { useState } from 'react';
import type { ChainNode } from '#chain/chain-map.ts';
import type { WantedChange } from '#chain/decide-change.ts';
import { fieldName, listed, valueWords } from '#chain/item-words.ts';
import { withoutField } from '#chain/page/applied-changes.ts';
import { type Ground, useChain } from '#chain/page/chain-context.tsx';
import { calledIn } from '#chain/page/chain-scene.ts';
import { GroundAsk } from '#chain/page/GroundAsk.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import type { Held } from '#chain/page/useChainChange.tsx';
import { useWording } from '#chain/page/wording.tsx';
import { InstantText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import styles from '#chain/page/HeldChange.module.css';
import pad from '#ui/pad/Pad.module.css';

type Props = {
  held: Held;
  busy: boolean;
  /** whom the change is about, and who is likely to have given ground for it */
  person?: ChainNode | undefined;
  onSend: (wanted: readonly WantedChange[], said: string | undefined, ground?: Ground) => Promise<unknown>;
  onDrop: () => void;
};

/** What stands between a wish and its being done, in place: the ground, the other's change, a refusal. */
export function HeldChange({ held, busy, person, onSend, onDrop }: Props) {
  const m = useMessages(personMessages);
  const lang = useLang();
  if (held.why === 'ground') {
    return (
      <GroundAsk
        title={m.groundTitle(listed(held.fields.map(fieldName))[lang])}
        wish={held.said}
        busy={busy}
        person={person}
        onGround={(ground) => onSend(held.wanted, held.said, ground)}
        onClose={onDrop}
      />
    );
  }
  if (held.why === 'refused') {
    return (
      <RefusalAlert
        error={held.error}
        issues
        act={
          <button type="button" onClick={onDrop}>
            {m.cancel}
          </button>
        }
      />
    );
  }
  return <Beside held={held} busy={busy} onSend={onSend} onDrop={onDrop} />;
}

type BesideProps = Omit<Props, 'held' | 'person'> & { held: Held & { why: 'conflict' } };

/** Both values side by side; with the last answer it is saved. */
function Beside({ held, busy, onSend, onDrop }: BesideProps) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const wording = useWording();
  const { scene } = useChain();
  const [answers, setAnswers] = useState<{ [key: string]: 'mine' | 'theirs' }>({});
  const reader = { called: (id: string) => calledIn(scene, id), wording };
  const open = held.conflicts.flatMap(({ id, field, ...rest }) => (field ? [{ id, field, ...rest }] : []));
  const gone = held.conflicts.filter(({ field }) => !field);
  const answer = (key: string, which: 'mine' | 'theirs') => {
    const now = { ...answers, [key]: which };
    setAnswers(now);
    if (open.some(({ id, field }) => !now[`${id} ${field}`])) return;
    const left = open
      .filter(({ id, field }) => now[`${id} ${field}`] === 'theirs')
      .reduce<readonly WantedChange[]>((wanted, { id, field }) => withoutField(wanted, id, field), held.wanted);
    if (left.length === 0) onDrop();
    else void onSend(left, held.said, held.ground);
  };
  return (
    <div className={`${pad.pad} ${styles.held}`} data-tone="warn" role="alert">
      <p>{gone.length > 0 ? m.goneMeanwhile : m.changedMeanwhile}</p>
      {open.map(({ id, field, yours, theirs, last }) => {
        const key = `${id} ${field}`;
        return (
          <div key={key} className={styles.beside}>
            <div>
              <span>{m.mine(fieldName(field)[lang])}</span>
              <strong>{valueWords(field, yours, reader)[lang]}</strong>
              <button
                type="button"
                disabled={busy}
                aria-pressed={answers[key] === 'mine'}
                onClick={() => answer(key, 'mine')}
              >
                {m.keepMine}
              </button>
            </div>
            <div>
              <span>
                {m.theirs} <InstantText at={last.at} />
              </span>
              <strong>{valueWords(field, theirs, reader)[lang]}</strong>
              <button
                type="button"
                disabled={busy}
                aria-pressed={answers[key] === 'theirs'}
                onClick={() => answer(key, 'theirs')}
              >
                {m.takeTheirs}
              </button>
            </div>
          </div>
        );
      })}
      {gone.length > 0 && (
        <button type="button" onClick={onDrop}>
          {m.understood}
        </button>
      )}
    </div>
  );
}
