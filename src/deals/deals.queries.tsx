import { queryOptions, type QueryKey } from '@tanstack/react-query';
import { dealsContract, type DealPage } from '#deals/deals.contract.ts';
import { qualifyContract } from '#deals/qualify/qualify.contract.ts';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';
import { usersContract } from '#team/users.contract.ts';
import { productsContract } from '#products/products.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';
import type { Instant } from '#shared/day.ts';

export const dealClient = clientFor(dealsContract);
export const qualifyClient = clientFor(qualifyContract);
export const deals = queriesFor(dealsContract, 'deals');
export const products = queriesFor(productsContract, 'products');
export const accounts = queriesFor(accountsContract, 'accounts');
export const contacts = queriesFor(contactsContract, 'contacts');
export const users = queriesFor(usersContract, 'users');
export const tasks = queriesFor(tasksContract, 'tasks');
export const taskClient = clientFor(tasksContract);

/** The engine's own values (gate, evidence, facts) cross the wire as they are. */
export function dealQuery(id: string, at?: Instant) {
  const input = at === undefined ? { id } : { id, at };
  const queryKey: QueryKey = deals.show.queryKey({ input });
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }) => (await dealClient.show(input, { signal })) as unknown as DealPage,
  });
}

/** What is already on somebody's list for this deal. */
export function dealTasksQuery(dealId: string) {
  return tasks.list.queryOptions({ input: { subjectKind: 'deal', subjectId: dealId, limit: 200 } });
}
