import type { Actor } from '#permissions/actor.ts';
import type { Instant } from '#shared/day.ts';
import type { Database } from '#platform/database/database.server.ts';
import type { NewEvent } from '#platform/events/event.ts';
import { recordAll } from '#platform/events/events.server.ts';

/**
 * Tells the audit log that somebody saw or took something: an export, a view of sensitive fields. Reads run in read-only
 * transactions, so this is a transaction of its own; call it before the data leaves, outside of any other.
 *
 * Types: 'export.taken' (data: list, rows, format), 'sensitive.viewed' (data: fields, reason).
 */
export async function recordAccess(
  database: Database,
  actor: Actor,
  now: Instant,
  requestId: string,
  event: NewEvent,
): Promise<void> {
  await database.write(actor.tenantId, (tx) => recordAll(tx, actor, now, requestId, [event]));
}
