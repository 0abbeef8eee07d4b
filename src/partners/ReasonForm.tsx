import { Button } from 'antd';
import { useId, useState } from 'react';
import styles from '#partners/Partners.module.css';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';

type Act = {
  key: string;
  label: string;
  kind?: 'primary' | 'danger';
  /** Without a word it is not done. */
  needsReason: boolean;
  disabled?: boolean;
  run: (reason: string) => Promise<void>;
};
type Props = {
  lead?: string;
  label: string;
  hint?: string;
  /** Said where a reason is needed and missing. */
  lacking: string;
  acts: readonly Act[];
  cancel?: { label: string; run: () => void };
};

/** A word on why, and what is done with it. What is refused keeps the words. */
export function ReasonForm({ lead, label, hint, lacking, acts, cancel }: Props) {
  const field = useId();
  const [reason, setReason] = useState('');
  const [bare, setBare] = useState(false);
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>();
  const send = async ({ key, needsReason, run }: Act) => {
    const said = reason.trim();
    const missing = needsReason ? said.length < 2 : said.length === 1;
    setBare(missing);
    if (missing) return;
    setBusy(key);
    setError(undefined);
    try {
      await run(said);
    } catch (refused) {
      setError(refused);
    }
    setBusy(undefined);
  };
  return (
    <div className={styles.reason}>
      {lead && <p className={styles.soft}>{lead}</p>}
      <label htmlFor={field}>{label}</label>
      <textarea
        id={field}
        rows={2}
        maxLength={500}
        placeholder={hint}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {bare && (
        <p role="alert" className={styles.lacking}>
          {lacking}
        </p>
      )}
      <RefusalAlert error={error} issues />
      <div className={styles.acts}>
        {acts.map((act) => (
          <Button
            key={act.key}
            type={act.kind === 'primary' ? 'primary' : 'default'}
            danger={act.kind === 'danger'}
            disabled={act.disabled ?? false}
            loading={busy === act.key}
            onClick={() => void send(act)}
          >
            {act.label}
          </Button>
        ))}
        {cancel && <Button onClick={cancel.run}>{cancel.label}</Button>}
      </div>
    </div>
  );
}
