import { z } from 'zod';
import { dealGrades, dealStates } from '#deals/deal.ts';
import { SeverityKey } from '#method/lint/lint-rule.ts';
import { questionKinds } from '#method/scales.ts';
import { Day } from '#shared/day.ts';
import { Currency, MinorUnits } from '#shared/money.ts';
import { Change, Words } from '#reviews/changes.ts';
import { Retest } from '#reviews/retest.ts';

const AgendaMiss = z.object({
  key: z.string(),
  check: z.string().nullable().meta({ description: 'null: a result to make, or the step of the buyer' }),
  words: Words,
  act: Words,
  who: Words.meta({ description: 'Whom to go to: a person of the deal, else a role' }),
  question: z
    .object({ kind: z.enum(Object.keys(questionKinds) as [keyof typeof questionKinds]), text: Words })
    .nullable(),
  by: Day,
});
export type AgendaMiss = z.infer<typeof AgendaMiss>;

/** What is on the table about one deal: from its gate, from what changed, from what the last review left (Domain §14). */
export const Agenda = z.object({
  on: Day.meta({ description: 'The day it was judged' }),
  since: Day.nullable().meta({ description: 'What changed is told from this day on' }),
  stage: Words,
  state: z.enum(dealStates),
  days: z.int().meta({ description: 'Whole days in the stage' }),
  usualDays: z.int().nullable(),
  gateMet: z.int(),
  gateTotal: z.int(),
  amount: MinorUnits.nullable(),
  currency: Currency,
  closeOn: Day.nullable(),
  grade: z.enum(dealGrades).nullable(),
  ownerName: z.string().nullable(),
  misses: z.array(AgendaMiss),
  overrides: z.array(z.object({ stage: Words, by: z.string(), on: Day, reason: z.string(), missing: z.array(Words) })),
  acceptances: z.array(z.object({ check: Words, by: z.string(), on: Day, plan: z.string() })),
  findings: z
    .array(
      z.object({
        rule: z.string(),
        name: Words,
        severity: SeverityKey,
        says: Words,
        cure: Words,
        question: Words.nullable(),
      }),
    )
    .meta({ description: 'What the lint finds, worst first; what somebody let be is left out' }),
  changes: z.array(Change),
  last: Retest.nullable(),
});
export type Agenda = z.infer<typeof Agenda>;

/** The questions to ask about a deal, one each, in the order of what is missing: a session begins with them. */
export function questionsOf({ misses }: Pick<Agenda, 'misses'>): AgendaMiss[] {
  const asked = new Set<string>();
  return misses.filter(({ question }) => {
    if (!question || asked.has(question.text.zh)) return false;
    asked.add(question.text.zh);
    return true;
  });
}
