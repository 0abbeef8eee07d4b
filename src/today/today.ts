import { z } from 'zod';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { Currency, MinorUnits } from '#shared/money.ts';
import { dealGrades } from '#deals/deal.ts';
import { Task } from '#tasks/task.ts';

const Words = z.object({ zh: z.string(), en: z.string() });

/** Why a deal asks for its owner today, the most worth acting on first. */
export const reasons = ['oneAnswer', 'closing', 'round', 'noNext', 'lint', 'stuck', 'overridden', 'revisit'] as const;
export const Reason = z.enum(reasons);
export type Reason = z.infer<typeof Reason>;

/** The one ★ check that a gate lacks, or of a stage without end what is due again, and how to settle it. */
export const Ask = z.object({
  check: z.string(),
  text: Words,
  act: Words,
  who: Words.meta({ description: 'Whom to ask: a person of the deal, else a role' }),
  question: Words.nullable(),
  by: Day,
  others: z.array(Words).meta({ description: 'What else keeps the gate shut: results to make, the step of the buyer' }),
});
export type Ask = z.infer<typeof Ask>;

export const DealLine = z.object({
  id: Id,
  name: z.string(),
  accountName: z.string().nullable(),
  amount: MinorUnits.nullable(),
  currency: Currency,
  closeOn: Day.nullable(),
  grade: z.enum(dealGrades).nullable(),
  stage: Words,
  gateMet: z.int(),
  gateTotal: z.int(),
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  revisitOn: Day.nullable(),
  /** Whole days in the present stage, and how many are usual there; null: not known yet. */
  days: z.int(),
  usualDays: z.int().nullable(),
  /** The first gate that a manager opened and that has not healed. */
  override: z.object({ on: Day, reason: z.string(), covered: z.int() }).nullable(),
  version: z.int(),
  lints: z.array(Words).meta({ description: 'Names of the lint rules that fire, the worst first, at most three' }),
  reasons: z.array(Reason).min(1),
  ask: Ask.nullable(),
});
export type DealLine = z.infer<typeof DealLine>;

export const Section = z.object({
  lines: z.array(DealLine),
  count: z.int().meta({ description: 'How many deals have this reason' }),
  more: z.int().meta({ description: 'How many of them are shown nowhere, neither here nor under an earlier reason' }),
});
export type Section = z.infer<typeof Section>;

export const FinishedImport = z.object({
  id: Id,
  noun: z.string(),
  fileName: z.string(),
  state: z.enum(['done', 'failed']),
  finishedAt: Instant,
});

/** How many of a kind a manager is shown of her people's deals: the worst. */
export const TEAM_LINES = 6;

/** All that the first paint of the workbench 工作台 needs. */
export const Today = z.object({
  day: Day,
  tasks: z.object({
    lines: z.array(Task).meta({ description: 'Mine, open, due within a week; first due first' }),
    later: z.int().meta({ description: 'Open ones due later or on no day, counted up to 100' }),
  }),
  deals: z.object({
    oneAnswer: Section,
    closing: Section,
    round: Section,
    noNext: Section,
    lint: Section,
    stuck: Section,
    overridden: Section,
    revisit: Section,
  }),
  closing: z.array(z.object({ currency: Currency, amount: MinorUnits, deals: z.int() })).meta({
    description: 'What is to be signed this month, and what was to be signed before',
  }),
  /** What a manager should look at among her people's deals; null for who leads nobody. */
  team: z.object({ overridden: z.array(DealLine), stuck: z.array(DealLine) }).nullable(),
  imports: z.array(FinishedImport),
  /** The first three steps and which are done; null once all are. */
  steps: z.object({ account: z.boolean(), deal: z.boolean(), evidence: z.boolean() }).nullable(),
});
export type Today = z.infer<typeof Today>;

/**
 * Every deal once, under the most important of its reasons, so that nobody is asked six times for one deal; its other
 * reasons stand on its line.
 *
 * @param rows a deal and one reason each, in the order in which a section shows them
 */
export function sectioned<R extends { id: string; reason: Reason }>(rows: readonly R[], most: number) {
  const all = Map.groupBy(rows, ({ id }) => id);
  const place = new Map(
    [...all].map(([id, its]) => [id, reasons.find((reason) => its.some((row) => row.reason === reason))!]),
  );
  const linesOf = (reason: Reason) =>
    rows
      .filter((row) => row.reason === reason && place.get(row.id) === reason)
      .slice(0, most)
      .map((row) => {
        const its = new Set(all.get(row.id)!.map((one) => one.reason));
        return { row, reasons: reasons.filter((one) => its.has(one)) };
      });
  return Object.fromEntries(reasons.map((reason) => [reason, linesOf(reason)])) as {
    [K in Reason]: { row: R; reasons: Reason[] }[];
  };
}

/** The last day of a day's month. */
export function endOfMonth(day: Day): Day {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
