import { personLevels } from '#method/scales.ts';
import { coverageOf } from '#chain/coverage.ts';
import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { ChainTask } from '#chain/page/ChainTask.tsx';
import { PeopleLinks } from '#chain/page/PeopleLinks.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { percentText } from '#ui/percent.ts';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#chain/page/Analysis.module.css';

/** Who of us holds whom of them, and whether level meets level. */
export function CoverageCard() {
  const m = useMessages(analysisMessages);
  const lang = useLang();
  const { scene } = useChain();
  const { people, covered, doubled, parity, holes } = coverageOf(scene.map);
  const hasOurs = scene.map.nodes.some(({ kind }) => kind === 'ours');
  return (
    <SectionCard title={m.coverageTitle}>
      {!hasOurs && <p className={styles.quiet}>{m.noOurs}</p>}
      {hasOurs && (
        <>
          <p className={styles.facts}>
            <span>{m.covered(percentText(covered))}</span>
            <span>{m.doubled(percentText(doubled))}</span>
            {parity !== null && <span>{m.parity(percentText(parity))}</span>}
          </p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{m.theirs}</th>
                <th scope="col">{m.ours}</th>
                <th scope="col">{m.level}</th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ personId, ours, levelGap }) => {
                const person = scene.nodes.get(personId);
                const level = person && 'level' in person ? person.level : undefined;
                const hole = holes.find((one) => one.personId === personId);
                return (
                  <tr key={personId}>
                    <td>
                      <PeopleLinks ids={[personId]} />
                      {level && <div className={styles.quiet}>{personLevels[level][lang]}</div>}
                    </td>
                    <td>
                      {ours.length > 0 ? (
                        <PeopleLinks ids={ours} />
                      ) : (
                        <span className={styles.gap}>{m.nobodyOfUs}</span>
                      )}
                      {hole && (
                        <div>
                          <ChainTask title={hole.act[lang]} />
                        </div>
                      )}
                    </td>
                    <td>
                      {levelGap === null ? (
                        <span className={styles.quiet}>{ours.length > 0 ? m.levelUnknown : '—'}</span>
                      ) : levelGap === 0 ? (
                        m.match
                      ) : (
                        <span className={styles.gap}>{m.gap(levelGap)}</span>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
    </SectionCard>
  );
}
