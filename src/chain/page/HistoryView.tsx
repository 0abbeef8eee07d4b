import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ChainHistory } from '#chain/canvas/ChainHistory.tsx';
import { chainHistoryQuery } from '#chain/chain.queries.tsx';
import { useChain } from '#chain/page/chain-context.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

/** The map as it was believed on any day, and what changed between two. */
export function HistoryView() {
  const { subject, scene, title, openPerson } = useChain();
  const query = useQuery(chainHistoryQuery(subject));
  const named = query.data?.names;
  const names = useMemo(() => new Map(named?.map(({ id, ...called }) => [id, called])), [named]);
  if (query.error) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={8} />;
  const { account, deal, seesBeliefs } = query.data;
  return (
    <ChainHistory
      level={subject.kind}
      account={account}
      deal={deal}
      names={names}
      seesBeliefs={seesBeliefs}
      title={title}
      places={scene.data.places}
      onOpen={openPerson}
    />
  );
}
