import { randomBytes } from 'node:crypto';
import type { Instant } from '#shared/day.ts';
import type { Tx } from '#platform/database/database.server.ts';
import type { NewEvent } from '#platform/events/event.ts';
import { newId } from '#platform/id.server.ts';

/** Who did it; `userId` is null when nobody known acted (a failed sign-in, a job). */
export type Doer = { tenantId: string; userId: string | null };

export type Record = {
  (event: NewEvent): Promise<void>;
  /** Many at once: no statement for each. */
  all: (events: readonly NewEvent[]) => Promise<void>;
};

/** Appends events in the transaction of the change that they tell of. */
export function recorder(tx: Tx, doer: Doer, now: Instant, requestId: string | null): Record {
  const all = (events: readonly NewEvent[]) => recordAll(tx, doer, now, requestId, events);
  return Object.assign((event: NewEvent) => all([event]), { all });
}

export type RecordedEvent = NewEvent & { id: string };

/** What else is written of events in their transaction: notifications. */
export type Follower = (tx: Tx, doer: Doer, now: Instant, events: readonly RecordedEvent[]) => Promise<void>;

const followers: Follower[] = [];

/** Said once, where the application is put together; followers do not record events themselves. */
export function followEvents(follower: Follower): void {
  if (!followers.includes(follower)) followers.push(follower);
}

/** Sealed with the event and erased with it, so that what was blanked cannot be guessed by its hash. */
export function saltOfEvent(): string {
  return randomBytes(12).toString('base64url');
}

/** Parameters of one statement are limited to 65 535; an event takes eleven. */
const AT_ONCE = 2_000;

export async function recordAll(
  tx: Tx,
  doer: Doer,
  now: Instant,
  requestId: string | null,
  events: readonly NewEvent[],
): Promise<void> {
  const recorded = events.map((event) => ({ ...event, id: event.id ?? newId() }));
  const rows = recorded.map((event) => ({
    tenant_id: doer.tenantId,
    id: event.id,
    at: now,
    actor_id: doer.userId,
    type: event.type,
    subject_kind: event.subject.kind,
    subject_id: event.subject.id,
    account_id: event.accountId ?? null,
    data: JSON.stringify(event.data),
    request_id: requestId,
    salt: saltOfEvent(),
  }));
  const inserts = [];
  for (let from = 0; from < rows.length; from += AT_ONCE)
    inserts.push(
      tx
        .insertInto('events')
        .values(rows.slice(from, from + AT_ONCE))
        .execute(),
    );
  await Promise.all([...inserts, ...followers.map((follow) => follow(tx, doer, now, recorded))]);
}
