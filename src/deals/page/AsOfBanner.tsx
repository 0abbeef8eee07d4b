import { HistoryOutlined } from '@ant-design/icons';
import type { Day } from '#shared/day.ts';
import { pageMessages } from '#deals/page/page.messages.ts';
import { dayWords } from '#ui/day-words.ts';
import { DayPicker } from '#ui/DayPicker.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useToday } from '#ui/session.tsx';
import styles from '#deals/page/AsOfBanner.module.css';

type Props = { day: Day; latest: Day; onDay: (day: Day | undefined) => void };

/** Says aloud that this is the past, and lets one walk through it. */
export function AsOfBanner({ day, latest, onDay }: Props) {
  const m = useMessages(pageMessages);
  const lang = useLang();
  const today = useToday();
  return (
    <div role="status" className={styles.banner}>
      <HistoryOutlined aria-hidden="true" />
      <span className={styles.words}>{m.asOfBanner(dayWords(day, today, lang))}</span>
      <span className={styles.day}>
        <DayPicker aria-label={m.asOf} value={day} max={latest} onChange={(next) => onDay(next ?? undefined)} />
      </span>
      <button type="button" className={styles.now} onClick={() => onDay(undefined)}>
        {m.backToNow}
      </button>
    </div>
  );
}
