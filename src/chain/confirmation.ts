import { dayOf } from '#shared/day.ts';
import { type Refusal, refuse } from '#shared/refusal.ts';
import type { ChainChange } from '#chain/chain-history.ts';
import type { ChangeGround } from '#chain/decide-change.ts';
import { type ChainMap, personsOf } from '#chain/chain-map.ts';

export type ConfirmationRefusal = Refusal<'chain.notOnMap'>;

/**
 * Somebody looked again and found a person as the map says: a row of the history that changes no attribute, so that how
 * old our belief is counts from it. Said once a day by each: again on the same day makes no row.
 * @param changes of the map that is confirmed, in order @param map as it is read, with what it inherits
 */
export function decideConfirmation(
  changes: readonly ChainChange[],
  map: ChainMap,
  personId: string,
  { at, by, timeZone }: Pick<ChangeGround, 'at' | 'by'> & { readonly timeZone?: string | undefined },
): ChainChange[] | ConfirmationRefusal {
  if (!personsOf(map).some(({ id }) => id === personId)) return refuse('chain.notOnMap');
  const today = dayOf(at, timeZone);
  const said = changes.some(
    (change) =>
      change.act === 'confirmed' && change.id === personId && change.by === by && dayOf(change.at, timeZone) === today,
  );
  if (said) return [];
  const seq = (changes.at(-1)?.seq ?? 0) + 1;
  return [{ seq, at, by, item: 'node', id: personId, act: 'confirmed', fields: {}, evidenceId: null, reason: null }];
}
