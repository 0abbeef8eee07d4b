import { blankingWords } from '#compliance/personal-facts/fact-events.ts';
import { keptKinds } from '#compliance/personal-facts/fact-kind.ts';
import type { PersonalFact } from '#compliance/personal-facts/personal-fact.ts';
import { personalFactMessages } from '#compliance/personal-facts/personal-facts.messages.ts';
import styles from '#compliance/personal-facts/PersonalFacts.module.css';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';

/** That there was something, when it went and why; folded away. */
export function BlankedFacts({ facts }: { facts: readonly PersonalFact[] }) {
  const m = useMessages(personalFactMessages);
  const lang = useLang();
  return (
    <details className={styles.more}>
      <summary>{m.earlier(facts.length)}</summary>
      <ul>
        {facts.map((fact) => (
          <li key={fact.id} className={styles.ground}>
            <span>{keptKinds[fact.kind][lang]}</span>
            <span>{fact.blankedWhy && m.blankedOn(blankingWords[fact.blankedWhy][lang])}</span>
            {fact.blankedAt && <DayText day={fact.blankedAt.slice(0, 10)} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
