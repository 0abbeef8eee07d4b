import { createHash } from 'node:crypto';

/** One hash over all events that an erasure blanked and what is left of each, whatever their order. */
export function digestOfBlanked(blanked: readonly { event_id: string; hash: string }[]): string {
  const lines = blanked.map(({ event_id, hash }) => `${event_id} ${hash}`).toSorted();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
