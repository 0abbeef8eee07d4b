import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { AccountBody } from '#accounts/AccountBody.tsx';
import { accountQuery } from '#accounts/accounts.queries.tsx';
import { isNotThere } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { NotFoundNote } from '#ui/state/PageNotes.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';

/** 客户 360. The address of a merged account leads to the one it became. */
export function AccountPage() {
  const { accountId = '' }: { accountId?: string } = useParams({ strict: false });
  const navigate = useNavigate();
  const query = useQuery(accountQuery(accountId));
  const survivor = query.data?.account.id;
  useEffect(() => {
    if (survivor && survivor !== accountId) void navigate({ to: `/accounts/${survivor}`, replace: true });
  }, [survivor, accountId, navigate]);
  if (query.data) return <AccountBody key={query.data.account.id} page={query.data} />;
  if (isNotThere(query.error)) return <NotFoundNote />;
  if (query.error) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />;
  return <PageSkeleton />;
}
