import type { Actor } from '#permissions/actor.ts';
import type { Instant } from '#shared/day.ts';
import type { Tx } from '#platform/database/database.server.ts';
import type { NewEvent } from '#platform/events/event.ts';
import { newId } from '#platform/id.server.ts';

export type Record = (event: NewEvent) => Promise<void>;

/** Appends events in the transaction of the change that they tell of. */
export function recorder(tx: Tx, actor: Actor, now: Instant, requestId: string): Record {
  return (event) => recordAll(tx, actor, now, requestId, [event]);
}

/** The same for many at once (imports): one statement. */
export async function recordAll(
  tx: Tx,
  actor: Pick<Actor, 'tenantId' | 'userId'>,
  now: Instant,
  requestId: string | null,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx
    .insertInto('events')
    .values(
      events.map((event) => ({
        tenant_id: actor.tenantId,
        id: newId(),
        at: now,
        actor_id: actor.userId,
        type: event.type,
        subject_kind: event.subject.kind,
        subject_id: event.subject.id,
        account_id: event.accountId ?? null,
        data: JSON.stringify(event.data),
        request_id: requestId,
      })),
    )
    .execute();
}
