import { useQueryClient } from '@tanstack/react-query';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { giftClient, gifts } from '#compliance/gifts/gifts.queries.tsx';
import { ReasonForm } from '#ui/form/ReasonForm.tsx';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { toast } from '#ui/toast.tsx';

/** Takes an entry back, with a reason; it stays in the register. */
export function VoidForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { voiding: m, page } = useMessages(giftMessages);
  const queries = useQueryClient();
  const send = async (reason: string) => {
    await giftClient.void({ id, reason });
    toast(m.done);
    await queries.invalidateQueries({ queryKey: gifts.key() });
    onClose();
  };
  return (
    <SectionCard title={page.void}>
      <ReasonForm
        lead={page.voidLead}
        label={m.reason}
        acts={[{ label: m.send, kind: 'danger', run: send }]}
        onCancel={onClose}
      />
    </SectionCard>
  );
}
