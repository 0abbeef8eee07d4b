import type { EvaluationView } from '#evaluation/evaluation.contract.ts';
import { evaluationMessages } from '#evaluation/evaluation.messages.ts';
import { DayText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { dayOf } from '#shared/day.ts';
import { useSession } from '#ui/session.tsx';
import styles from '#evaluation/Evaluation.module.css';

type Props = { versions: readonly EvaluationView[]; onFill: (version: EvaluationView) => void };

/** Who set what when; an old version is filled in again, never rewritten. */
export function VersionsCard({ versions, onFill }: Props) {
  const m = useMessages(evaluationMessages);
  const { timeZone } = useSession().user;
  return (
    <SectionCard title={m.history} note={versions.length || undefined}>
      {versions.length === 0 && <p className={styles.hint}>{m.noHistory}</p>}
      <ul className={styles.versions}>
        {versions.map((one, at) => (
          <li key={one.version}>
            <b>{m.version(one.version)}</b>
            <span>{m.linesSaid(one.model.go, one.model.drop)}</span>
            {one.changedAt && <DayText day={dayOf(one.changedAt, timeZone)} />}
            {one.changedByName && <PersonText name={one.changedByName} />}
            {at > 0 && (
              <button type="button" onClick={() => onFill(one)}>
                {m.restore}
              </button>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
