import { adviserMessages } from '#adviser/adviser.messages.ts';
import styles from '#adviser/Matrix.module.css';
import type { Text } from '#shared/messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';

export type Place = { x: number; y: number };
/** The quadrants in reading order: top left, top right, bottom left, bottom right. */
type Props<K extends string> = {
  title: string;
  axes: { x: string; y: string };
  quadrants: readonly [K, K, K, K];
  words: { readonly [key in K]: Text };
  notes: { readonly [key in K]: string };
  place: Partial<Place>;
  onPlace: (place: Place) => void;
};

const centre: readonly Place[] = [
  { x: 25, y: 75 },
  { x: 75, y: 75 },
  { x: 25, y: 25 },
  { x: 75, y: 25 },
];

/** A chart of two axes 0–100. A tap sets the place where it falls; the keyboard sets the middle of a quadrant. */
export function Matrix<K extends string>({ title, axes, quadrants, words, notes, place, onPlace }: Props<K>) {
  const m = useMessages(adviserMessages);
  const lang = useLang();
  const { x, y } = place;
  const known = x !== undefined && y !== undefined;
  const taken = known ? (y >= 50 ? 0 : 2) + (x >= 50 ? 1 : 0) : -1;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.y}>
        {axes.y}
        <span>↑</span>
      </figcaption>
      <div className={styles.chart} role="group" aria-label={title}>
        {quadrants.map((key, at) => (
          <button
            key={key}
            type="button"
            aria-pressed={taken === at}
            onClick={(event) => {
              if (event.detail === 0) return onPlace(centre[at]!);
              const box = event.currentTarget.parentElement!.getBoundingClientRect();
              return onPlace(
                within(at, {
                  x: share(event.clientX - box.left, box.width),
                  y: share(box.bottom - event.clientY, box.height),
                }),
              );
            }}
          >
            <b>{words[key][lang]}</b>
            <small>{notes[key]}</small>
          </button>
        ))}
        {known && <i className={styles.dot} style={{ left: `${x}%`, bottom: `${y}%` }} aria-hidden="true" />}
      </div>
      <div className={styles.x} aria-hidden="true">
        <small>{m.low}</small>
        <span>{axes.x} →</span>
        <small>{m.high}</small>
      </div>
    </figure>
  );
}

function share(value: number, whole: number): number {
  return Math.min(100, Math.max(0, Math.round((100 * value) / whole)));
}

/** On the line between two quadrants the tapped one counts. */
function within(at: number, { x, y }: Place): Place {
  const right = at % 2 === 1;
  const top = at < 2;
  return {
    x: right ? Math.max(50, x) : Math.min(49, x),
    y: top ? Math.max(50, y) : Math.min(49, y),
  };
}
