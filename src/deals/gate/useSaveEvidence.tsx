import type { EvidenceFields } from '#deals/deal-gate.ts';
import { gateMessages } from '#deals/gate/gate.messages.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { useMessages } from '#ui/lang.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { useSession } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

/** Saves a piece of evidence; the toast takes it back. */
export function useSaveEvidence() {
  const { commands } = useDeal();
  const { user } = useSession();
  const m = useMessages(gateMessages);
  const failures = useMessages(failureMessages);
  return async (fields: EvidenceFields) => {
    const { record } = await commands.addEvidence(fields, user.name);
    const undo = () => {
      void commands
        .retractEvidence(record.id, m.undoReason)
        .catch((error: unknown) => toast(wordsOf(error, failures), { tone: 'bad' }));
    };
    toast(fields.retracts ? m.corrected : m.saved, { undo });
  };
}
