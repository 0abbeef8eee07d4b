import { quietContactsContract } from '#compliance/quiet-contacts/quiet-contacts.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const quietContacts = queriesFor(quietContactsContract, 'quietContacts');
export const quietContactClient = clientFor(quietContactsContract);
