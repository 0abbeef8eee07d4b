import type { FactSource } from '#method/fact-source.ts';
import { withBelieved } from '#chain/believed-people.ts';
import { believedIn } from '#chain/store/chain-maps-store.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import type { Deal } from '#deals/deal.ts';

/** A deal's facts with the people that its map and its account's have. */
export async function withMapsFacts(
  { tx, actor }: Pick<CommandContext, 'tx' | 'actor'>,
  deal: Pick<Deal, 'id' | 'accountId' | 'facts'>,
): Promise<FactSource> {
  const believed = await believedIn(tx, actor.tenantId, [deal]);
  return withBelieved(deal.facts, believed.get(deal.id));
}
