import { Button } from 'antd';
import type { ReactNode } from 'react';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMessages } from '#ui/lang.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#ui/list/RecordList.module.css';

type Props = {
  source: {
    rows: readonly unknown[];
    isPending: boolean;
    isFetchingNextPage: boolean;
    hasNextPage: boolean;
    error: unknown;
    refetch: () => unknown;
    fetchNextPage: () => unknown;
  };
  filtered: boolean;
  empty: { title: string; hint: string; act?: ReactNode };
  onClear: () => void;
  children: ReactNode;
};

/** The rows, or what stands in their place: on their way, failed, none that match, none at all. */
export function ListNote({ source, filtered, empty, onClear, children }: Props) {
  const m = useMessages(listMessages);
  if (source.isPending) {
    return (
      <div className={styles.box} data-quiet role="status" aria-label={m.loading}>
        <SkeletonLines lines={9} />
      </div>
    );
  }
  if (source.rows.length === 0 && source.error) {
    return <RefusalAlert issues error={source.error} onRetry={() => void source.refetch()} />;
  }
  if (source.rows.length === 0) {
    return (
      <div className={styles.box} data-quiet>
        {filtered ? (
          <EmptyState title={m.nothingTitle} hint={m.nothingHint} act={<Button onClick={onClear}>{m.clear}</Button>} />
        ) : (
          <EmptyState {...empty} />
        )}
      </div>
    );
  }
  const count = source.rows.length;
  return (
    <>
      {children}
      <div className={styles.foot} role="status">
        {source.error ? (
          <RefusalAlert error={source.error} onRetry={() => void source.fetchNextPage()} />
        ) : source.isFetchingNextPage ? (
          m.more
        ) : source.hasNextPage ? (
          m.soFar(count)
        ) : (
          m.end(count)
        )}
      </div>
    </>
  );
}
