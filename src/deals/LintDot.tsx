import { dealMessages } from '#deals/deals.messages.ts';
import styles from '#deals/LintDot.module.css';
import { useMessages } from '#ui/lang.tsx';

/** How many mistakes the lint finds in a deal; filled when one of them is serious. Nothing where there are none. */
export function LintDot({ lints, serious }: { lints: number; serious: number }) {
  const m = useMessages(dealMessages);
  if (lints === 0) return null;
  const words = m.lintDot(lints, serious);
  return (
    <span role="img" className={styles.lint} data-serious={serious > 0 || undefined} title={words} aria-label={words}>
      {lints}
    </span>
  );
}
