import { z } from 'zod';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { Currency, MinorUnits } from '#shared/money.ts';
import { limitKeys } from '#compliance/gifts/gift-policy.ts';

export const directions = ['given', 'received'] as const;
export type Direction = (typeof directions)[number];

export const giftKinds = ['gift', 'meal', 'travel', 'ticket', 'other'] as const;
export type GiftKind = (typeof giftKinds)[number];

/** What can be asked for: cash too, so that whoever thinks of it is told why not. It is never kept. */
export const askedKinds = [...giftKinds, 'cash'] as const;

export const giftStates = ['registered', 'requested', 'approved', 'refused', 'voided'] as const;
export type GiftState = (typeof giftStates)[number];

/** What counts in sums. */
export const counting: readonly GiftState[] = ['registered', 'approved'];

/** Gifts and hospitality have limits of their own. */
export type Category = 'gift' | 'hospitality';
export function categoryOf(kind: GiftKind): Category {
  return kind === 'gift' || kind === 'other' ? 'gift' : 'hospitality';
}

/** A gift or hospitality as it is registered 礼品与招待登记 (Domain §12). */
export const GiftFields = z.object({
  direction: z.enum(directions).default('given'),
  kind: z.enum(askedKinds),
  accountId: Id,
  contactIds: z.array(Id).max(40).default([]).meta({ description: 'Whom of the customer’s it concerns' }),
  unnamed: z.int().min(0).max(500).default(0).meta({ description: 'How many more, who are not contacts' }),
  official: z
    .boolean()
    .default(false)
    .meta({ description: 'A public official is among them, beyond what contacts and account say already' }),
  dealId: Id.nullish(),
  on: Day,
  amount: MinorUnits.min(1).max(1_000_000_000_00).meta({ description: 'Value of all together, minor units' }),
  currency: Currency.default('CNY'),
  purpose: z.string().trim().min(2).max(500),
  ownerId: Id.optional().meta({
    description: 'Ours who gave or received; whoever registers it, unless said otherwise',
  }),
});
export type GiftFields = z.infer<typeof GiftFields>;

/** A limit that an entry is above: whose, how high it stands, and where it would come to. */
export const Exceeded = z.object({
  limit: z.enum(['once', 'year', 'currency', 'freeze']),
  key: z.enum(limitKeys),
  who: Id.nullable().meta({ description: 'The contact; null: people who are not named, or one of ours' }),
  would: MinorUnits,
  most: MinorUnits,
});
export type Exceeded = z.infer<typeof Exceeded>;

const Named = z.object({ id: Id, name: z.string() });

export const Gift = z.object({
  id: Id,
  direction: z.enum(directions),
  kind: z.enum(giftKinds),
  accountId: Id,
  accountName: z.string(),
  dealId: Id.nullable().meta({ description: 'null also where the reader may not see the deal' }),
  dealName: z.string().nullable(),
  on: Day,
  amount: MinorUnits,
  currency: Currency,
  heads: z.int(),
  perPerson: MinorUnits.meta({ description: 'The largest share; what was received is one person’s' }),
  people: z.array(Named.extend({ share: MinorUnits })),
  unnamed: z.int(),
  purpose: z.string(),
  official: z.boolean(),
  state: z.enum(giftStates),
  exceeds: z.array(Exceeded),
  ownerId: Id,
  ownerName: z.string(),
  createdBy: Id,
  createdByName: z.string(),
  createdAt: Instant,
  decidedByName: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decision: z.string().nullable(),
  voidedByName: z.string().nullable(),
  voidedAt: Instant.nullable(),
  voidReason: z.string().nullable(),
  corrects: Id.nullable(),
  correctedBy: Id.nullable(),
  version: z.int(),
});
export type Gift = z.infer<typeof Gift>;

/**
 * The amount in whole minor units for each head; what does not divide goes to the first, who are the named. The shares
 * add up to the amount.
 */
export function sharesOf(amount: MinorUnits, heads: number): MinorUnits[] {
  const rest = amount % heads;
  return Array.from({ length: heads }, (_, at) => Math.floor(amount / heads) + (at < rest ? 1 : 0));
}

/** The calendar year in which a day counts. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
