import { personsOf } from '#chain/chain-map.ts';
import { type InsiderGrade, coachScore, insiderGrade, insiderGrades, nextInsider } from '#chain/coach.ts';
import { PeopleLinks } from '#chain/page/PeopleLinks.tsx';
import { useChain } from '#chain/page/chain-context.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#chain/page/PersonSheet.module.css';

const steps: readonly InsiderGrade[] = ['low', 'mid', 'high'];

/** Which insiders we have on each level, shown or growing, and which to win next with their help. */
export function InsiderLadder() {
  const m = useMessages(personMessages);
  const lang = useLang();
  const { scene } = useChain();
  const guides = personsOf(scene.map).filter((person) => coachScore(person, scene.data.signs).shown);
  const held = guides.flatMap((person) => insiderGrade(person) ?? []);
  const next = nextInsider(held);
  return (
    <section className={styles.section}>
      <h3>{m.ladder}</h3>
      <ol className={styles.ladder}>
        {steps.map((grade) => {
          const people = guides.filter((person) => insiderGrade(person) === grade);
          return (
            <li key={grade} data-held={people.length > 0 || undefined} data-next={next === grade || undefined}>
              <strong>{insiderGrades[grade][lang]}</strong>
              {people.length > 0 ? (
                <PeopleLinks ids={people.map(({ id }) => id)} />
              ) : (
                <span className={styles.quiet}>{next === grade ? m.winNext : m.nobody}</span>
              )}
            </li>
          );
        })}
      </ol>
      {next && guides.length > 0 && <p className={styles.quiet}>{m.nextInsider(insiderGrades[next][lang])}</p>}
    </section>
  );
}
