import type { ReactNode } from 'react';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#ui/merge/Merge.module.css';

type Props = {
  title: string;
  lead: string;
  back: { to: string; label: string };
  /** Chooses the other record, under its label. */
  pickLabel: string;
  picker: ReactNode;
  error: unknown;
  onRetry: () => void;
  children: ReactNode;
};

/** The page of a merge: which other record, then the two side by side. */
export function MergeFrame({ title, lead, back, pickLabel, picker, error, onRetry, children }: Props) {
  return (
    <div className={styles.page}>
      <PageHeader title={title} facts={lead} back={back} />
      <SectionCard>
        <div className={styles.pick}>
          <span>{pickLabel}</span>
          {picker}
        </div>
        <RefusalAlert error={error} onRetry={onRetry} />
      </SectionCard>
      {children}
    </div>
  );
}
