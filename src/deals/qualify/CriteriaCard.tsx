import { Button } from 'antd';
import { DownOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { judgeCheck } from '#method/check.ts';
import { nextActFor } from '#method/next-act.ts';
import { parkingAdvice, type ParkingAdvice } from '#method/parking.ts';
import { CheckBody } from '#deals/gate/CheckBody.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { evidenceOn } from '#deals/page/deal-optimistic.ts';
import { ParkDialog } from '#deals/page/ParkDialog.tsx';
import { AnswerMark } from '#deals/qualify/AnswerMark.tsx';
import { qualifyMessages } from '#deals/qualify/qualify.messages.ts';
import { WakeActs } from '#deals/qualify/WakeActs.tsx';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#deals/qualify/Qualify.module.css';

/** 资格评估: the method's criteria with yes, no or unknown and what each rests on; all yes is an opportunity. */
export function CriteriaCard() {
  const m = useMessages(qualifyMessages);
  const { view } = useDeal();
  const advice = parkingAdvice(view.compiled, view.situation);
  const yes = advice?.answers.filter(({ answer }) => answer === 'yes').length ?? 0;
  return (
    <SectionCard title={m.criteria} note={advice && m.criteriaNote(yes, advice.answers.length)}>
      <Verdict advice={advice} />
      <ul className={styles.criteria}>
        {advice?.answers.map(({ check, answer }) => (
          <Criterion key={check} id={check} answer={answer} />
        ))}
      </ul>
    </SectionCard>
  );
}

function Verdict({ advice }: { advice: ParkingAdvice | undefined }) {
  const m = useMessages(qualifyMessages);
  const [parking, setParking] = useState(false);
  const { view, readOnly } = useDeal();
  const { deal } = view.page;
  if (deal.state === 'parked') {
    return (
      <div className={styles.verdict} data-tone="calm">
        <span>
          {m.parkedUntil} <DayText day={deal.revisitOn} due />
        </span>
        {!readOnly && <WakeActs deal={deal} />}
      </div>
    );
  }
  if (!advice) return <p className={styles.hint}>{m.noCriteria}</p>;
  const unknown = advice.answers.filter(({ answer }) => answer === 'unknown').length;
  const words = advice.verdict === 'findOut' ? m.verdicts.findOut(unknown) : m.verdicts[advice.verdict];
  const tone = { opportunity: 'good', keepContact: 'warn', findOut: 'calm' }[advice.verdict];
  return (
    <div className={styles.verdict} data-tone={tone}>
      <span>{words}</span>
      {advice.verdict === 'keepContact' && deal.state === 'open' && !readOnly && (
        <Button onClick={() => setParking(true)}>{m.park}</Button>
      )}
      {parking && <ParkDialog onClose={() => setParking(false)} />}
    </div>
  );
}

type CriterionProps = { id: string; answer: 'yes' | 'no' | 'unknown' };

function Criterion({ id, answer }: CriterionProps) {
  const m = useMessages(qualifyMessages);
  const lang = useLang();
  const { view } = useDeal();
  const [open, setOpen] = useState(false);
  const compiled = view.compiled.checkById.get(id)!;
  const { check } = compiled;
  const judgement = judgeCheck(compiled, view.situation);
  const evidence = evidenceOn(view.page, id);
  const last = evidence.findLast(({ stands }) => stands);
  const { rule } = judgement;
  const parts = (rule?.parts ?? (rule ? [rule] : [])).map(({ words }) => words[lang]);
  const basis = judgement.by === 'rule' ? parts.join(lang === 'zh' ? '；' : '; ') : last?.record.statement;
  return (
    <li data-open={open || undefined}>
      <button type="button" className={styles.criterion} aria-expanded={open} onClick={() => setOpen(!open)}>
        <AnswerMark answer={answer} />
        <span className={styles.text}>
          {check.text[lang]}
          <small>{basis ?? m.nothingSaid}</small>
        </span>
        <DownOutlined aria-hidden="true" className={styles.caret} />
      </button>
      {open && (
        <div className={styles.inside}>
          <CheckBody
            check={check}
            judgement={judgement}
            act={judgement.met ? undefined : nextActFor(check, judgement.state, view.situation)}
            evidence={evidence}
          />
        </div>
      )}
    </li>
  );
}
