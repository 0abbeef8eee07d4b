import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { ChoiceField } from '#deals/ChoiceField.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { Sheet } from '#deals/page/Sheet.tsx';
import type { Text } from '#shared/messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import form from '#ui/form/TextField.module.css';
import styles from '#deals/page/ReasonDialog.module.css';

type Words = { readonly [code: string]: Text };
type Answer<K extends string> = { reason: K; note?: string };

type Props<W extends Words> = {
  title: string;
  lead: string;
  reasons: W;
  /** Further fields; `ready` says what is still wanting in them. */
  children?: ReactNode;
  wanting?: string;
  danger?: boolean;
  send: (answer: Answer<keyof W & string>) => Promise<unknown>;
  onClose: () => void;
};

/** Why: one reason of the list, a sentence if there is more to say. What is refused keeps the answers. */
export function ReasonDialog<W extends Words>({ title, lead, reasons, children, wanting, danger, ...props }: Props<W>) {
  const m = useMessages(pageMessages);
  const [reason, setReason] = useState<keyof W & string>();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const lacking = reason === undefined ? m.needReason : wanting;
  const send = async () => {
    setAsked(true);
    if (reason === undefined || wanting) return;
    setBusy(true);
    setError(undefined);
    try {
      await props.send({ reason, ...(note.trim() && { note: note.trim() }) });
      props.onClose();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <Sheet
      title={title}
      width={480}
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={props.onClose}>{m.cancel}</Button>
          <Button type="primary" danger={danger} loading={busy} onClick={() => void send()}>
            {m.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.lead}>{lead}</p>
        <Labelled label={m.reason}>
          <ChoiceField label={m.reason} words={reasons} value={reason} onChange={(key) => setReason(key)} />
        </Labelled>
        {children}
        <Labelled label={m.note}>
          <textarea
            className={form.field}
            aria-label={m.note}
            rows={3}
            maxLength={2000}
            placeholder={m.noteHint}
            value={note}
            onChange={({ target }) => setNote(target.value)}
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

export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  );
}
