import { queryOptions, type QueryKey } from '@tanstack/react-query';
import type { ReviewPage } from '#reviews/review-page.ts';
import { reviewsContract } from '#reviews/reviews.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const reviewClient = clientFor(reviewsContract);
export const reviews = queriesFor(reviewsContract, 'reviews');

const WHILE_RUNNING = 4_000;

/** Several people sit in a session: each reads what the others write within seconds. */
export function reviewQuery(id: string) {
  const queryKey: QueryKey = reviews.show.queryKey({ input: { id } });
  return queryOptions({
    queryKey,
    queryFn: ({ signal }): Promise<ReviewPage> => reviewClient.show({ id }, { signal }),
    refetchInterval: ({ state }) => (state.data?.review.state === 'running' ? WHILE_RUNNING : false),
  });
}
