import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { modelOf, ratedScore } from '#method/scorecard-facts.ts';
import { scorecardQuestions } from '#method/scorecard-questions.ts';
import { scoreDeal } from '#method/scorecard.ts';
import { EvaluationForm } from '#deals/facts/EvaluationForm.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { ParkDialog } from '#deals/page/ParkDialog.tsx';
import { qualifyMessages } from '#deals/qualify/qualify.messages.ts';
import { scorecardOf } from '#evaluation/evaluation.ts';
import { evaluationQuery } from '#evaluation/evaluation.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#deals/qualify/Qualify.module.css';

/** 项目评估: the score, what follows from it, and the questions that nobody can answer yet. */
export function EvaluationCard() {
  const m = useMessages(qualifyMessages);
  const lang = useLang();
  const [parking, setParking] = useState(false);
  const { view, readOnly } = useDeal();
  const { deal } = view.page;
  const held = useQuery(evaluationQuery()).data;
  const score = ratedScore(deal.facts) ?? scoreDeal({}, held ? scorecardOf(held.model) : modelOf(deal.facts));
  const { verdict } = score;
  return (
    <SectionCard title={m.sheet}>
      <EvaluationForm />
      {(verdict === 'lower' || verdict === 'drop') && (
        <div className={styles.verdict} data-tone="warn">
          <span>{m.below[verdict]}</span>
          {deal.state === 'open' && !readOnly && <Button onClick={() => setParking(true)}>{m.park}</Button>}
        </div>
      )}
      {score.unknown.length > 0 && (
        <>
          <h3 className={styles.heading}>{m.questions}</h3>
          <ul className={styles.questions}>
            {score.unknown.map(({ id, name }) => (
              <li key={id}>
                <b>{name[lang]}</b> {scorecardQuestions[id as keyof typeof scorecardQuestions][lang]}
              </li>
            ))}
          </ul>
        </>
      )}
      {parking && <ParkDialog onClose={() => setParking(false)} />}
    </SectionCard>
  );
}
