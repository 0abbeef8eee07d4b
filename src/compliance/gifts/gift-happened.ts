import type { NewEvent } from '#platform/events/event.ts';
import type { Gift, GiftState } from '#compliance/gifts/gift.ts';

type More = { reason?: string; before?: GiftState; approverIds?: readonly string[] };

/**
 * What is told of an entry: of itself, in its account's timeline; and where it counts or ceases to, of each contact and of
 * the deal, in theirs. Those tell the share, not who else was there.
 */
export function eventsOf(gift: Gift, state: GiftState, { reason, before, approverIds = [] }: More): NewEvent[] {
  const { id, direction, kind, on, currency, accountId, accountName } = gift;
  const what = { giftId: id, direction, kind, on, currency };
  const data = { ...what, amount: gift.amount, ...(reason && { reason }) };
  const own: NewEvent = {
    type: `gift.${state}`,
    subject: { kind: 'gift', id },
    accountId,
    data: {
      ...data,
      name: accountName,
      purpose: gift.purpose,
      official: gift.official,
      heads: gift.heads,
      people: gift.people.map((person) => person.name),
      ownerId: gift.ownerId,
      createdBy: gift.createdBy,
      ...(before && { before: { state: before } }),
      after: { state },
      ...(approverIds.length > 0 && { approverIds }),
    },
  };
  const counted = state === 'registered' || state === 'approved';
  const ceases = state === 'voided' && before !== 'requested';
  if (!counted && !ceases) return [own];
  const type = counted ? 'giftCounted' : 'giftVoided';
  const people = gift.people.map((person): NewEvent => {
    return {
      type: `contact.${type}`,
      subject: { kind: 'contact', id: person.id },
      data: { ...data, name: person.name, amount: person.share },
    };
  });
  if (!gift.dealId) return [own, ...people];
  const deal: NewEvent = {
    type: `deal.${type}`,
    subject: { kind: 'deal', id: gift.dealId },
    data: { ...data, name: gift.dealName ?? '' },
  };
  return [own, ...people, deal];
}
