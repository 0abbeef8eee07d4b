import { Button } from 'antd';
import { useId, useState } from 'react';
import { formMessages } from '#ui/form/form.messages.ts';
import styles from '#ui/form/ReasonForm.module.css';
import form from '#ui/form/TextField.module.css';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';

type Act = {
  label: string;
  kind?: 'primary' | 'danger';
  /** Also done without a word. */
  optional?: boolean;
  disabled?: boolean;
  run: (reason: string) => Promise<void>;
};
type Props = {
  lead?: string;
  label: string;
  hint?: string;
  /** Said where a reason is needed and missing, if there is more to say than that. */
  lacking?: string;
  /** Characters that are taken. */
  most?: number;
  acts: readonly Act[];
  onCancel?: () => void;
  /** In a frame of its own: within a row or a list. */
  framed?: boolean;
};

/** A word on why, and what is done with it. What is refused keeps the words. */
export function ReasonForm({ lead, label, hint, lacking, most = 500, acts, onCancel, framed }: Props) {
  const m = useMessages(formMessages);
  const field = useId();
  const [reason, setReason] = useState('');
  const [bare, setBare] = useState(false);
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>();
  const send = async ({ label: act, optional, run }: Act) => {
    const said = reason.trim();
    const missing = optional ? said.length === 1 : said.length < 2;
    setBare(missing);
    if (missing) return;
    setBusy(act);
    setError(undefined);
    try {
      await run(said);
    } catch (refused) {
      setError(refused);
    }
    setBusy(undefined);
  };
  return (
    <div className={styles.reason} data-framed={framed || undefined}>
      {lead && <p>{lead}</p>}
      <label htmlFor={field}>{label}</label>
      <textarea
        id={field}
        className={form.field}
        rows={2}
        maxLength={most}
        placeholder={hint}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {bare && (
        <p role="alert" className={styles.lacking}>
          {lacking ?? m.reasonNeeded}
        </p>
      )}
      <RefusalAlert error={error} issues />
      <div className={styles.acts}>
        {acts.map((act) => (
          <Button
            key={act.label}
            type={act.kind === 'primary' ? 'primary' : 'default'}
            danger={act.kind === 'danger'}
            disabled={act.disabled ?? false}
            loading={busy === act.label}
            onClick={() => void send(act)}
          >
            {act.label}
          </Button>
        ))}
        {onCancel && <Button onClick={onCancel}>{m.cancel}</Button>}
      </div>
    </div>
  );
}
