import type { ReactNode } from 'react';
import styles from '#ui/RailColumns.module.css';

/** The body of a record's page with a rail of cards beside it; below it where there is no room. */
export function RailColumns({ rail, children }: { rail: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div className={styles.main}>{children}</div>
      <aside className={styles.rail}>{rail}</aside>
    </div>
  );
}
