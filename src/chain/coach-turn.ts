import { type Day, dayOf } from '#shared/day.ts';
import type { ChainChange } from '#chain/chain-history.ts';
import type { CoachSign } from '#chain/coach.ts';

/**
 * When each person last turned against us, as a deal's map has it: from any other stance, or none known, to one below
 * neutral. One that was taken back the same day was a slip, not a turn. @param deal laid over the account; absent: none
 */
export function turnsOf(
  account: readonly ChainChange[],
  deal: readonly ChainChange[] = [],
  timeZone?: string,
): Map<string, Day> {
  const stances = { account: new Map<string, number | null>(), deal: new Map<string, number | null>() };
  const isAgainst = (id: string) => ((stances.deal.has(id) ? stances.deal : stances.account).get(id) ?? 0) < 0;
  const turns = new Map<string, Day>();
  const earlier = new Map<string, Day | undefined>();
  const both = [
    ...account.map((change) => ({ layer: 'account' as const, ...change })),
    ...deal.map((change) => ({ layer: 'deal' as const, ...change })),
  ];
  for (const { layer, id, at, fields } of both.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))) {
    const stance = fields['stance'];
    if (!stance) continue;
    const was = isAgainst(id);
    if (typeof stance.after === 'number' || stance.after === null) stances[layer].set(id, stance.after);
    else stances[layer].delete(id);
    const on = dayOf(at, timeZone);
    if (!was && isAgainst(id)) {
      earlier.set(id, turns.get(id));
      turns.set(id, on);
    } else if (was && !isAgainst(id) && turns.get(id) === on) {
      const before = earlier.get(id);
      if (before) turns.set(id, before);
      else turns.delete(id);
    }
  }
  return turns;
}

/** Marks the signs that were seen up to the day on which their person turned against us: they prove nothing of today. */
export function markedByTurn(signs: readonly CoachSign[], turns: ReadonlyMap<string, Day>): CoachSign[] {
  return signs.map((sign) => (sign.on <= (turns.get(sign.personId) ?? '') ? { ...sign, beforeTurn: true } : sign));
}
