import type { ReactNode } from 'react';
import styles from '#ui/KnownFacts.module.css';

export type KnownFact = { label: string; value: ReactNode };

/** What is known of a record, line by line; what is not is said to be so. */
export function KnownFacts({ facts, unknown }: { facts: readonly KnownFact[]; unknown: string }) {
  return (
    <dl className={styles.known}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || <span className={styles.unknown}>{unknown}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
