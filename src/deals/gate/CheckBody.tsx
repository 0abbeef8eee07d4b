import type { ReactNode } from 'react';
import type { CheckJudgement } from '#method/check.ts';
import type { NextAct } from '#method/next-act.ts';
import type { Check } from '#method/playbook.ts';
import { AcceptCheck } from '#deals/gate/AcceptCheck.tsx';
import { ActNote } from '#deals/gate/ActNote.tsx';
import { BeliefBar } from '#deals/gate/BeliefBar.tsx';
import { CheckHints } from '#deals/gate/CheckHints.tsx';
import { EvidenceList } from '#deals/gate/EvidenceList.tsx';
import { gateMessages } from '#deals/gate/gate.messages.ts';
import { MakeTask } from '#deals/gate/MakeTask.tsx';
import { RuleLines } from '#deals/gate/RuleLines.tsx';
import { SignalTaps } from '#deals/gate/SignalTaps.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import type { CheckEvidence } from '#deals/page/deal-optimistic.ts';
import { useMessages } from '#ui/lang.tsx';
import styles from '#deals/gate/CheckBody.module.css';

type Props = { check: Check; judgement: CheckJudgement; act?: NextAct; evidence: readonly CheckEvidence[] };

export function CheckBody({ check, judgement, act, evidence }: Props) {
  const m = useMessages(gateMessages);
  const { view } = useDeal();
  const { rule, acceptance } = judgement;
  return (
    <div className={styles.body}>
      {acceptance && <p className={styles.accepted}>{m.accepted(acceptance.plan)}</p>}
      {act && (
        <div className={styles.next}>
          <ActNote act={act} />
          <MakeTask act={act} checkId={check.id} />
        </div>
      )}
      {rule && (
        <Part title={m.ruleTitle} note={rule.truth === null ? m.ruleEvidence : undefined}>
          <RuleLines rule={rule} />
        </Part>
      )}
      {(evidence.length > 0 || !rule) && (
        <Part title={m.evidenceTitle} note={<BeliefBar judgement={judgement} />}>
          <EvidenceList evidence={evidence} act={act} />
        </Part>
      )}
      {view.page.may.evidence && <SignalTaps check={check} act={act} />}
      <CheckHints check={check} />
      {judgement.acceptable && !acceptance && check.accept && view.page.may.override && (
        <AcceptCheck check={check.id} text={check.accept.text} />
      )}
    </div>
  );
}

function Part({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h4 className={styles.title}>
        {title}
        {note && <span>{note}</span>}
      </h4>
      {children}
    </section>
  );
}
