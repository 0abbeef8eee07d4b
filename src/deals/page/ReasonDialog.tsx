import { useState, type ReactNode } from 'react';
import { ChoiceField } from '#deals/ChoiceField.tsx';
import { AskDialog, InOwnWords, Labelled } from '#deals/page/AskDialog.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import type { Text } from '#shared/messages.ts';
import { useMessages } from '#ui/lang.tsx';

type Words = { readonly [code: string]: Text };
type Answer<K extends string> = { reason: K; note?: string };

type Props<W extends Words> = {
  title: string;
  lead: string;
  reasons: W;
  /** Further fields; `wanting` says what is still missing in them. */
  children?: ReactNode;
  wanting?: string | undefined;
  danger?: boolean;
  send: (answer: Answer<keyof W & string>) => Promise<unknown>;
  onClose: () => void;
};

/** Why: one reason of the list, a sentence if there is more to say. */
export function ReasonDialog<W extends Words>({ reasons, children, wanting, send, ...props }: Props<W>) {
  const m = useMessages(pageMessages);
  const [reason, setReason] = useState<keyof W & string>();
  const [note, setNote] = useState('');
  return (
    <AskDialog
      {...props}
      lacking={reason === undefined ? m.needReason : wanting}
      send={async () => reason !== undefined && send({ reason, ...(note.trim() && { note: note.trim() }) })}
    >
      <Labelled label={m.reason}>
        <ChoiceField label={m.reason} words={reasons} value={reason} onChange={(key) => setReason(key)} />
      </Labelled>
      {children}
      <InOwnWords label={m.note} hint={m.noteHint} value={note} onChange={setNote} />
    </AskDialog>
  );
}
