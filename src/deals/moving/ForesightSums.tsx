import type { Foresight } from '#deals/moving/foresight.ts';
import { movingMessages } from '#deals/moving/moving.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { StatRow, StatTile } from '#ui/StatTile.tsx';
import styles from '#deals/moving/Foresight.module.css';

/** The sums on top: how many, how far they would fall, and what makes them. */
export function ForesightSums({ foresight }: { foresight: Foresight }) {
  const m = useMessages(movingMessages);
  const lang = useLang();
  const { deals, lower, restaged, opens, shuts, aside, buyerLost, names } = foresight;
  const fallen = lower.reduce((sum, group) => sum + group.deals, 0);
  return (
    <>
      <StatRow>
        <StatTile label={m.judged} value={deals} note={m.judgedNote} />
        <StatTile label={m.lowerTile} value={fallen} note={m.lowerNote} tone={fallen > 0 ? 'bad' : undefined} />
        {restaged > 0 && <StatTile label={m.restaged} value={restaged} note={m.restagedNote} tone="warn" />}
        <StatTile label={m.opens} value={opens} />
        <StatTile label={m.shuts} value={shuts} />
        {aside > 0 && <StatTile label={m.asideTile} value={aside} note={m.asideNote} />}
        {buyerLost > 0 && <StatTile label={m.buyerLost} value={buyerLost} note={m.buyerLostNote} tone="warn" />}
      </StatRow>
      {lower.length === 0 && deals > 0 && <p className={styles.calm}>{m.nothingLower}</p>}
      {lower.length > 0 && (
        <ul className={styles.groups}>
          {lower.map((group) => (
            <li key={group.steps} className={styles.group}>
              <h3>{m.lower(group.deals, group.steps)}</h3>
              <p className={styles.because}>{m.because}</p>
              <ul className={styles.causes}>
                {group.causes.map(({ key, stage, words, deals: many }) => (
                  <li key={key}>
                    <span>
                      {words[lang]} <small>{names[`stage:${stage}`]?.[lang]}</small>
                    </span>
                    <b>{m.causeDeals(many)}</b>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
