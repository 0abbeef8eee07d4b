import { lintContract } from '#lint/lint.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const lintClient = clientFor(lintContract);
/** Under the name of deals: what changes a deal changes what is wrong with it. */
export const lint = queriesFor(lintContract, 'deals');
