/**
 * What happened, told in the past tense: 'deal.advanced'. Append-only, written in the transaction of the change.
 * The timeline, the audit log, notifications and reads as of a past moment all feed on it; `before` and `after` hold
 * the changed fields only, so that folding `after` from the creation on gives the record as of any moment.
 */
export type NewEvent = {
  /** Given where something else must name the event; made otherwise. */
  id?: string;
  /** noun.happened */
  type: `${string}.${string}`;
  subject: { kind: string; id: string };
  /** The account in whose timeline it also shows. */
  accountId?: string | null;
  data: EventData;
};

export type EventData = {
  /** The subject's name when it happened, for timelines that outlive it. */
  name?: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  reason?: string;
  [more: string]: unknown;
};

/** The fields of `after` that differ from `before`, as an event's data; null when nothing changed. */
export function changes<T extends Record<string, unknown>>(
  before: T,
  after: Partial<T>,
): { before: Partial<T>; after: Partial<T> } | null {
  const keys = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  if (keys.length === 0) return null;
  const of = (source: Partial<T>) => Object.fromEntries(keys.map((key) => [key, source[key] ?? null])) as Partial<T>;
  return { before: of(before), after: of(after) };
}
