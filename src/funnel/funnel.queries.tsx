import { productsContract } from '#products/products.contract.ts';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { usersContract } from '#team/users.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';
import { funnelContract } from '#funnel/funnel.contract.ts';

export const funnelClient = clientFor(funnelContract);
export const funnelQueries = queriesFor(funnelContract, 'funnel');
export const products = queriesFor(productsContract, 'products');
export const accounts = queriesFor(accountsContract, 'accounts');
export const users = queriesFor(usersContract, 'users');
