import { finalSayOf } from '#chain/chain-map.ts';
import { contactWords } from '#chain/chain-scales.ts';
import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { PeopleLinks } from '#chain/page/PeopleLinks.tsx';
import { Ways } from '#chain/page/Ways.tsx';
import { reachOf } from '#chain/path-finder.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { percentText } from '#ui/percent.ts';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#chain/page/Analysis.module.css';

/** Who has the last word, whether we have met them, and else the surest way. */
export function FinalSayCard() {
  const m = useMessages(analysisMessages);
  const lang = useLang();
  const { scene } = useChain();
  const last = finalSayOf(scene.map);
  return (
    <SectionCard title={m.finalSayTitle}>
      {last.length === 0 && <p className={styles.missing}>{m.finalSayUnknown}</p>}
      <ul className={styles.rows}>
        {last.map(({ id, contact }) => (
          <li key={id}>
            <span className={styles.head}>
              <PeopleLinks ids={[id]} />
              <span className={styles.quiet}>
                {contact ? m.metAlready(contactWords[contact][lang]) : m.reachNow(percentText(reachOf(scene.map, id)))}
              </span>
            </span>
            {!contact && <Ways to={id} many={1} />}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
