import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from '#ui/StatTile.module.css';

type Props = {
  label: string;
  value: ReactNode;
  /** What it is compared with, or what it is made of. */
  note?: ReactNode;
  tone?: 'good' | 'warn' | 'bad';
  /** The records it came from. */
  to?: string;
};

/** One number that opens to the records it came from. */
export function StatTile({ label, value, note, tone, to }: Props) {
  const content = (
    <>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>{value}</span>
      {note && (
        <span className={styles.note} data-tone={tone}>
          {note}
        </span>
      )}
    </>
  );
  if (to === undefined) return <div className={styles.tile}>{content}</div>;
  return (
    <Link to={to} className={styles.tile}>
      {content}
    </Link>
  );
}

/** Tiles side by side, as many as fit. */
export function StatRow({ children }: { children: ReactNode }) {
  return <div className={styles.tiles}>{children}</div>;
}
