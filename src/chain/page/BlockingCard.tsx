import { blockingSets, opponentsBlock } from '#chain/blocking-sets.ts';
import { votersOf } from '#chain/move-cost.ts';
import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { PeopleLinks } from '#chain/page/PeopleLinks.tsx';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#chain/page/Analysis.module.css';

const SHOWN = 8;

/** Groups that can keep a majority from being formed, the smallest first. */
export function BlockingCard() {
  const m = useMessages(analysisMessages);
  const { scene } = useChain();
  const voters = votersOf(scene.map);
  const sets = blockingSets(voters, SHOWN);
  return (
    <SectionCard title={m.blockingTitle}>
      <p className={styles.quiet}>{voters.length > 0 ? m.blockingHint : m.blockingNone}</p>
      {opponentsBlock(voters) && <p className={styles.missing}>{m.opponentsBlock}</p>}
      <ul className={styles.rows}>
        {sets.map(({ ids, weight }) => (
          <li key={ids.join(' ')}>
            <span className={styles.head}>
              <PeopleLinks ids={ids} />
              <span className={styles.quiet}>{m.weight(weight)}</span>
            </span>
          </li>
        ))}
      </ul>
      {sets.length === SHOWN && <p className={styles.quiet}>{m.blockingMore(SHOWN)}</p>}
    </SectionCard>
  );
}
