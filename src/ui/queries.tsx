import { QueryClient } from '@tanstack/react-query';
import { ORPCError } from '@orpc/client';

/** Refusals are answers and are not asked again; the network and the server get two more tries. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => failures < 2 && (!(error instanceof ORPCError) || error.status >= 500),
      },
      mutations: { retry: false },
    },
  });
}
