import { Link } from '@tanstack/react-router';
import { pageOf, type Notification } from '#notifications/notification.ts';
import { notificationMessages } from '#notifications/notifications.messages.ts';
import { moreWords, toldWords } from '#notifications/told-words.ts';
import { dayWords } from '#ui/day-words.ts';
import { InstantText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PersonBadge } from '#ui/PersonText.tsx';
import { useToday } from '#ui/session.tsx';
import styles from '#notifications/Notifications.module.css';

type Props = {
  row: Notification;
  onRead: (read: boolean) => void;
  /** Its page was opened. */
  onOpen?: () => void;
};

/** Who did what, when; opening it reads it. */
export function NotificationLine({ row, onRead, onOpen }: Props) {
  const m = useMessages(notificationMessages);
  const lang = useLang();
  const today = useToday();
  const to = pageOf(row);
  const more = moreWords(row, lang, (day) => dayWords(day, today, lang));
  const who = row.actorName ?? m.system;
  const words = (
    <>
      <span className={styles.told}>
        <strong>{who}</strong> {toldWords(row, lang)}
      </span>
      {more && <span className={styles.detail}>{more}</span>}
      <span className={styles.at}>
        <InstantText at={row.at} />
      </span>
    </>
  );
  const label = row.read ? m.unreadAgain : m.read;
  return (
    <li className={styles.line} data-unread={!row.read || undefined}>
      <PersonBadge name={who} size={32} />
      {to ? (
        <Link
          to={to}
          className={styles.words}
          onClick={() => {
            onRead(true);
            onOpen?.();
          }}
        >
          {words}
        </Link>
      ) : (
        <div className={styles.words}>{words}</div>
      )}
      <button type="button" className={styles.dot} aria-label={label} title={label} onClick={() => onRead(!row.read)} />
    </li>
  );
}
