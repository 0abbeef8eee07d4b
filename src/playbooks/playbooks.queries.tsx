import { queryOptions, type QueryKey } from '@tanstack/react-query';
import type { Playbook } from '#method/playbook.ts';
import { playbooksContract } from '#playbooks/playbooks.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

const client = clientFor(playbooksContract);
const playbooks = queriesFor(playbooksContract, 'playbooks');

export const playbookListQuery = () => playbooks.list.queryOptions({ input: {}, staleTime: 5 * 60_000 });

/** A published version never changes: asked once. Its rules cross the wire as they are. */
export function playbookQuery(id: string, version: number) {
  const input = { id, version };
  const queryKey: QueryKey = playbooks.show.queryKey({ input });
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }) => (await client.show(input, { signal })) as unknown as Playbook,
    staleTime: Infinity,
    gcTime: Infinity,
  });
}
