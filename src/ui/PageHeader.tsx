import { LeftOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTitle } from '#ui/title.tsx';
import styles from '#ui/PageHeader.module.css';

type Props = {
  /** Also names the browser tab. */
  title: string;
  /** Beside the title: a grade, a mark. */
  mark?: ReactNode;
  /** Below it: the few facts that place this page. */
  facts?: ReactNode;
  /** The main act last and primary. */
  acts?: ReactNode;
  /** Where this came from. */
  back?: { to: string; label: string };
};

export function PageHeader({ title, mark, facts, acts, back }: Props) {
  useTitle(title);
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {back && (
          <Link to={back.to} className={styles.back}>
            <LeftOutlined aria-hidden="true" /> {back.label}
          </Link>
        )}
        <div className={styles.line}>
          <h1 tabIndex={-1}>{title}</h1>
          {mark}
        </div>
        {facts && <div className={styles.facts}>{facts}</div>}
      </div>
      {acts && <div className={styles.acts}>{acts}</div>}
    </header>
  );
}
