import { useQuery } from '@tanstack/react-query';
import { GiftPolicyForm } from '#compliance/gifts/GiftPolicyForm.tsx';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { gifts } from '#compliance/gifts/gifts.queries.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

/** Settings: how much is allowed, to whom, and when nothing is. */
export function GiftPolicyPage() {
  const { policy: m } = useMessages(giftMessages);
  const { data, error, refetch } = useQuery(gifts.policy.queryOptions({ input: {} }));
  return (
    <>
      <PageHeader
        title={m.title}
        facts={
          <>
            <span>{m.lead}</span>
            {data?.changedByName && <span>{m.changed(data.changedByName)}</span>}
          </>
        }
      />
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={8} />}
      {/* A newer version fills the form anew. */}
      {data && <GiftPolicyForm key={data.version} view={data} />}
    </>
  );
}
