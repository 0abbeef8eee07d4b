import { useQuery } from '@tanstack/react-query';
import { GiftPolicyForm } from '#compliance/gifts/GiftPolicyForm.tsx';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { gifts } from '#compliance/gifts/gifts.queries.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PolicyPage } from '#ui/PolicyPage.tsx';

/** Settings: how much is allowed, to whom, and when nothing is. */
export function GiftPolicyPage() {
  const { policy: m } = useMessages(giftMessages);
  const query = useQuery(gifts.policy.queryOptions({ input: {} }));
  return (
    <PolicyPage words={m} query={query}>
      {(view) => <GiftPolicyForm view={view} />}
    </PolicyPage>
  );
}
