import { useState } from 'react';
import type { PersonNode } from '#chain/chain-map.ts';
import { type CoachSignal, coachBar, coachScore, coachSignals, insiderGrade, insiderGrades } from '#chain/coach.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { ChainTask } from '#chain/page/ChainTask.tsx';
import { InsiderLadder } from '#chain/page/InsiderLadder.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { SignPad } from '#chain/page/SignPad.tsx';
import { Tellings } from '#chain/page/Tellings.tsx';
import { DayText } from '#ui/DayText.tsx';
import { EvidenceMark } from '#ui/EvidenceMark.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import attribute from '#chain/page/Attribute.module.css';
import styles from '#chain/page/PersonSheet.module.css';

/** Is this person a guide? What was seen, on what ground, and what could be tried; never what is merely claimed. */
export function CoachTest({ node }: { node: PersonNode }) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const { scene, deal, readOnly } = useChain();
  const [adding, setAdding] = useState<CoachSignal>();
  const { score, occasions, verdict, signals } = coachScore(node, scene.data.signs);
  const turned = verdict === 'turned';
  const grade = insiderGrade(node);
  const maySign = !readOnly && deal !== null && deal.view.page.may.evidence;
  const statement = (id: string) => {
    const record = deal?.view.page.evidence.find((one) => one.record.id === id)?.record;
    return record?.kind === 'evidence' ? record.statement : undefined;
  };
  return (
    <div>
      <div className={styles.verdict} data-verdict={verdict}>
        <strong>{m.verdicts[verdict]}</strong>
        <span>
          {turned ? m.sinceTurn(score) : m.coachCount(score, occasions, coachBar.signals, coachBar.occasions)}
        </span>
        {grade && verdict !== 'none' && !turned && <span>{insiderGrades[grade][lang]}</span>}
      </div>
      <section className={styles.section}>
        <h3>{m.signalsTitle}</h3>
        <ul className={styles.signals}>
          {signals.map(({ signal, evidence, test }) => {
            const seen = scene.data.signs.filter((sign) => sign.personId === node.id && sign.signal === signal);
            const [state, word] =
              evidence.length > 0
                ? (['met', 'yes'] as const)
                : seen.length > 0
                  ? (['stale', 'before'] as const)
                  : (['unknown', 'no'] as const);
            return (
              <li key={signal} className={styles.signal}>
                <EvidenceMark state={state} bare label={m.seen[word]} />
                <div>
                  <span>{coachSignals[signal][lang]}</span>
                  {seen.map(({ on, occasion, evidenceId, beforeTurn }) => (
                    <span key={`${evidenceId} ${on}`} className={styles.quiet}>
                      <DayText day={on} />{' '}
                      {[beforeTurn && m.seen.before, occasion, statement(evidenceId)].filter(Boolean).join(' · ')}
                    </span>
                  ))}
                  {test && !turned && <span className={styles.quiet}>{m.tryThis(test[lang])}</span>}
                  {test && !turned && <ChainTask title={m.tryTask(node.name, test[lang])} />}
                </div>
                {maySign && (
                  <button
                    type="button"
                    className={attribute.link}
                    aria-expanded={adding === signal}
                    onClick={() => setAdding(adding === signal ? undefined : signal)}
                  >
                    {m.saw}
                  </button>
                )}
                {adding === signal && deal && (
                  <div className={styles.wide}>
                    <SignPad node={node} signal={signal} deal={deal} onClose={() => setAdding(undefined)} />
                  </div>
                )}
              </li>
            );
          })}
        </ul>
        {!deal && <p className={styles.quiet}>{m.signsInDeals}</p>}
      </section>
      <InsiderLadder />
      <Tellings node={node} />
    </div>
  );
}
