import { personRightsContract } from '#compliance/erasure/person-rights.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const personRights = queriesFor(personRightsContract, 'personRights');
export const personRightsClient = clientFor(personRightsContract);
