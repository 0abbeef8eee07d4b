import { limitKeys, type GiftPolicy } from '#compliance/gifts/gift-policy.ts';
import { minorDigits } from '#ui/amount.ts';

/** Limits as they are typed, in whole units. */
export function toTyped(policy: GiftPolicy): GiftPolicy {
  return scaled(policy, (amount) => amount / 10 ** minorDigits(policy.currency));
}

/** And as they are kept, in minor units. */
export function fromTyped(policy: GiftPolicy): GiftPolicy {
  return scaled(policy, (amount) => Math.round(amount * 10 ** minorDigits(policy.currency)));
}

function scaled(policy: GiftPolicy, scale: (amount: number) => number): GiftPolicy {
  const limits = limitKeys.map((key) => [key, { once: scale(policy[key].once), year: scale(policy[key].year) }]);
  return { ...policy, ...(Object.fromEntries(limits) as Partial<GiftPolicy>) };
}
