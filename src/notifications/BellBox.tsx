import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { notificationMessages } from '#notifications/notifications.messages.ts';
import { notificationClient, notifications } from '#notifications/notifications.queries.tsx';
import { NotificationLine } from '#notifications/NotificationLine.tsx';
import { useMark } from '#notifications/useMark.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#notifications/Bell.module.css';

const latest = 8;

/** The latest notifications under the bell. `onGo`: one was opened, or the page of all of them. */
export function BellBox({ onGo }: { onGo: () => void }) {
  const m = useMessages(notificationMessages);
  const { mark, error } = useMark();
  const query = useQuery(notifications.list.queryOptions({ input: { limit: latest }, staleTime: 0 }));
  const rows = query.data?.rows ?? [];
  return (
    <>
      <div className={styles.head}>
        <strong>{m.title}</strong>
        {rows.some((row) => !row.read) && (
          <button type="button" onClick={() => mark(notificationClient.readAll({ until: rows[0]?.at }))}>
            {m.readAll}
          </button>
        )}
      </div>
      <RefusalAlert error={error ?? query.error} onRetry={() => void query.refetch()} />
      {query.isPending && (
        <div className={styles.wait}>
          <SkeletonLines lines={4} />
        </div>
      )}
      {query.isSuccess && rows.length === 0 && <p className={styles.none}>{m.emptyHint}</p>}
      <ul className={styles.latest}>
        {rows.map((row) => (
          <NotificationLine
            key={row.id}
            row={row}
            onOpen={onGo}
            onRead={(read) => row.read !== read && mark(notificationClient.read({ id: row.id, read }))}
          />
        ))}
      </ul>
      <Link to="/notifications" className={styles.all} onClick={onGo}>
        {m.showAll}
      </Link>
    </>
  );
}
