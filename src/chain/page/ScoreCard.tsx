import { chainScore, scorePartNames } from '#chain/chain-score.ts';
import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { PeopleLinks } from '#chain/page/PeopleLinks.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { percentText } from '#ui/percent.ts';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#chain/page/Analysis.module.css';

/** How good the chain is, in six parts, each with its reason and its people. */
export function ScoreCard({ answered }: { answered: ReadonlySet<string> }) {
  const m = useMessages(analysisMessages);
  const lang = useLang();
  const { scene } = useChain();
  const { total, parts } = chainScore(scene.map, answered);
  return (
    <SectionCard title={m.scoreTitle}>
      <p className={styles.score}>
        <strong>{Math.round(total * 100)}</strong>
        <span className={styles.quiet}>{m.scoreOf}</span>
      </p>
      <ul className={styles.parts}>
        {parts.map(({ part, value, weight, reason, people }) => (
          <li key={part}>
            <span className={styles.head}>
              <span>
                <span className={styles.word}>{scorePartNames[part][lang]}</span>{' '}
                <small className={styles.quiet}>{m.weighs(percentText(weight))}</small>
              </span>
              <b>{value === null ? m.notApplying : Math.round(value * 100)}</b>
            </span>
            {value !== null && (
              <span className={styles.bar} aria-hidden="true">
                <span style={{ width: percentText(value) }} />
              </span>
            )}
            <span className={styles.quiet}>{reason[lang]}</span>
            {people.length > 0 && <PeopleLinks ids={people} />}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
