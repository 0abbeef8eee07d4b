import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import { leads } from '#chain/chain-access.ts';

/**
 * The rows of a table with owner_id, team_id and member_ids (deals, accounts) of which an actor sees what is believed of
 * people. The pure twin is `seesBeliefs` (chain-access.ts).
 */
export function seesBeliefsOf(actor: Actor, table: string): RawBuilder<boolean> {
  if (leads(actor) && actor.scope === 'all') return sql<boolean>`true`;
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const own = sql<boolean>`(${column('owner_id')} is not distinct from ${actor.userId}::uuid
    or ${column('member_ids')} @> array[${actor.userId}::uuid])`;
  if (!leads(actor) || actor.teamIds.length === 0) return own;
  return sql<boolean>`(${own} or coalesce(${column('team_id')} = any(${[...actor.teamIds]}::uuid[]), false))`;
}
