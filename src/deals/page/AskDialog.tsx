import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { pageMessages } from '#deals/page/page.messages.ts';
import { Sheet } from '#deals/page/Sheet.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import form from '#ui/form/TextField.module.css';
import styles from '#deals/page/AskDialog.module.css';

type Props = {
  title: string;
  lead: string;
  children: ReactNode;
  /** What still wants an answer: said when somebody tries to send without it. */
  lacking: string | undefined;
  danger?: boolean | undefined;
  /** Of the button that sends, where it is not 确定. */
  act?: string;
  /** What is asked for cannot be sent yet, or not at all. */
  disabled?: boolean;
  width?: number;
  send: () => Promise<unknown>;
  onClose: () => void;
};

/** An act that asks for something first. What is refused keeps the answers. */
export function AskDialog({
  title,
  lead,
  children,
  lacking,
  danger,
  act,
  disabled,
  width = 480,
  send,
  onClose,
}: Props) {
  const m = useMessages(pageMessages);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const go = async () => {
    setAsked(true);
    if (lacking) return;
    setBusy(true);
    setError(undefined);
    try {
      await send();
      onClose();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <Sheet
      title={title}
      width={width}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button type="primary" danger={danger} loading={busy} disabled={disabled} onClick={() => void go()}>
            {act ?? m.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.lead}>{lead}</p>
        {children}
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

type InWords = { label: string; hint: string; value: string; onChange: (value: string) => void };

export function InOwnWords({ label, hint, value, onChange }: InWords) {
  return (
    <Labelled label={label}>
      <textarea
        className={form.field}
        aria-label={label}
        rows={3}
        maxLength={2000}
        placeholder={hint}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </Labelled>
  );
}
