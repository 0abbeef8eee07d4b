import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { mostUnread } from '#notifications/notifications.contract.ts';
import { notificationMessages } from '#notifications/notifications.messages.ts';
import { unreadQuery } from '#notifications/notifications.queries.tsx';
import { useRememberVisits } from '#search/visits.tsx';
import { useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import styles from '#notifications/Bell.module.css';

const BellBox = onDemand(async () => (await import('#notifications/BellBox.tsx')).BellBox);

/**
 * How much is unread, always in sight; opens the latest. It stands on every page, so it also remembers which records
 * were opened.
 */
export function Bell() {
  const m = useMessages(notificationMessages);
  const { data } = useQuery(unreadQuery());
  useRememberVisits();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const count = data?.count ?? 0;
  const shown = count > mostUnread ? `${mostUnread}+` : String(count);
  const label = count > 0 ? m.unread(shown) : m.none;
  return (
    <>
      <button
        type="button"
        className={styles.bell}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={label}
        popoverTarget="latest-notifications"
        onPointerEnter={() => void BellBox.fetch()}
      >
        <BellOutlined aria-hidden="true" />
        {count > 0 && (
          <span className={styles.count} aria-hidden="true">
            {shown}
          </span>
        )}
      </button>
      <div
        ref={box}
        id="latest-notifications"
        popover="auto"
        role="dialog"
        aria-label={m.title}
        className={styles.box}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && <BellBox onGo={() => box.current?.hidePopover()} />}
      </div>
    </>
  );
}
