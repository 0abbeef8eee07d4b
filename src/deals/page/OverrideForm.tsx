import { Button } from 'antd';
import { useState } from 'react';
import { pageMessages } from '#deals/page/page.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import form from '#ui/form/TextField.module.css';
import styles from '#deals/page/MissesSheet.module.css';

/** A manager opens the gate and says why; what is missing stays owed. */
export function OverrideForm({ override }: { override: (reason: string) => Promise<void> }) {
  const m = useMessages(pageMessages);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await override(reason);
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  return (
    <details className={styles.override}>
      <summary>{m.override}</summary>
      <p>{m.overrideLead}</p>
      <textarea
        className={form.field}
        rows={2}
        maxLength={2000}
        aria-label={m.overrideReasonLabel}
        placeholder={m.overrideReasonHint}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <RefusalAlert error={error} issues />
      <Button danger disabled={!reason.trim()} loading={busy} onClick={() => void go()}>
        {m.overrideGo}
      </Button>
    </details>
  );
}
