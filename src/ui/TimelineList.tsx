import type { ReactNode } from 'react';
import { dayOf, type Day, type Instant } from '#shared/day.ts';
import { DayText } from '#ui/DayText.tsx';
import { localeOf, useLang } from '#ui/lang.tsx';
import { useSession } from '#ui/session.tsx';
import styles from '#ui/TimelineList.module.css';

export type Happening = {
  id: string;
  at: Instant;
  /** Who did it; absent: the system. */
  actor?: string | null;
  title: ReactNode;
  body?: ReactNode;
  icon?: ReactNode;
  tone?: 'good' | 'warn' | 'bad' | 'accent';
};

/** What happened, newest first as given, under the days on which it did. */
export function TimelineList({ items, foot }: { items: readonly Happening[]; foot?: ReactNode }) {
  const lang = useLang();
  const { timeZone } = useSession().user;
  const clock = new Intl.DateTimeFormat(localeOf(lang), { timeZone, timeStyle: 'short', hour12: false });
  const days = new Map<Day, Happening[]>();
  for (const item of items) {
    const day = dayOf(item.at, timeZone);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return (
    <div className={styles.timeline}>
      {[...days].map(([day, happened]) => (
        <section key={day}>
          <h3 className={styles.day}>
            <DayText day={day} />
          </h3>
          <ul>
            {happened.map((item) => (
              <li key={item.id} className={styles.item}>
                <span className={styles.icon} data-tone={item.tone} aria-hidden="true">
                  {item.icon ?? <span className={styles.dot} />}
                </span>
                <div className={styles.words}>
                  <div className={styles.title}>{item.title}</div>
                  {item.body && <div className={styles.body}>{item.body}</div>}
                </div>
                <span className={styles.by}>
                  {item.actor && <span>{item.actor}</span>}
                  <time dateTime={item.at}>{clock.format(new Date(item.at))}</time>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {foot}
    </div>
  );
}
