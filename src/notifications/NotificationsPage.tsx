import { CheckOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { notificationMessages } from '#notifications/notifications.messages.ts';
import { notificationClient, notifications } from '#notifications/notifications.queries.tsx';
import { NotificationLine } from '#notifications/NotificationLine.tsx';
import { useMark } from '#notifications/useMark.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#notifications/Notifications.module.css';

export function NotificationsPage() {
  const m = useMessages(notificationMessages);
  const [unread, setUnread] = useState(false);
  const { mark, error } = useMark();
  const list = useInfiniteQuery({
    queryKey: [...notifications.list.key(), { unread }],
    queryFn: ({ pageParam }) => notificationClient.list({ unread, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const newest = rows[0]?.at;
  return (
    <div className={styles.page}>
      <PageHeader
        title={m.title}
        acts={
          rows.some((row) => !row.read) && (
            <Button icon={<CheckOutlined />} onClick={() => mark(notificationClient.readAll({ until: newest }))}>
              {m.readAll}
            </Button>
          )
        }
      />
      <div className={styles.tabs} role="group" aria-label={m.title}>
        {[false, true].map((only) => (
          <button key={String(only)} type="button" aria-pressed={unread === only} onClick={() => setUnread(only)}>
            {only ? m.onlyUnread : m.all}
          </button>
        ))}
      </div>
      <RefusalAlert error={error ?? list.error} onRetry={() => void list.refetch()} />
      <SectionCard flush>
        {list.isPending ? (
          <div className={styles.wait}>
            <SkeletonLines lines={6} />
          </div>
        ) : rows.length === 0 ? (
          <EmptyState title={unread ? m.emptyUnread : m.emptyTitle} hint={m.emptyHint} />
        ) : (
          <ul className={styles.list}>
            {rows.map((row) => (
              <NotificationLine
                key={row.id}
                row={row}
                onRead={(read) => row.read !== read && mark(notificationClient.read({ id: row.id, read }))}
              />
            ))}
          </ul>
        )}
      </SectionCard>
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {m.more}
          </Button>
        </div>
      )}
    </div>
  );
}
