import type { ReactNode } from 'react';
import styles from '#ui/state/FullNote.module.css';

/** A page that has only one thing to say: what, why, and the way out. */
export function FullNote(props: { title: string; hint: string; act?: ReactNode }) {
  return (
    <div className={styles.note}>
      <h1 tabIndex={-1}>{props.title}</h1>
      <p>{props.hint}</p>
      {props.act && <div className={styles.act}>{props.act}</div>}
    </div>
  );
}
