import { useQuery, useQueryClient } from '@tanstack/react-query';
import { NewDeal } from '#deals/NewDeal.tsx';
import { registrationClient, registrations } from '#partners/partners.queries.tsx';
import type { Registration } from '#partners/registrations/registration.ts';
import { registrationMessages } from '#partners/registrations/registrations.messages.ts';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { useMessages } from '#ui/lang.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';

/** Makes a deal of a registration, and links the two. */
export function NewDealOf({ registration, onClose }: { registration: Registration; onClose: () => void }) {
  const queries = useQueryClient();
  const { data: playbooks } = useQuery(playbookListQuery());
  const { page: m } = useMessages(registrationMessages);
  const failures = useMessages(failureMessages);
  const { id, version, accountId, customerName, name, amount, closeOn } = registration;
  if (!playbooks) return null;
  return (
    <NewDeal
      playbookId={playbooks[0]?.id ?? ''}
      {...(accountId && { account: { id: accountId, name: customerName } })}
      known={{ name, amount, closeOn }}
      onCreated={async (deal) => {
        try {
          await registrationClient.link({ id, version, dealId: deal.id });
        } catch (refused) {
          // The deal is there: saving again would make a second one.
          toast(m.madeNotLinked(wordsOf(refused, failures)), { tone: 'bad' });
        }
        await queries.invalidateQueries({ queryKey: registrations.key() });
      }}
      onClose={onClose}
    />
  );
}
