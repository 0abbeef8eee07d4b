import { coachScore } from '#chain/coach.ts';
import { personsOf } from '#chain/chain-map.ts';
import { InsiderLadder } from '#chain/page/InsiderLadder.tsx';
import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { PeopleLinks } from '#chain/page/PeopleLinks.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#chain/page/Analysis.module.css';

/** Coaches, shown and claimed, and the ladder of insiders. */
export function CoachesCard() {
  const m = useMessages(analysisMessages);
  const words = useMessages(personMessages);
  const { scene } = useChain();
  const coaches = personsOf(scene.map)
    .map((person) => ({ person, ...coachScore(person, scene.data.signs) }))
    .filter(({ verdict }) => verdict !== 'none')
    .toSorted((a, b) => b.score - a.score);
  return (
    <SectionCard title={m.ladderTitle}>
      {coaches.length === 0 && <p className={styles.quiet}>{m.coachNone}</p>}
      <ul className={styles.rows}>
        {coaches.map(({ person, score, occasions, verdict }) => (
          <li key={person.id}>
            <span className={styles.head}>
              <PeopleLinks ids={[person.id]} />
              <span className={styles.quiet}>{m.coachScore(score, occasions)}</span>
            </span>
            <span className={styles.quiet}>{words.verdicts[verdict]}</span>
          </li>
        ))}
      </ul>
      <InsiderLadder />
    </SectionCard>
  );
}
