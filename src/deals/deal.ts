import { z } from 'zod';
import { FactSource } from '#method/fact-source.ts';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { Currency, MinorUnits } from '#shared/money.ts';
import { origins } from '#method/scales.ts';
import { closeReasons } from '#deals/deal-words.ts';

export const dealStates = ['open', 'parked', 'won', 'lost'] as const;
export type DealState = (typeof dealStates)[number];
export const dealClasses = ['lead', 'opportunity', 'project'] as const;
export const dealGrades = ['A', 'B', 'C', 'D'] as const;
export const memberRoles = ['sales', 'presales', 'service', 'sponsor'] as const;

const CustomField = z.unknown().meta({ description: 'As the definition of the custom field types it; null clears it' });

const keys = <K extends string>(words: { readonly [key in K]: unknown }) => z.enum(Object.keys(words) as [K, ...K[]]);

/** What a person types of a deal 商机 (Domain §5, §17). */
export const DealFields = z.object({
  name: z.string().trim().min(1).max(200),
  accountId: Id.nullish(),
  amount: MinorUnits.min(0).max(9_000_000_000_000_00).nullish().meta({ description: 'Expected amount, minor units' }),
  currency: Currency.default('CNY'),
  closeOn: Day.nullish().meta({ description: 'Expected day of signature' }),
  origin: keys(origins).nullish(),
  grade: z.enum(dealGrades).nullish(),
  tags: z.array(z.string().trim().min(1).max(40)).max(30).default([]),
  custom: z.record(z.string().max(60), CustomField).default({}),
});
export type DealFields = z.infer<typeof DealFields>;

export const DealLine = z.object({
  productId: Id,
  quantity: z.number().positive().max(1e9).meta({ description: 'At most four decimals' }),
  unitPrice: MinorUnits.min(0),
});
export type DealLine = z.infer<typeof DealLine>;

export const DealMember = z.object({ userId: Id, role: z.enum(memberRoles) });
export type DealMember = z.infer<typeof DealMember>;

export const Acceptance = z.object({ check: z.string(), by: Id, plan: z.string(), on: Day });
export const Override = z.object({
  stage: z.string(),
  by: Id,
  reason: z.string(),
  on: Day,
  covered: z.array(z.string()),
});

/**
 * A method that the deal has stood in, and how what was said under it reads now (method/former-method.ts; ADR 0010).
 * `left`: how the deal stood there when it went on, so that it can stand so again; null where it has come back.
 */
export const FormerMethod = z.object({
  playbookId: z.string(),
  version: z.int(),
  checks: z.record(z.string(), z.string().nullable()).meta({ description: 'Check → its check now; null: kept aside' }),
  left: z
    .object({
      stageId: z.string(),
      stageSince: Instant,
      to: z.string().nullable().meta({ description: 'The stage that it went to; null: it has moved since' }),
      acceptances: z.array(Acceptance),
      overrides: z.array(Override),
      buyerSteps: z.record(z.string(), z.object({ was: z.string(), became: z.string().nullable() })),
    })
    .nullable(),
});
export type FormerMethod = z.infer<typeof FormerMethod>;

/** A deal as it is kept: what events hold before and after, and what a past moment is read back to. */
export const Deal = DealFields.required().extend({
  id: Id,
  class: z.enum(dealClasses),
  state: z.enum(dealStates),
  playbookId: z.string(),
  playbookVersion: z.int(),
  stageId: z.string(),
  stageSince: Instant,
  reason: keys(closeReasons).nullable(),
  reasonNote: z.string().nullable(),
  winner: z.string().nullable(),
  priceGap: MinorUnits.nullable().meta({ description: "Ours minus the winner's price, minor units" }),
  revisitOn: Day.nullable(),
  closedOn: Day.nullable().meta({ description: 'Day it was won or lost' }),
  finishedOn: Day.nullable().meta({ description: 'Day the last gate was passed' }),
  facts: FactSource,
  acceptances: z.array(Acceptance),
  overrides: z.array(Override),
  formerMethods: z.array(FormerMethod).meta({ description: 'Methods it has stood in, the first first' }),
  ownerId: Id.nullable(),
  teamId: Id.nullable(),
  memberIds: z.array(Id),
  version: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Deal = z.infer<typeof Deal>;

/** A deal in a list or on a card. */
export const DealRow = Deal.omit({
  facts: true,
  acceptances: true,
  overrides: true,
  formerMethods: true,
  memberIds: true,
  custom: true,
}).extend({
  accountName: z.string().nullable(),
  ownerName: z.string().nullable(),
  overridden: z.boolean().meta({ description: 'A manager opened a gate, and what it covered is still missing' }),
  gateMet: z.int().meta({ description: '★ checks met in the current stage, as last judged' }),
  gateTotal: z.int(),
  lints: z.int().meta({ description: 'Selling mistakes that the lint finds, as last judged' }),
  lintSerious: z.int(),
  nextAct: z.object({ title: z.string(), dueOn: Day.nullable() }).nullable(),
});
export type DealRow = z.infer<typeof DealRow>;
