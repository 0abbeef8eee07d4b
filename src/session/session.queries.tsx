import { sessionContract } from '#session/session.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const sessionClient = clientFor(sessionContract);

export const sessionQuery = queriesFor(sessionContract, 'session').show.queryOptions({
  input: {},
  staleTime: 5 * 60_000,
});
