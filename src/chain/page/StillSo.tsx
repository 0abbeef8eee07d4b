import { CheckCircleOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { ChainNode } from '#chain/chain-map.ts';
import { isStale } from '#chain/page/chain-rows.ts';
import { calledIn } from '#chain/page/chain-scene.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { DayText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';
import own from '#chain/page/PersonSheet.module.css';
import styles from '#deals/gate/MakeTask.module.css';

/** One tap: somebody was seen, and is as the map says. How long nobody looked is counted from today on. */
export function StillSo({ id }: { id: string }) {
  const m = useMessages(personMessages);
  const failures = useMessages(failureMessages);
  const { scene, commands, readOnly, today } = useChain();
  const [busy, setBusy] = useState(false);
  if (readOnly || scene.confirmed.get(id) === today) return null;
  const name = calledIn(scene, id);
  const confirm = async () => {
    setBusy(true);
    try {
      await commands.confirm({ personId: id });
      toast(m.stillSoDone(name));
    } catch (error) {
      toast(wordsOf(error, failures), { tone: 'bad' });
    }
    setBusy(false);
  };
  return (
    <button
      type="button"
      className={styles.make}
      disabled={busy}
      aria-label={m.stillSoOf(name)}
      onClick={() => void confirm()}
    >
      <CheckCircleOutlined aria-hidden="true" /> {m.stillSo}
    </button>
  );
}

/** When somebody was seen last, and the tap for today. */
export function LastSeen({ node }: { node: ChainNode }) {
  const m = useMessages(personMessages);
  const { scene, today } = useChain();
  const on = scene.confirmed.get(node.id);
  return (
    <p className={own.seen} data-stale={isStale(scene, node, today) || undefined}>
      <span>
        {m.lastSeen} {on ? <DayText day={on} relative /> : m.neverSeen}
      </span>
      <StillSo id={node.id} />
    </p>
  );
}
