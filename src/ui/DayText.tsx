import { dayOf, daysBetween, type Day, type Instant } from '#shared/day.ts';
import { dayWords, distanceWords, fullDayWords } from '#ui/day-words.ts';
import { localeOf, useLang } from '#ui/lang.tsx';
import { useSession, useToday } from '#ui/session.tsx';
import styles from '#ui/Text.module.css';

type Props = {
  day: Day | null | undefined;
  /** Say how far away it is: 3 天后. */
  relative?: boolean;
  /** Something falls due on it: past is overdue and red, the next three days are amber. */
  due?: boolean;
};

/** A calendar day; the whole date with its weekday on hover. */
export function DayText({ day, relative, due = false }: Props) {
  const lang = useLang();
  const today = useToday();
  if (!day) return <span className={styles.none}>—</span>;
  const away = daysBetween(today, day);
  const tone = !due || away > 3 ? undefined : away < 0 ? 'late' : 'soon';
  const words = (relative || due) && distanceWords(day, today, lang, due);
  return (
    <time dateTime={day} title={fullDayWords(day, lang)} className={styles.day} data-tone={tone}>
      {words || dayWords(day, today, lang)}
    </time>
  );
}

/** An instant at this person's desk: 3月8日 14:05; of another year its day: 2025年3月8日. */
export function InstantText({ at }: { at: Instant | null | undefined }) {
  const lang = useLang();
  const { timeZone } = useSession().user;
  const today = useToday();
  if (!at) return <span className={styles.none}>—</span>;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(lang), { timeZone, ...options }).format(new Date(at));
  return (
    <time dateTime={at} title={format({ dateStyle: 'full', timeStyle: 'medium' })} className={styles.day}>
      {dayOf(at, timeZone).slice(0, 4) === today.slice(0, 4)
        ? format({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false })
        : format({ year: 'numeric', month: 'short', day: 'numeric' })}
    </time>
  );
}
