import type { CommandContext } from '#platform/http/handlers.server.ts';
import { settlePeople } from '#deals/deal-people-store.server.ts';
import { eraseFromMaps } from '#chain/store/people-of-maps-store.server.ts';

/**
 * Erases a person from every decision chain: off all maps, no words about the person left in their history, no signs and
 * tellings; the facts of the deals follow. Authorising is the caller's.
 */
export async function eraseFromChain(
  context: Pick<CommandContext, 'tx' | 'actor' | 'now' | 'today' | 'record'>,
  contactId: string,
): Promise<void> {
  await settlePeople(context, await eraseFromMaps(context, contactId));
}
