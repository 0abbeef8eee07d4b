import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { pageMessages } from '#deals/page/page.messages.ts';
import { Labelled } from '#deals/page/ReasonDialog.tsx';
import { Sheet } from '#deals/page/Sheet.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import form from '#ui/form/TextField.module.css';
import styles from '#deals/page/ReasonDialog.module.css';

type Props = {
  title: string;
  lead: string;
  label: string;
  hint: string;
  children?: ReactNode;
  /** Said when another field still wants an answer. */
  wanting?: string;
  send: (reason: string) => Promise<unknown>;
  onClose: () => void;
};

/** An act that wants its reason in one's own words. */
export function WhyDialog({ title, lead, label, hint, children, wanting, send, onClose }: Props) {
  const m = useMessages(pageMessages);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const lacking = wanting ?? (reason.trim() ? undefined : m.needNote);
  const go = async () => {
    setAsked(true);
    if (lacking) return;
    setBusy(true);
    setError(undefined);
    try {
      await send(reason.trim());
      onClose();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <Sheet
      title={title}
      width={480}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button type="primary" loading={busy} onClick={() => void go()}>
            {m.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.lead}>{lead}</p>
        {children}
        <Labelled label={label}>
          <textarea
            className={form.field}
            aria-label={label}
            rows={3}
            maxLength={2000}
            placeholder={hint}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Labelled>
        {asked && lacking && (
          <p role="alert" className={styles.wanting}>
            {lacking}
          </p>
        )}
        <RefusalAlert error={error} issues />
      </div>
    </Sheet>
  );
}
