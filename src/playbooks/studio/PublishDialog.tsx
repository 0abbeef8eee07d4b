import { Input } from 'antd';
import { useState } from 'react';
import { Ask } from '#playbooks/studio/Ask.tsx';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { useMessages } from '#ui/lang.tsx';

type Props = {
  title: string;
  lead: string;
  act: string;
  send: (note: string) => Promise<void>;
  onClose: () => void;
};

/** Asks for what a new version changes, for those who read the history. */
export function PublishDialog({ send, ...words }: Props) {
  const m = useMessages(studioMessages);
  const [note, setNote] = useState('');
  return (
    <Ask {...words} ready={note.trim() !== ''} send={() => send(note.trim())}>
      <label>
        {m.note}
        <Input.TextArea
          value={note}
          maxLength={500}
          autoSize={{ minRows: 3 }}
          placeholder={m.notePlaceholder}
          onChange={(at) => setNote(at.target.value)}
        />
        <small>{m.noteNeeded}</small>
      </label>
    </Ask>
  );
}
