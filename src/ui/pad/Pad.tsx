import type { ReactNode } from 'react';
import styles from '#ui/pad/Pad.module.css';

type Props = {
  /** What is noted speaks for or against something. */
  tone?: 'good' | 'bad';
  children: ReactNode;
  /** Ways out besides saving. */
  foot: ReactNode;
};

/** What somebody says, seen or told, is noted here: a few fields, and how sure it is saves it. */
export function Pad({ tone, children, foot }: Props) {
  return (
    <div ref={showWhole} className={styles.pad} data-tone={tone}>
      {children}
      <div className={styles.foot}>{foot}</div>
    </div>
  );
}

/** Opened near the edge of the screen, its last line is the one that saves. */
function showWhole(pad: HTMLElement | null) {
  pad?.scrollIntoView({ block: 'nearest' });
}

/** A line of a pad: its name, and what is chosen or written. */
export function PadField({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <div>{children}</div>
    </div>
  );
}

/** What is still needed before it can be kept. */
export function PadAsks({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className={styles.asked}>
      {children}
    </p>
  );
}
