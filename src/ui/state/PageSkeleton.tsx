import { useMessages } from '#ui/lang.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';
import styles from '#ui/state/Skeleton.module.css';

/** The quiet shape of a page on its way. @param bare no shell stands around it yet to keep it off the edges */
export function PageSkeleton({ bare }: { bare?: boolean }) {
  const m = useMessages(shellMessages);
  return (
    <div className={styles.page} data-bare={bare} role="status" aria-label={m.loading}>
      <div className={styles.line} style={{ width: 160, height: 24 }} />
      <SkeletonLines lines={6} />
    </div>
  );
}

export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  return (
    <div className={styles.lines} aria-hidden="true" data-skeleton="">
      {Array.from({ length: lines }, (_, at) => (
        <div key={`line-${String(at)}`} className={styles.line} style={{ width: `${92 - ((at * 23) % 40)}%` }} />
      ))}
    </div>
  );
}
