import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { StepProps } from '#imports/ImportPage.tsx';
import { importClient } from '#imports/imports.queries.tsx';
import { useImportMessages } from '#imports/useImportMessages.tsx';
import { localeOf, useLang } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#imports/Import.module.css';

/** A check, an import or an undoing under way. */
export function WorkStep({ one, onChange }: StepProps) {
  const m = useImportMessages(one);
  const lang = useLang();
  const cancel = useMutation({
    mutationFn: () => importClient.cancel({ id: one.id }),
    onSuccess: (next) => onChange(next),
  });
  const number = (n: number) => n.toLocaleString(localeOf(lang));
  const total = one.rowsTotal ?? 0;
  const done = Math.min(one.rowsDone, total);
  const words = { checking: m.checking, running: m.running, undoing: m.undoing }[one.state as 'running'];
  return (
    <SectionCard>
      <div className={styles.work} role="status">
        <h2>{words}</h2>
        {one.state === 'undoing' ? (
          <progress aria-label={words} />
        ) : (
          <progress max={total || 1} value={done} aria-label={words} />
        )}
        {one.state !== 'undoing' && <span className={styles.quiet}>{m.progress(number(done), number(total))}</span>}
        {one.state === 'running' && (
          <span className={styles.quiet}>
            {m.result(number(one.outcome.created), number(one.outcome.updated), number(one.outcome.faulty))}
          </span>
        )}
        {one.state !== 'undoing' && (
          <Button onClick={() => cancel.mutate()} loading={cancel.isPending || cancel.isSuccess}>
            {cancel.isSuccess ? m.stopping : m.stop}
          </Button>
        )}
        <small>{m.runningHint}</small>
        <RefusalAlert error={cancel.error} />
      </div>
    </SectionCard>
  );
}
