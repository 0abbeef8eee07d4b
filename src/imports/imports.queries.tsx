import { importsContract } from '#imports/imports.contract.ts';
import type { ImportState } from '#imports/import-record.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const imports = queriesFor(importsContract, 'imports');
export const importClient = clientFor(importsContract);

const LOOK_AGAIN = 700;

export const isWorking = (state: ImportState | undefined) =>
  state === 'checking' || state === 'running' || state === 'undoing';

/** An import, asked again while something is done with it. */
export const importQuery = (id: string) => ({
  ...imports.show.queryOptions({ input: { id } }),
  refetchInterval: (query: { state: { data?: { state: ImportState } } }) =>
    isWorking(query.state.data?.state) ? LOOK_AGAIN : (false as const),
});
