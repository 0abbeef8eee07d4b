import { useId, type ReactNode } from 'react';
import styles from '#ui/SectionCard.module.css';

type Props = {
  title?: string;
  /** A count or a short word after the title. */
  note?: ReactNode;
  /** Acts at the end of the title's line. */
  acts?: ReactNode;
  /** Content reaches the edges: lists and tables. */
  flush?: boolean;
  children: ReactNode;
};

export function SectionCard({ title, note, acts, flush, children }: Props) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={title ? id : undefined}>
      {(title || acts) && (
        <header className={styles.head}>
          {title && <h2 id={id}>{title}</h2>}
          {note !== undefined && <span className={styles.note}>{note}</span>}
          {acts && <div className={styles.acts}>{acts}</div>}
        </header>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}
