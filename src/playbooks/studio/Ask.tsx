import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { useLightDismiss } from '#ui/lightDismiss.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import styles from '#playbooks/studio/Ask.module.css';

type Props = {
  title: string;
  lead?: ReactNode;
  /** The words of the button. */
  act: string;
  ready: boolean;
  send: () => Promise<void>;
  /** What may be done about a refusal, beside its words. */
  remedy?: (error: unknown) => ReactNode;
  onClose: () => void;
  children?: ReactNode;
};

/** A question with one answer; it stays open with the words when that is refused. */
export function Ask({ title, lead, act, ready, send, remedy, onClose, children }: Props) {
  const m = useMessages(studioMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  useLightDismiss(dialog);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const answer = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await send();
      dialog.current?.close();
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  return (
    <dialog ref={dialog} className={styles.ask} aria-label={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void answer();
        }}
      >
        <h2>{title}</h2>
        {lead && <div className={styles.lead}>{lead}</div>}
        <RefusalAlert issues error={error} act={remedy?.(error)} />
        {children}
        <div className={styles.buttons}>
          <Button onClick={() => dialog.current?.close()}>{m.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={!ready} loading={busy}>
            {act}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
