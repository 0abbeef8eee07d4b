import { useMemo } from 'react';
import { cheapestMajority } from '#chain/majority.ts';
import { sidesOf, votersOf } from '#chain/move-cost.ts';
import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { ChainTask } from '#chain/page/ChainTask.tsx';
import { PeopleLinks } from '#chain/page/PeopleLinks.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#chain/page/Analysis.module.css';

/** Whom to win, in which order, so that supporters outweigh the rest at the least effort. */
export function MovesCard() {
  const m = useMessages(analysisMessages);
  const lang = useLang();
  const { scene } = useChain();
  const voters = useMemo(() => votersOf(scene.map), [scene.map]);
  const plan = useMemo(() => cheapestMajority(voters, sidesOf(scene.map)), [voters, scene.map]);
  const supporters = voters.filter(({ stance }) => stance >= 1).map(({ id }) => id);
  return (
    <SectionCard title={m.movesTitle}>
      {voters.length === 0 ? (
        <p className={styles.missing}>{m.movesNoVoters}</p>
      ) : (
        <>
          <p className={styles.head}>
            <span>{m.movesNow(String(plan.support), String(plan.total))}</span>
            {supporters.length > 0 && <PeopleLinks ids={supporters} />}
          </p>
          {plan.reached && plan.moves.length === 0 && <p>{m.movesThere}</p>}
          {!plan.reached && <p className={styles.missing}>{m.movesNone}</p>}
          <ol className={styles.steps}>
            {plan.moves.map(({ id, effort, words }) => (
              <li key={id}>
                <span>{words[lang]}</span>
                <PeopleLinks ids={[id]} />
                <span className={styles.head}>
                  <span className={styles.quiet}>{m.effort(effort.toFixed(1))}</span>
                  <ChainTask title={words[lang]} />
                </span>
              </li>
            ))}
          </ol>
          {plan.moves.length > 0 && (
            <p className={styles.quiet}>
              {m.effort(plan.effort.toFixed(1))} · {plan.exact ? m.movesHint : m.notExact}
            </p>
          )}
        </>
      )}
    </SectionCard>
  );
}
