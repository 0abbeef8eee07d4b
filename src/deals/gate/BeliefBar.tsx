import type { CheckJudgement } from '#method/check.ts';
import { lines } from '#method/belief.ts';
import { useMessages } from '#ui/lang.tsx';
import { beliefWords } from '#deals/gate/belief-words.ts';
import { percentReached } from '#ui/percent.ts';
import { gateMessages } from '#deals/gate/gate.messages.ts';
import styles from '#deals/gate/Belief.module.css';

/** Support against the line it has to reach, refutation beneath; the words beside it say the same. */
export function BeliefBar({ judgement, words = true }: { judgement: CheckJudgement; words?: boolean }) {
  const m = useMessages(gateMessages);
  const { support, refutation } = judgement.belief;
  const said = beliefWords(judgement, m.belief);
  return (
    <span className={styles.belief}>
      <span className={styles.bar} aria-hidden="true" title={said}>
        <i className={styles.support} style={{ width: `${percentReached(support)}%` }} />
        <i className={styles.refutation} style={{ width: `${percentReached(refutation)}%` }} />
        <i className={styles.line} style={{ left: `${lines.met * 100}%` }} />
      </span>
      {words ? <span className={styles.words}>{said}</span> : <span className={styles.unseen}>{said}</span>}
    </span>
  );
}
