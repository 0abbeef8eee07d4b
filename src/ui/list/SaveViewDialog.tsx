import { Button, Checkbox, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { useLightDismiss } from '#ui/lightDismiss.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import styles from '#ui/list/Toolbar.module.css';

type Props = {
  title: string;
  name: string;
  /** Offer to let colleagues choose it. */
  mayShare: boolean;
  save: (name: string, shared: boolean) => Promise<void>;
  onClose: () => void;
};

/** Asks for the view's name; stays open with the words when it is refused. */
export function SaveViewDialog({ title, name: known, mayShare, save, onClose }: Props) {
  const m = useMessages(listMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState(known);
  const [shared, setShared] = useState(false);
  const [error, setError] = useState<unknown>();
  useLightDismiss(dialog);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const keep = () =>
    void save(name.trim(), shared)
      .then(() => dialog.current?.close())
      .catch(setError);
  return (
    <dialog ref={dialog} className={styles.ask} aria-label={title} onClose={onClose}>
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
        {mayShare && (
          <Checkbox className={styles.share} checked={shared} onChange={(at) => setShared(at.target.checked)}>
            {m.shareView}
          </Checkbox>
        )}
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
