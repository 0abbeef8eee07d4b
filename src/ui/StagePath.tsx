import { CheckOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { markMessages } from '#ui/mark.messages.ts';
import styles from '#ui/StagePath.module.css';

export type StageStep = {
  key: string;
  name: string;
  /** What the buyer is doing meanwhile. */
  buyer?: string;
  state: 'past' | 'current' | 'future';
  /** A short fact under it: days in the stage, checks met. */
  note?: string;
};

type Props = { stages: readonly StageStep[]; onOpen?: (key: string) => void };

/** Our stages with the buyer's beneath. On a phone it scrolls, and starts with the current stage in sight. */
export function StagePath({ stages, onOpen }: Props) {
  const m = useMessages(markMessages);
  const list = useRef<HTMLOListElement>(null);
  const current = stages.findIndex((stage) => stage.state === 'current');
  useEffect(() => {
    const step = list.current?.children[current];
    if (list.current && step instanceof HTMLElement) list.current.scrollLeft = step.offsetLeft - 24;
  }, [current]);
  return (
    <ol ref={list} className={styles.path} aria-label={m.stages}>
      {stages.map((stage, at) => (
        <li
          key={stage.key}
          className={styles.step}
          data-state={stage.state}
          aria-current={stage.state === 'current' ? 'step' : undefined}
        >
          <button type="button" disabled={!onOpen} onClick={() => onOpen?.(stage.key)}>
            <span className={styles.ours}>
              <span className={styles.dot} aria-hidden="true">
                {stage.state === 'past' ? <CheckOutlined /> : at + 1}
              </span>
              <span className={styles.name}>{stage.name}</span>
              <span className={styles.unseen}>{m[stage.state]}</span>
            </span>
            {stage.buyer && <span className={styles.buyer}>{stage.buyer}</span>}
            {stage.note && <span className={styles.note}>{stage.note}</span>}
          </button>
        </li>
      ))}
    </ol>
  );
}
