import { DownOutlined } from '@ant-design/icons';
import { useId } from 'react';
import type { CheckJudgement } from '#method/check.ts';
import type { NextAct } from '#method/next-act.ts';
import type { Check } from '#method/playbook.ts';
import { BeliefBar } from '#deals/gate/BeliefBar.tsx';
import { CheckBody } from '#deals/gate/CheckBody.tsx';
import { CheckMark } from '#deals/gate/CheckMark.tsx';
import { gateMessages } from '#deals/gate/gate.messages.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { evidenceOn } from '#deals/page/deal-optimistic.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#deals/gate/CheckCard.module.css';

type Props = {
  check: Check;
  judgement: CheckJudgement;
  act?: NextAct;
  open: boolean;
  onToggle: () => void;
};

/** One check of the gate: its state at a glance; opened, everything that is known and can be done about it. */
export function CheckCard({ check, judgement, act, open, onToggle }: Props) {
  const m = useMessages(gateMessages);
  const lang = useLang();
  const { view } = useDeal();
  const id = useId();
  const evidence = evidenceOn(view.page, check.id);
  const standing = evidence.filter(({ stands }) => stands);
  const against = standing.filter(({ record }) => record.direction === 'refutes').length;
  return (
    <li className={styles.card} data-state={judgement.state} data-open={open || undefined} id={`check-${check.id}`}>
      <button type="button" className={styles.head} aria-expanded={open} aria-controls={id} onClick={onToggle}>
        <CheckMark state={judgement.state} bare />
        <span className={styles.text}>
          {check.mandatory && (
            <span className={styles.star} role="img" aria-label={m.starred}>
              ★
            </span>
          )}
          <span>{check.text[lang]}</span>
        </span>
        <span className={styles.side}>
          {standing.length > 0 && <span className={styles.count}>{m.counts(standing.length - against, against)}</span>}
          {standing.length > 0 && <BeliefBar judgement={judgement} words={false} />}
          <span className={styles.state} data-state={judgement.state}>
            <CheckMark state={judgement.state} />
          </span>
        </span>
        <DownOutlined aria-hidden="true" className={styles.caret} />
      </button>
      {open && (
        <div id={id} className={styles.body}>
          <CheckBody check={check} judgement={judgement} act={act} evidence={evidence} />
        </div>
      )}
    </li>
  );
}
