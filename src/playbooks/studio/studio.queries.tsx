import { draftsContract } from '#playbooks/studio/drafts.contract.ts';
import { versionsContract } from '#playbooks/studio/versions.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const drafts = queriesFor(draftsContract, 'playbookDrafts');
export const draftClient = clientFor(draftsContract);
/** Under the name of the playbooks: a new version makes their lists old, too. */
export const versions = queriesFor(versionsContract, 'playbooks');
export const versionClient = clientFor(versionsContract);

export const draftListQuery = () => drafts.list.queryOptions({ input: {} });
/** Asked once on arrival: what is typed since must not be overwritten by what was saved before. */
export const draftQuery = (id: string) =>
  drafts.show.queryOptions({ input: { id }, staleTime: 0, gcTime: 0, refetchOnWindowFocus: false });
export const versionsQuery = (id: string) => versions.versions.queryOptions({ input: { id } });
export const sourceQuery = (id: string, version: number) =>
  versions.source.queryOptions({ input: { id, version }, staleTime: Infinity });
