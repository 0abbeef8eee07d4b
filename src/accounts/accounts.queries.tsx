import { accountsContract } from '#accounts/accounts.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const accounts = queriesFor(accountsContract, 'accounts');
export const accountClient = clientFor(accountsContract);

/** Everything the account page paints first, one request. */
export const accountQuery = (id: string) => accounts.show.queryOptions({ input: { id } });
