import { viewsContract } from '#views/views.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const viewClient = clientFor(viewsContract);
export const views = queriesFor(viewsContract, 'views');
