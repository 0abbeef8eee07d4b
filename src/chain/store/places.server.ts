import type { CommandContext } from '#platform/http/handlers.server.ts';
import { insertRows } from '#platform/database/many-rows.server.ts';
import { sql } from 'kysely';
import type { Place } from '#chain/chain.contract.ts';
import { heldSubject } from '#chain/store/change-chain.server.ts';
import type { MapKind } from '#chain/store/chain-maps-store.server.ts';

/** Where things of a map stand; the last writer wins, and nobody is told. What was not moved (`rest`) overwrites nothing. */
export async function keepPlaces(
  context: CommandContext,
  kind: MapKind,
  { id, places, rest = [] }: { id: string; places: readonly Place[]; rest?: readonly Place[] | undefined },
): Promise<{ places: Place[] }> {
  const { tx, actor } = context;
  const subject = await heldSubject(context, kind, id);
  const last = [...new Map(places.map((place) => [place.id, place])).values()];
  const rowOf = ({ id: item_id, x, y }: Place) => ({ tenant_id: actor.tenantId, map_id: subject.id, item_id, x, y });
  await insertRows(
    tx,
    'chain_places',
    last.map(rowOf),
    sql`on conflict (tenant_id, map_id, item_id) do update set x = excluded.x, y = excluded.y`,
  );
  await insertRows(tx, 'chain_places', rest.map(rowOf), sql`on conflict do nothing`);
  return { places: last };
}
