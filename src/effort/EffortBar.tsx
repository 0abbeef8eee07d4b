import type { ActsByGrade } from '#effort/effort.ts';
import { effortMessages } from '#effort/effort.messages.ts';
import styles from '#effort/Effort.module.css';
import { useMessages } from '#ui/lang.tsx';

const order = ['A', 'B', 'C', 'D', 'none'] as const;

/** The acts as one bar, a part for each grade; the letters and numbers stand in it. */
export function EffortBar({ acts, total }: { acts: ActsByGrade; total: number }) {
  const m = useMessages(effortMessages);
  const parts = order.filter((grade) => acts[grade] > 0);
  const nameOf = (grade: (typeof order)[number]) => (grade === 'none' ? m.none : m.grade(grade));
  return (
    <span
      className={styles.bar}
      role="img"
      aria-label={parts.map((grade) => `${nameOf(grade)} ${m.acts(acts[grade])}`).join(' · ')}
    >
      {parts.map((grade) => (
        <i
          key={grade}
          data-grade={grade}
          title={`${nameOf(grade)} ${m.acts(acts[grade])}`}
          style={{ flexGrow: acts[grade] }}
        >
          {acts[grade] / total >= 0.05 && (grade === 'none' ? '–' : grade)}
        </i>
      ))}
    </span>
  );
}
