import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { draftQuery } from '#playbooks/studio/studio.queries.tsx';
import { useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';

const Studio = onDemand(async () => (await import('#playbooks/studio/Studio.tsx')).Studio, <PageSkeleton />);

/** A draft of a method, being written. */
export function StudioPage() {
  const m = useMessages(studioMessages);
  const { draftId = '' }: { draftId?: string } = useParams({ strict: false });
  const { data, error, isFetching, refetch } = useQuery(draftQuery(draftId));
  if (error)
    return (
      <>
        <PageHeader title={m.studio} back={{ to: '/playbooks', label: m.back }} />
        <RefusalAlert error={error} onRetry={() => void refetch()} />
      </>
    );
  if (!data || (isFetching && data.id !== draftId)) return <PageSkeleton />;
  return <Studio loaded={data} />;
}
