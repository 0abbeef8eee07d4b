import { useState, type ReactNode } from 'react';
import { AskDialog, InOwnWords } from '#deals/page/AskDialog.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { useMessages } from '#ui/lang.tsx';

type Props = {
  title: string;
  lead: string;
  label: string;
  hint: string;
  children?: ReactNode;
  /** Said when another field still wants an answer. */
  wanting?: string | undefined;
  send: (reason: string) => Promise<unknown>;
  onClose: () => void;
};

/** An act that wants its reason in one's own words. */
export function WhyDialog({ label, hint, children, wanting, send, ...props }: Props) {
  const m = useMessages(pageMessages);
  const [reason, setReason] = useState('');
  return (
    <AskDialog
      {...props}
      lacking={wanting ?? (reason.trim() ? undefined : m.needNote)}
      send={() => send(reason.trim())}
    >
      {children}
      <InOwnWords label={label} hint={hint} value={reason} onChange={setReason} />
    </AskDialog>
  );
}
