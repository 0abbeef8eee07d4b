import { useState } from 'react';
import { useChain } from '#chain/page/chain-context.tsx';
import { chainPageMessages } from '#chain/page/chain-page.messages.ts';
import { leftOutOf } from '#chain/page/chain-scene.ts';
import { useChainChange } from '#chain/page/useChainChange.tsx';
import { listed, spoken, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#chain/page/ChainBody.module.css';

/** What to know before reading the map: not all is shown, people noted elsewhere, people left out. */
export function ChainNotices() {
  const m = useMessages(chainPageMessages);
  const { scene, readOnly, subject, commands } = useChain();
  const { send } = useChainChange();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const noted = scene.data.noted.length;
  const out = subject.kind === 'deal' ? leftOutOf(scene) : [];
  const put = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await commands.putNotedOnMap();
      toast(m.notedDone);
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  return (
    <>
      {!scene.data.seesBeliefs && (
        <p className={styles.notice} data-quiet>
          {m.beliefsHidden}
        </p>
      )}
      {noted > 0 && !readOnly && (
        <div className={styles.notice}>
          <span>{spoken(m.noted(noted), listed(scene.data.noted.map(({ name }) => name)))}</span>
          <button type="button" disabled={busy} onClick={() => void put()}>
            {m.notedAct(noted)}
          </button>
        </div>
      )}
      <RefusalAlert error={error} issues />
      {out.length > 0 && (
        <div className={styles.notice} data-quiet>
          <details>
            <summary>{m.leftOut(out.length)}</summary>
            <ul>
              {out.map(({ id, name }) => (
                <li key={id}>
                  {name}
                  {!readOnly && (
                    <button
                      type="button"
                      onClick={() =>
                        void send([{ act: 'set', item: 'node', id, fields: {}, clear: ['leftOut'] }], m.takenBack(name))
                      }
                    >
                      {m.takeBack}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </details>
        </div>
      )}
    </>
  );
}
