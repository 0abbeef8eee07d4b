import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';

/**
 * The rows of a table with owner_id, team_id and member_ids that an actor may see: data scope in SQL, so that lists,
 * counts and exports obey it alike. The pure twin is `canSee` (permissions/actor.ts).
 */
export function visibleTo(actor: Actor, table: string): RawBuilder<boolean> {
  if (actor.scope === 'all') return sql<boolean>`true`;
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const own = sql<boolean>`${column('owner_id')} = ${actor.userId}::uuid
    or ${column('member_ids')} @> array[${actor.userId}::uuid]`;
  if (actor.teamIds.length === 0) return sql<boolean>`(${own})`;
  return sql<boolean>`(${own} or ${column('team_id')} = any(${[...actor.teamIds]}::uuid[]))`;
}
