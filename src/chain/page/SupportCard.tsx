import { useState } from 'react';
import { stanceWords } from '#chain/chain-scales.ts';
import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { stanceShares } from '#chain/page/chain-scene.ts';
import { PeopleLinks } from '#chain/page/PeopleLinks.tsx';
import { StanceText, useWording } from '#chain/page/wording.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { percentText } from '#ui/percent.ts';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#chain/page/Analysis.module.css';

/** For and against by influence: mark, word and share, never colour alone. */
export function SupportCard() {
  const m = useMessages(analysisMessages);
  const lang = useLang();
  const wording = useWording();
  const { scene } = useChain();
  const [chosen, setChosen] = useState<number | null>();
  const shares = stanceShares(scene.map).filter(({ weight }) => weight > 0);
  const all = shares.reduce((sum, { weight }) => sum + weight, 0);
  const word = (stance: (typeof shares)[number]['stance']) =>
    stance === null ? m.unknownStance : stanceWords(stance, wording)[lang];
  return (
    <SectionCard title={m.supportTitle}>
      <div className={styles.split} role="group" aria-label={m.supportTitle}>
        {shares.map(({ stance, weight, people }) => (
          <button
            key={String(stance)}
            type="button"
            data-stance={String(stance)}
            style={{ flexGrow: weight, flexBasis: 0 }}
            aria-pressed={chosen === stance}
            aria-label={m.shareOf(word(stance), percentText(weight / all), people.length)}
            onClick={() => setChosen(chosen === stance ? undefined : stance)}
          >
            {stance === null ? '?' : <StanceText stance={stance} bare />}
          </button>
        ))}
      </div>
      <ul className={styles.legend}>
        {shares.map(({ stance, weight, people }) => (
          <li key={String(stance)}>
            {stance === null ? <span>? {m.unknownStance}</span> : <StanceText stance={stance} />}
            <b>{percentText(weight / all)}</b>
            <span className={styles.quiet}>({people.length})</span>
          </li>
        ))}
      </ul>
      <div className={styles.chosen}>
        {chosen === undefined ? (
          <span className={styles.quiet}>{m.supportHint}</span>
        ) : (
          <PeopleLinks ids={(shares.find(({ stance }) => stance === chosen)?.people ?? []).map(({ id }) => id)} />
        )}
      </div>
    </SectionCard>
  );
}
