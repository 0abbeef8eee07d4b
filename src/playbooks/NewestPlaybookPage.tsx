import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';

/** An address without a version means the newest; of a method that there is not, the reader says so itself. */
export function NewestPlaybookPage() {
  const { playbookId = '' }: { playbookId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(playbookListQuery());
  if (error) return <RefusalAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const newest = data.find(({ id }) => id === playbookId)?.version ?? 0;
  return <Navigate to={`/playbooks/${playbookId}/${newest}` as never} replace />;
}
