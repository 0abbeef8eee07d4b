import { stalenessOf } from '#chain/staleness.ts';
import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { calledIn } from '#chain/page/chain-scene.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { ChainTask } from '#chain/page/ChainTask.tsx';
import { PeopleLinks } from '#chain/page/PeopleLinks.tsx';
import { StillSo } from '#chain/page/StillSo.tsx';
import { useMessages } from '#ui/lang.tsx';
import { percentText } from '#ui/percent.ts';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#chain/page/Analysis.module.css';

/** What nobody has confirmed for long, the oldest first: to be asked at the next contact. */
export function StaleCard() {
  const m = useMessages(analysisMessages);
  const { scene, today } = useChain();
  const { people, staleShare } = stalenessOf(scene.map, scene.data.confirmations, today);
  const old = people.filter(({ stale }) => stale);
  return (
    <SectionCard title={m.staleTitle} note={old.length || undefined}>
      <p className={styles.quiet}>{old.length > 0 ? m.staleShare(percentText(staleShare)) : m.fresh}</p>
      <ul className={styles.rows}>
        {old.map(({ personId, age }) => (
          <li key={personId}>
            <span className={styles.head}>
              <PeopleLinks ids={[personId]} />
              <span className={styles.quiet}>{age === null ? m.never : m.daysAgo(age)}</span>
            </span>
            <span className={styles.head}>
              <ChainTask title={m.toAsk(calledIn(scene, personId))} />
              <StillSo id={personId} />
            </span>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
