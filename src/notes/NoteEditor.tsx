import { Button, Input } from 'antd';
import { useState } from 'react';
import { noteMessages } from '#notes/notes.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import styles from '#notes/Notes.module.css';

type Props = {
  label: string;
  text?: string;
  /** What the button says, where it is no note that is written. */
  act?: string;
  save: (body: string) => Promise<void>;
  onCancel?: () => void;
};

/** A box to write in; it keeps what was typed until it is saved. */
export function NoteEditor({ label, text = '', act, save, onCancel }: Props) {
  const m = useMessages(noteMessages);
  const [body, setBody] = useState(text);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await save(body);
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  const changed = body.trim() !== '' && body !== text;
  return (
    <div className={styles.editor}>
      <Input.TextArea
        aria-label={label}
        placeholder={label}
        autoSize={{ minRows: 2, maxRows: 12 }}
        value={body}
        disabled={busy}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && changed) void submit();
        }}
      />
      <RefusalAlert error={error} issues />
      {(changed || onCancel) && (
        <div className={styles.acts}>
          {onCancel && <Button onClick={onCancel}>{m.cancel}</Button>}
          <Button type="primary" disabled={!changed} loading={busy} onClick={() => void submit()}>
            {act ?? m.save}
          </Button>
        </div>
      )}
    </div>
  );
}
