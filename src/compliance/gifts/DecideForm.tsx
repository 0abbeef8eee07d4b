import { useQueryClient } from '@tanstack/react-query';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { giftClient, gifts } from '#compliance/gifts/gifts.queries.tsx';
import { timeline } from '#timeline/Timeline.tsx';
import { ReasonForm } from '#ui/form/ReasonForm.tsx';
import { useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';

/** Yes or no, with a reason. */
export function DecideForm({ id }: { id: string }) {
  const { decide: m } = useMessages(giftMessages);
  const queries = useQueryClient();
  const send = (what: 'approve' | 'refuse') => async (reason: string) => {
    await giftClient[what]({ id, reason });
    toast(what === 'approve' ? m.approved : m.refused);
    await Promise.all([
      queries.invalidateQueries({ queryKey: gifts.key() }),
      queries.invalidateQueries({ queryKey: timeline.key() }),
    ]);
  };
  return (
    <ReasonForm
      label={m.reason}
      hint={m.reasonHint}
      acts={[
        { label: m.approve, kind: 'primary', run: send('approve') },
        { label: m.refuse, kind: 'danger', run: send('refuse') },
      ]}
    />
  );
}
