import type { EntryRate } from '#funnel/funnel.ts';
import { CountLink } from '#funnel/Figures.tsx';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import type { Opened } from '#funnel/opened.tsx';
import { useMessages } from '#ui/lang.tsx';
import { percentText } from '#ui/percent.ts';
import styles from '#funnel/Funnel.module.css';

type Props = { entries: readonly EntryRate[]; asked: object };

/** The share won by the time at which we came in, with the interval that so few or many deals allow. */
export function EntryRates({ entries, asked }: Props) {
  const m = useMessages(funnelMessages);
  const shown = entries.filter(
    ({ period, won, lost }) => period === 'guiding' || period === 'competing' || won + lost > 0,
  );
  return (
    <>
      <ul className={styles.entries}>
        {shown.map(({ period, won, lost, interval }) => {
          const n = won + lost;
          const title = m.periods[period];
          const opens = (set: 'entryWon' | 'entryLost', what: string) =>
            ({ of: 'deals', title: `${title} · ${what}`, asked: { ...asked, set, period } }) as Opened;
          return (
            <li key={period}>
              <div className={styles.entryHead}>
                <strong>{title}</strong>
                <span>{n === 0 ? m.none : m.winRate(percentText(won / n), n)}</span>
              </div>
              <div className={styles.range} aria-hidden="true">
                {interval && <i style={{ left: `${interval.low * 100}%`, right: `${(1 - interval.high) * 100}%` }} />}
                {n > 0 && <b style={{ left: `${(100 * won) / n}%` }} />}
              </div>
              <div className={styles.entryFacts}>
                <span>
                  {m.columns.won} <CountLink count={won} opens={opens('entryWon', m.columns.won)} />
                </span>
                <span>
                  {m.columns.lost} <CountLink count={lost} opens={opens('entryLost', m.columns.lost)} />
                </span>
                {interval && <span>{m.interval(percentText(interval.low), percentText(interval.high))}</span>}
              </div>
            </li>
          );
        })}
      </ul>
      <p className={styles.note}>{m.entryNote}</p>
    </>
  );
}
