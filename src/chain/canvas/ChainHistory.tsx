import { useMemo, useState } from 'react';
import { EmptyState } from '#ui/EmptyState.tsx';
import { dayWords } from '#ui/day-words.ts';
import { useText } from '#ui/lang.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { useSession, useToday } from '#ui/session.tsx';
import { type Day, addDays } from '#shared/day.ts';
import { differenceWords } from '#chain/map-difference.ts';
import { useSpeech } from '#chain/canvas/canvas-choices.tsx';
import type { ChainHistoryProps } from '#chain/canvas/canvas-props.ts';
import { type Moment, comparedMap, countsOf, mapOn, momentsOf } from '#chain/canvas/history-view.ts';
import { HistorySlider } from '#chain/canvas/HistorySlider.tsx';
import { MapDesk } from '#chain/canvas/MapDesk.tsx';
import { MapList } from '#chain/canvas/MapList.tsx';
import styles from '#chain/canvas/History.module.css';

const noSteps = {
  act: () => Promise.resolve(null),
  add: () => undefined,
  undo: () => undefined,
  redo: () => undefined,
  canUndo: false,
  canRedo: false,
};
const nothing = () => undefined;

/** The map as it was believed on any day, and what changed between two days; to be read only. */
export function ChainHistory({ account, deal, names, places, seesBeliefs, title, onOpen }: ChainHistoryProps) {
  const speech = useSpeech(seesBeliefs);
  const { m, lang, wording } = speech;
  const text = useText();
  const isPhone = useIsPhone();
  const today = useToday();
  const { timeZone } = useSession().user;
  const [day, setDay] = useState<Day>(today);
  const [other, setOther] = useState<Day | null>(null);
  const histories = useMemo(() => ({ account, deal }), [account, deal]);
  const moments = useMemo(() => momentsOf(histories, timeZone), [histories, timeZone]);
  const [early, late] = other !== null && other > day ? [day, other] : [other, day];
  const shown = useMemo(() => {
    const now = mapOn(histories, names, late, timeZone);
    if (early === null) return { map: now, marks: undefined, words: [] };
    const then = mapOn(histories, names, early, timeZone);
    return { ...comparedMap(then, now), words: differenceWords(then, now, wording) };
  }, [histories, names, early, late, timeZone, wording]);
  const board = useMemo(() => ({ map: shown.map, own: new Map(), under: new Map() }), [shown]);
  if (moments.length === 0) return <EmptyState title={m.history.none} />;

  const counts = shown.marks && countsOf(shown.marks);
  const head = (
    <div className={styles.head}>
      <HistorySlider m={m} label={m.history.at} moments={moments} today={today} day={day} onDay={setDay} />
      {other !== null && (
        <HistorySlider
          m={m}
          label={m.history.compareDate}
          moments={moments}
          today={today}
          day={other}
          onDay={setOther}
        />
      )}
      <label className={styles.compare}>
        <input
          type="checkbox"
          checked={other !== null}
          onChange={(event) => setOther(event.target.checked ? dayBefore(moments, day) : null)}
        />
        {m.history.compare}
        <span>{m.history.readOnly}</span>
      </label>
    </div>
  );
  const differences = early !== null && counts && (
    <section className={styles.differences} aria-label={m.history.differences(early, late)}>
      <h3>{m.history.differences(dayWords(early, today, lang), dayWords(late, today, lang))}</h3>
      <p>
        {shown.words.length === 0 ? m.history.same : m.history.counts(counts.added, counts.changed, counts.removed)}
      </p>
      <ul>
        {shown.words.map((words, i) => (
          // The same words may stand twice, for two people of one name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${i} ${words.zh}`}>{text(words)}</li>
        ))}
      </ul>
    </section>
  );
  const marks = shown.marks ? { marks: shown.marks } : {};
  if (isPhone) {
    return (
      <div className={styles.phone}>
        {head}
        {differences}
        <MapList map={shown.map} seesBeliefs={seesBeliefs} {...marks} onOpen={onOpen} />
      </div>
    );
  }
  return (
    <MapDesk
      title={title}
      board={board}
      steps={noSteps}
      places={places}
      seesBeliefs={seesBeliefs}
      canEdit={false}
      onPlaces={nothing}
      onOpen={onOpen}
      head={head}
      aside={differences || null}
      {...marks}
    />
  );
}

/** The eve of the last change before a day: comparing begins with what changed last. */
function dayBefore(moments: readonly Moment[], day: Day): Day {
  const last = moments.findLast((moment) => moment.day <= day) ?? moments[0]!;
  return last === moments[0] ? last.day : addDays(last.day, -1);
}
