import type { Instant } from '#shared/day.ts';
import type { Deal } from '#deals/deal.ts';

/** The part of an event that history needs. */
export type DealEvent = { at: Instant; data: { after?: Partial<Deal>; version?: number } };

/**
 * The deal as it was at a past moment: the changed fields of its events, folded in order from its creation.
 *
 * @param events of this deal, oldest first
 * @returns null before its creation
 */
export function dealAsOf(events: readonly DealEvent[], at: Instant): Deal | null {
  const past = events.filter((event) => event.at <= at);
  if (past.length === 0) return null;
  const folded = Object.assign({}, ...past.map(({ data }) => data.after ?? {})) as Deal;
  const edit = past.findLast(({ data }) => data.version !== undefined);
  return edit ? { ...folded, version: edit.data.version!, updatedAt: edit.at } : folded;
}
