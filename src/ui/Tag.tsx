import type { ReactNode } from 'react';
import styles from '#ui/Mark.module.css';

/** A short word on a quiet ground: a status, a grade, a kind. */
export function Tag({
  tone = 'calm',
  children,
}: {
  tone?: 'calm' | 'accent' | 'good' | 'warn' | 'bad';
  children: ReactNode;
}) {
  return (
    <span className={`${styles.pill} ${styles.tag}`} data-tone={tone}>
      {children}
    </span>
  );
}
