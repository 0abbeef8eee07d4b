import type { QueryClient } from '@tanstack/react-query';
import type { Instant } from '#shared/day.ts';
import { type ChainOf, chainQuery } from '#chain/chain.queries.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { isPhone } from '#ui/phone.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

/** The map of a chain, the heaviest part of its tab. */
export const MapView = onDemand(
  async () => (await import('#chain/page/MapView.tsx')).MapView,
  <SkeletonLines lines={8} />,
);

/** What stands on a map and the code that draws it, asked for at once: neither waits for the tab around them. */
export function prefetchChain(queries: QueryClient, of: ChainOf, at?: Instant): void {
  void queries.prefetchQuery(chainQuery(of, at));
  // A phone shows the list instead.
  if (!isPhone()) void MapView.fetch().catch(() => undefined);
}
