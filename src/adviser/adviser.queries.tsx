import { adviserContract } from '#adviser/adviser.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const adviserClient = clientFor(adviserContract);
export const salesModes = queriesFor(adviserContract, 'salesModes');

export const salesModesQuery = (subjectKind: 'account' | 'deal', subjectId: string) =>
  salesModes.list.queryOptions({ input: { subjectKind, subjectId } });
