import { useState } from 'react';
import { NoteEditor } from '#notes/NoteEditor.tsx';
import { noteMessages } from '#notes/notes.messages.ts';
import { noteClient } from '#notes/notes.queries.tsx';
import { InstantText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { useSession } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#notes/Notes.module.css';

type Props = {
  note: {
    id: string;
    body: string;
    authorId: string;
    authorName: string;
    version: number;
    createdAt: string;
    updatedAt: string;
  };
  onChanged: () => Promise<void>;
};

/** One note; its author may change or remove it. */
export function NoteText({ note, onChanged }: Props) {
  const m = useMessages(noteMessages);
  const failures = useMessages(failureMessages);
  const [editing, setEditing] = useState(false);
  const mine = useSession().user.id === note.authorId;
  const { id, version } = note;
  const change = async (body: string) => {
    await noteClient.update({ id, version, body });
    setEditing(false);
    await onChanged();
  };
  const remove = async () => {
    try {
      await noteClient.remove({ id, version });
      toast(m.removed);
    } catch (refused) {
      toast(wordsOf(refused, failures), { tone: 'bad' });
    }
    await onChanged();
  };
  return (
    <li className={styles.note}>
      <div className={styles.by}>
        <PersonText name={note.authorName} />
        <InstantText at={note.createdAt} />
        {note.updatedAt !== note.createdAt && <span>{m.edited}</span>}
        {mine && !editing && (
          <span className={styles.own}>
            <button type="button" onClick={() => setEditing(true)}>
              {m.edit}
            </button>
            <button type="button" onClick={() => void remove()}>
              {m.remove}
            </button>
          </span>
        )}
      </div>
      {editing ? (
        <NoteEditor label={m.edit} text={note.body} save={change} onCancel={() => setEditing(false)} />
      ) : (
        <p className={styles.body}>{note.body}</p>
      )}
    </li>
  );
}
