import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import type { ChainView } from '#chain/chain.contract.ts';
import { replay } from '#chain/chain-history.ts';
import { decideConfirmation } from '#chain/confirmation.ts';
import { inheritedMap } from '#chain/inheritance.ts';
import { heldSubject, keepChanges, notBefore } from '#chain/store/change-chain.server.ts';
import { namesOf, type MapKind } from '#chain/store/chain-maps-store.server.ts';
import { mapsOf, viewOf } from '#chain/store/chain-view.server.ts';

/** A person of a map is still as it says: from today on its belief is fresh. */
export async function confirmPerson(
  context: CommandContext,
  kind: MapKind,
  { id, personId }: { id: string; personId: string },
): Promise<ChainView> {
  const { tx, actor, now } = context;
  const subject = await heldSubject(context, kind, id);
  const maps = await mapsOf(tx, actor.tenantId, subject);
  const names = await namesOf(tx, actor.tenantId, [personId]);
  const { map } = inheritedMap(replay(maps.account).items, replay(maps.deal).items, names);
  const said = { at: notBefore(maps[kind], now), by: actor.userId, timeZone: actor.timeZone };
  await keepChanges(context, subject, decide(decideConfirmation(maps[kind], map, personId, said)));
  return viewOf(tx, actor, subject);
}
