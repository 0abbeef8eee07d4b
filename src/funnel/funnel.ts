import { z } from 'zod';
import { dealGrades, dealStates } from '#deals/deal.ts';
import { origins } from '#method/scales.ts';
import { Day } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { Currency, MinorUnits } from '#shared/money.ts';

const Words = z.object({ zh: z.string(), en: z.string() });

/** An amount in one currency; currencies are never added up. */
export const MoneyIn = z.object({ currency: Currency, amount: MinorUnits });
export type MoneyIn = z.infer<typeof MoneyIn>;

/** Some deals: how many, how much in each currency, and of how many nobody knows the amount. */
export const Tally = z.object({ count: z.int(), unknown: z.int(), amounts: z.array(MoneyIn) });
export type Tally = z.infer<typeof Tally>;

/**
 * What a funnel is narrowed to. A team stands for all below it. Product line and region are those of today; owner, team,
 * grade and origin are as they were at the moment that is counted.
 */
export const FunnelFilters = z.object({
  ownerId: Id.optional(),
  teamId: Id.optional(),
  productLine: z.string().max(100).optional(),
  region: z.string().max(40).optional().meta({ description: "The account's province" }),
  origin: z.enum(Object.keys(origins) as [keyof typeof origins, ...(keyof typeof origins)[]]).optional(),
  grade: z.enum(dealGrades).optional(),
});
export type FunnelFilters = z.infer<typeof FunnelFilters>;

/** The days between which deals came in, moved or ended; both included. */
export const Span = z.object({ from: Day, to: Day });
export type Span = z.infer<typeof Span>;

/**
 * What became until now of the deals that came into a stage within the span, each counted once, by its first entry.
 * `reached`: it has ever stood in a later stage; of the last stage: it went through its gate. The others are still worked
 * on, lost, or parked.
 */
export const Conversion = z.object({
  stageId: z.string(),
  entered: z.int(),
  reached: z.int(),
  still: z.int(),
  lost: z.int(),
  parked: z.int(),
});
export type Conversion = z.infer<typeof Conversion>;

/** Stays in a stage that ended within the span, days; what a file told is not among them. */
export const Stays = z.object({ n: z.int(), median: z.number(), p75: z.number() });

export const FunnelStage = z.object({
  stageId: z.string(),
  name: Words,
  standing: Tally,
  /** Standing longer than three quarters of the company's deals do; null where too few stays are known to say. */
  stuck: Tally.nullable(),
  usualDays: z.int().nullable(),
  stays: Stays.nullable(),
});
export type FunnelStage = z.infer<typeof FunnelStage>;

/** A column as the playbook draws its funnel. Without a stage it counts accounts. */
export const FunnelColumnView = z.object({
  id: z.string(),
  name: Words,
  stageId: z.string().nullable(),
  /** It takes only part of its stage's deals. */
  narrowed: z.boolean(),
  standing: Tally.nullable(),
  /** null where the filters say nothing of accounts. */
  accounts: z.int().nullable(),
});
export type FunnelColumnView = z.infer<typeof FunnelColumnView>;

/** Deals that came into the funnel in one month, and how far they have come since. */
export const Cohort = z.object({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  entered: z.int(),
  /** By stage, in the playbook's order: those that reached it. */
  reached: z.array(z.int()),
  won: z.int(),
  lost: z.int(),
  parked: z.int(),
  open: z.int(),
});
export type Cohort = z.infer<typeof Cohort>;

export const entryPeriods = ['guiding', 'competing', 'after', 'unknown'] as const;

/** How deals ended that we came into at this time of the buyer's cycle. */
export const EntryRate = z.object({
  period: z.enum(entryPeriods),
  won: z.int(),
  lost: z.int(),
  /** Wilson's 95 % interval of the share won; null without deals. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});
export type EntryRate = z.infer<typeof EntryRate>;

export const Funnel = z.object({
  span: Span,
  columns: z.array(FunnelColumnView),
  stages: z.array(FunnelStage),
  entries: z.array(EntryRate),
});
export type Funnel = z.infer<typeof Funnel>;

/** How deals come along: from stage to stage, and by the month in which they came. */
export const Progress = z.object({ conversions: z.array(Conversion), cohorts: z.array(Cohort) });
export type Progress = z.infer<typeof Progress>;

export const dimensions = ['owner', 'team', 'productLine', 'product', 'region', 'origin', 'grade', 'month'] as const;
export type Dimension = (typeof dimensions)[number];

/** One value of a dimension: what stands, and what was won and lost within the span. */
export const Slice = z.object({
  key: z.string().nullable().meta({ description: 'Id or value; null: nobody has said' }),
  name: z.string().nullable(),
  standing: Tally,
  won: Tally,
  lost: Tally,
});
export type Slice = z.infer<typeof Slice>;

/** A deal behind a number: as it stood at the moment that was counted, and before it, where two moments are compared. */
export const CountedDeal = z.object({
  id: Id,
  name: z.string(),
  accountName: z.string().nullable(),
  ownerName: z.string().nullable(),
  state: z.enum(dealStates),
  stageId: z.string(),
  amount: MinorUnits.nullable(),
  currency: Currency,
  closeOn: Day.nullable(),
  before: z
    .object({ state: z.enum(dealStates), stageId: z.string(), amount: MinorUnits.nullable(), closeOn: Day.nullable() })
    .nullable(),
});
export type CountedDeal = z.infer<typeof CountedDeal>;
