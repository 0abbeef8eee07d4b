import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { useLightDismiss } from '#ui/lightDismiss.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import styles from '#ui/list/Toolbar.module.css';

/** Asks for the view's name; stays open with the words when it is refused. */
export function SaveViewDialog({ save, onClose }: { save: (name: string) => Promise<void>; onClose: () => void }) {
  const m = useMessages(listMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState('');
  const [error, setError] = useState<unknown>();
  useLightDismiss(dialog);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const keep = () =>
    void save(name.trim())
      .then(() => dialog.current?.close())
      .catch(setError);
  return (
    <dialog ref={dialog} className={styles.ask} aria-label={m.saveView} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <RefusalAlert issues error={error} />
        <label>
          {m.viewName}
          <Input value={name} maxLength={60} placeholder={m.viewNameHint} onChange={(at) => setName(at.target.value)} />
        </label>
        <div className={styles.buttons}>
          <Button onClick={() => dialog.current?.close()}>{m.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={name.trim() === ''}>
            {m.save}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
