import { contactsContract } from '#people/contacts.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const contacts = queriesFor(contactsContract, 'contacts');
export const contactClient = clientFor(contactsContract);

export const contactQuery = (id: string) => contacts.show.queryOptions({ input: { id } });
