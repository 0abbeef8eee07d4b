import { useState } from 'react';
import { messages } from '#method/method.messages.ts';
import type { NextAct } from '#method/next-act.ts';
import { EvidenceItem } from '#deals/gate/EvidenceItem.tsx';
import { gateMessages } from '#deals/gate/gate.messages.ts';
import type { CheckEvidence } from '#deals/page/deal-optimistic.ts';
import { useMessages } from '#ui/lang.tsx';
import styles from '#deals/gate/EvidenceList.module.css';

/** What speaks for and against, side by side; what was taken back stays to be read. */
export function EvidenceList({ evidence, act }: { evidence: readonly CheckEvidence[]; act?: NextAct }) {
  const m = useMessages(gateMessages);
  const words = useMessages(messages);
  const [all, setAll] = useState(false);
  const standing = evidence.filter(({ stands }) => stands);
  const fallen = evidence.filter(({ stands }) => !stands);
  const refutes = standing.filter(({ record }) => record.direction === 'refutes');
  const supports = standing.filter(({ record }) => record.direction === 'supports');
  return (
    <div className={styles.evidence}>
      <div className={styles.sides} data-both={refutes.length > 0 || undefined}>
        <Side title={words.directions.supports} empty={m.noSupport} tone="good" items={supports} act={act} />
        {refutes.length > 0 && (
          <Side title={words.directions.refutes} empty={m.noRefute} tone="bad" items={refutes} act={act} />
        )}
      </div>
      {fallen.length > 0 && (
        <button type="button" className={styles.fallen} aria-expanded={all} onClick={() => setAll(!all)}>
          {m.retractedCount(fallen.length)}
        </button>
      )}
      {all && (
        <ul className={styles.items} data-fallen>
          {fallen.map((one) => (
            <EvidenceItem key={one.record.id} one={one} act={act} />
          ))}
        </ul>
      )}
    </div>
  );
}

type SideProps = {
  title: string;
  empty: string;
  tone: 'good' | 'bad';
  items: readonly CheckEvidence[];
  act?: NextAct;
};

function Side({ title, empty, tone, items, act }: SideProps) {
  return (
    <section className={styles.side} data-tone={tone} aria-label={title}>
      <h4>
        {title} <span>{items.length}</span>
      </h4>
      {items.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <ul className={styles.items}>
          {items.map((one) => (
            <EvidenceItem key={one.record.id} one={one} act={act} />
          ))}
        </ul>
      )}
    </section>
  );
}
