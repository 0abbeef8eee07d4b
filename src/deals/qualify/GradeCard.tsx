import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Grade } from '#method/scales.ts';
import { grades } from '#method/scales.ts';
import { Chips } from '#ui/Chips.tsx';
import { dealGrades } from '#deals/deal.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { proposeGrade } from '#deals/qualify/grade-proposal.ts';
import { GradeTable } from '#deals/qualify/GradeTable.tsx';
import { qualifyMessages } from '#deals/qualify/qualify.messages.ts';
import { defaultEvaluation, gradingOf } from '#evaluation/evaluation.ts';
import { evaluationQuery } from '#evaluation/evaluation.queries.tsx';
import { dayWords } from '#ui/day-words.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#deals/qualify/Qualify.module.css';

/** A–D: proposed by expected close × likelihood; another grade wants a reason. */
export function GradeCard() {
  const m = useMessages(qualifyMessages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const [other, setOther] = useState<Grade>();
  const [reason, setReason] = useState('');
  const { view, commands, readOnly } = useDeal();
  const { deal } = view.page;
  const model = useQuery(evaluationQuery()).data?.model ?? defaultEvaluation;
  const proposal = proposeGrade(deal, view.today, gradingOf(model));
  const proposed = 'grade' in proposal ? proposal.grade : undefined;
  const keep = async (grade: Grade, why?: string) => {
    try {
      await commands.setGrade({ grade, ...(why && { reason: why }) });
      setOther(undefined);
      setReason('');
    } catch (error) {
      toast(wordsOf(error, failures), { tone: 'bad' });
    }
  };
  const choose = (grade: Grade) => {
    if (proposed && grade !== proposed) setOther(grade);
    else void keep(grade);
  };
  const separator = lang === 'zh' ? '、' : ', ';
  const because = deal.facts.values['deal.gradeReason'];
  const open = deal.state === 'open' && !readOnly;
  return (
    <SectionCard
      title={m.grade}
      note={deal.grade ? m.gradeIs(deal.grade) : m.ungraded}
      acts={
        <Link to="/effort" className={styles.link}>
          {m.whereTimeGoes}
        </Link>
      }
    >
      <GradeTable model={model} cell={'cell' in proposal ? proposal.cell : undefined} />
      <p className={styles.hint}>
        {'grade' in proposal
          ? m.proposal(dayWords(deal.closeOn!, view.today, lang), proposal.likelihood)
          : m.wanting(proposal.wanting.map((one) => m.wants[one]).join(separator))}
      </p>
      {open && (
        <Chips
          label={m.grade}
          value={other ?? deal.grade ?? undefined}
          chips={dealGrades.map((grade) => ({
            value: grade,
            label: grade === proposed ? m.proposed(grade) : grade,
            title: grades[grade][lang],
          }))}
          onChoose={choose}
        />
      )}
      {other && proposed && (
        <form
          className={styles.why}
          onSubmit={(event) => {
            event.preventDefault();
            void keep(other, reason.trim());
          }}
        >
          <label htmlFor="grade-reason">{m.otherGrade(other, proposed)}</label>
          <Input.TextArea
            id="grade-reason"
            rows={2}
            maxLength={500}
            placeholder={m.otherHint}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <span>
            <Button onClick={() => setOther(undefined)}>{m.cancel}</Button>
            <Button type="primary" htmlType="submit" disabled={!reason.trim()}>
              {m.save}
            </Button>
          </span>
        </form>
      )}
      {because && !other && <p className={styles.hint}>{m.because(because)}</p>}
    </SectionCard>
  );
}
