import type { ReactNode } from 'react';
import styles from '#ui/EmptyState.module.css';

/** Nothing here yet: says so, says what to do, and offers the act. */
export function EmptyState(props: { title: string; hint?: string; act?: ReactNode; compact?: boolean }) {
  return (
    <div className={styles.empty} data-compact={props.compact || undefined}>
      {!props.compact && (
        <svg width="72" height="56" viewBox="0 0 72 56" aria-hidden="true" focusable="false">
          <g fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round" strokeWidth="2">
            <path d="M29 5c4 2 10 2 14 0M36 7v9M10 15c10 5 42 5 52 0M22 20v24M50 20v24" />
            <path d="M4 50c6-4 10-4 16 0s10 4 16 0 10-4 16 0 10 4 16 0" strokeDasharray="3 5" />
          </g>
        </svg>
      )}
      <p className={styles.title}>{props.title}</p>
      {props.hint && <p className={styles.hint}>{props.hint}</p>}
      {props.act && <div className={styles.act}>{props.act}</div>}
    </div>
  );
}
