import { apiKeysContract } from '#session/api-keys/api-keys.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const apiKeys = queriesFor(apiKeysContract, 'apiKeys');
export const apiKeyClient = clientFor(apiKeysContract);
