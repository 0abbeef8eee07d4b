import type { ReactNode } from 'react';
import styles from '#ui/Notice.module.css';

/** Something to look at before going on; it does not stop anybody. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.notice} role="status">
      <strong>{title}</strong>
      {children}
    </div>
  );
}
