import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { type Day, addDays, daysBetween } from '#shared/day.ts';
import { DayPicker } from '#ui/DayPicker.tsx';
import { fullDayWords } from '#ui/day-words.ts';
import { spoken, useLang } from '#ui/lang.tsx';
import type { CanvasWords } from '#chain/canvas/canvas.messages.ts';
import type { Moment } from '#chain/canvas/history-view.ts';
import { Tool } from '#chain/canvas/Toolbar.tsx';
import styles from '#chain/canvas/History.module.css';

type Props = {
  m: CanvasWords;
  /** What it chooses: the day of the map, or the day to compare with. */
  label: string;
  moments: readonly Moment[];
  today: Day;
  day: Day;
  onDay: (day: Day) => void;
};

/** A day between the first change and today: along a line with a tick at each change, change by change, or as a date. */
export function HistorySlider({ m, label, moments, today, day, onDay }: Props) {
  const lang = useLang();
  const first = moments[0]?.day ?? today;
  const days = Math.max(1, daysBetween(first, today));
  const most = Math.max(1, ...moments.map(({ changes }) => changes));
  const before = moments.findLast((moment) => moment.day < day);
  const after = moments.find((moment) => moment.day > day);
  return (
    <div className={styles.slider}>
      <span className={styles.label}>{label}</span>
      <Tool
        label={m.history.previous}
        icon={<LeftOutlined />}
        disabled={!before}
        run={() => before && onDay(before.day)}
      />
      <div className={styles.track}>
        <svg viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
          {moments.map((moment) => (
            <rect
              key={moment.day}
              x={(daysBetween(first, moment.day) / days) * 1000 - 1.5}
              y={20 - 6 - (14 * moment.changes) / most}
              width="3"
              height={6 + (14 * moment.changes) / most}
              data-past={moment.day <= day}
            />
          ))}
        </svg>
        <input
          type="range"
          min={0}
          max={days}
          value={daysBetween(first, day)}
          aria-label={spoken(label, m.history.slider)}
          aria-valuetext={fullDayWords(day, lang)}
          onChange={(event) => onDay(addDays(first, Number(event.target.value)))}
        />
      </div>
      <Tool label={m.history.next} icon={<RightOutlined />} disabled={!after} run={() => after && onDay(after.day)} />
      <div className={styles.date}>
        <DayPicker
          aria-label={spoken(label, m.history.date)}
          value={day}
          min={first}
          max={today}
          onChange={(next) => onDay(next ?? today)}
        />
      </div>
    </div>
  );
}
