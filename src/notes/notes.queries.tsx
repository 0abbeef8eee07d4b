import { notesContract } from '#notes/notes.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const notes = queriesFor(notesContract, 'notes');
export const noteClient = clientFor(notesContract);
