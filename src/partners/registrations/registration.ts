import { z } from 'zod';
import { CreditCode } from '#accounts/account.ts';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { Currency, MinorUnits } from '#shared/money.ts';
import { partnerKinds } from '#partners/partner.ts';

export const registrationStates = ['submitted', 'accepted', 'refused', 'expired', 'withdrawn'] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** `waiting`: above the company's limit, not yet allowed by a manager. */
export const termsStates = ['none', 'within', 'waiting', 'approved', 'refused'] as const;
export type TermsState = (typeof termsStates)[number];

const most = 100_000_000_000_00;

/** What the partner, the firm, gets for it; never anybody in person. */
export const Terms = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('percent'),
    percent: z.int().min(1).max(100_00).meta({ description: 'Of the amount, in hundredths of a percent: 500 is 5 %' }),
  }),
  z.object({ kind: z.literal('fixed'), amount: MinorUnits.min(1).max(most) }),
]);
export type Terms = z.infer<typeof Terms>;

const Name = z.string().trim().min(2).max(200);

/** Who the project is for: an account, or a name that is not an account yet. */
export const CustomerFields = z.object({
  accountId: Id.nullish(),
  customerName: z.string().trim().max(200).nullish().meta({ description: 'Where it is no account of ours yet' }),
  creditCode: CreditCode.nullish().meta({ description: "The customer's, where it is no account" }),
});

/** A project that a partner registers with us 报备 (Domain §1). */
export const RegistrationFields = z.object({
  partnerId: Id,
  name: Name.meta({ description: "The project's" }),
  ...CustomerFields.shape,
  amount: MinorUnits.min(0).max(most).nullish().meta({ description: 'Expected, minor units' }),
  currency: Currency.default('CNY'),
  closeOn: Day.nullish().meta({ description: 'Expected day of signing' }),
  products: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  brings: z.string().trim().min(2).max(1000).meta({ description: 'What the partner brings to it' }),
  interest: z.boolean().meta({
    description: 'Declared by the partner: one of its people has an interest or a relative on the customer’s side',
  }),
  interestNote: z.string().trim().max(500).nullish(),
  terms: Terms.default({ kind: 'none' }),
  termsNote: z.string().trim().max(500).nullish(),
  dealId: Id.nullish().meta({ description: 'The deal that it belongs to, where there is one already' }),
});
export type RegistrationFields = z.infer<typeof RegistrationFields>;

export const Registration = z.object({
  id: Id,
  name: z.string(),
  partnerId: Id,
  partnerName: z.string(),
  partnerKind: z.enum(partnerKinds),
  accountId: Id.nullable().meta({ description: 'null also where the reader may not see the account' }),
  customerName: z.string(),
  creditCode: z.string().nullable(),
  amount: MinorUnits.nullable(),
  currency: Currency,
  closeOn: Day.nullable(),
  products: z.array(z.string()),
  brings: z.string(),
  interest: z.boolean(),
  interestNote: z.string().nullable(),
  handling: z.string().nullable().meta({ description: 'How the conflict of interest is handled' }),
  terms: Terms,
  termsNote: z.string().nullable(),
  termsState: z.enum(termsStates),
  termsByName: z.string().nullable(),
  termsReason: z.string().nullable(),
  state: z.enum(registrationStates),
  reason: z.string().nullable().meta({ description: 'Why it was refused or withdrawn' }),
  decidedByName: z.string().nullable(),
  decidedAt: Instant.nullable(),
  protectedFrom: Day.nullable(),
  protectedUntil: Day.nullable().meta({ description: 'The last day of protection' }),
  extendedByName: z.string().nullable(),
  extensionReason: z.string().nullable(),
  dealId: Id.nullable().meta({ description: 'null also where the reader may not see the deal' }),
  dealName: z.string().nullable(),
  ownerId: Id,
  ownerName: z.string(),
  version: z.int(),
  createdAt: Instant,
});
export type Registration = z.infer<typeof Registration>;

/** What stands in the way of a registration, or beside it 撞单. Of what the reader may not see, only whose it is. */
export const Conflict = z.object({
  kind: z.enum(['account', 'deal', 'registration']),
  id: Id.nullable(),
  name: z.string().nullable(),
  partnerName: z.string().nullable(),
  ownerName: z.string().nullable(),
  likeness: z.enum(['same', 'like', 'customer']).meta({
    description: 'The same project, one of a similar name, or another of the same customer',
  }),
  state: z.enum(registrationStates).nullable().meta({ description: 'Of a registration' }),
  protectedUntil: Day.nullable(),
  blocks: z.boolean().meta({ description: 'It cannot be accepted while this stands' }),
});
export type Conflict = z.infer<typeof Conflict>;
