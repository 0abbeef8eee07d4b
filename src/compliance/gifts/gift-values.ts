import type { Direction, Gift, GiftFields } from '#compliance/gifts/gift.ts';
import { minorDigits } from '#ui/amount.ts';

/** An entry as it is typed: `amount` in whole units. */
export type GiftValues = {
  direction: Direction;
  kind: GiftFields['kind'];
  accountId: string;
  contactIds?: string[];
  unnamed?: number | null;
  amount: number;
  currency: string;
  on: string;
  purpose: string;
  official?: boolean;
  dealId?: string | null;
  ownerId?: string | null;
  reason?: string;
};

export function fieldsFrom({ reason: _, amount, ...values }: GiftValues): GiftFields {
  return {
    ...values,
    amount: Math.round(amount * 10 ** minorDigits(values.currency)),
    contactIds: values.contactIds ?? [],
    unnamed: values.unnamed ?? 0,
    official: values.official ?? false,
    ownerId: values.ownerId ?? undefined,
  };
}

/** An entry to be corrected, as it would have been typed. */
export function valuesOf(gift: Gift): Partial<GiftValues> {
  const { direction, kind, accountId, currency, on, purpose, dealId, ownerId, unnamed } = gift;
  return {
    direction,
    kind,
    accountId,
    currency,
    on,
    purpose,
    dealId,
    ownerId,
    unnamed,
    contactIds: gift.people.map(({ id }) => id),
    amount: gift.amount / 10 ** minorDigits(currency),
  };
}
