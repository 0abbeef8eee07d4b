import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mostUnread } from '#notifications/notifications.contract.ts';
import { notificationMessages } from '#notifications/notifications.messages.ts';
import { unreadQuery } from '#notifications/notifications.queries.tsx';
import { useRememberVisits } from '#search/visits.tsx';
import { useMessages } from '#ui/lang.tsx';
import styles from '#notifications/Bell.module.css';

/** How much is unread, always in sight. It stands on every page, so it also remembers which records were opened. */
export function Bell() {
  const m = useMessages(notificationMessages);
  const { data } = useQuery(unreadQuery());
  useRememberVisits();
  const count = data?.count ?? 0;
  const shown = count > mostUnread ? `${mostUnread}+` : String(count);
  const label = count > 0 ? m.unread(shown) : m.none;
  return (
    <Link to="/notifications" className={styles.bell} aria-label={label} title={label}>
      <BellOutlined aria-hidden="true" />
      {count > 0 && (
        <span className={styles.count} aria-hidden="true">
          {shown}
        </span>
      )}
    </Link>
  );
}
