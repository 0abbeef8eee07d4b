import { z } from 'zod';
import { addDays, Day } from '#shared/day.ts';
import { Id } from '#shared/id.ts';

/** Due for review now, or coming up within three months. */
export const quietStates = ['due', 'soon'] as const;
export type QuietState = (typeof quietStates)[number];

/** How far ahead 'soon' looks. */
export const SOON_DAYS = 90;

/** A contact without activity 久未往来的联系人 (Domain §12), to be looked at by a person: kept for a reason, or erased. */
export const QuietContact = z.object({
  id: Id,
  name: z.string(),
  title: z.string().nullable(),
  accountId: Id.nullable(),
  accountName: z.string().nullable(),
  ownerName: z.string().nullable(),
  lastOn: Day.meta({ description: 'Last day on which anything was done about her' }),
  dueOn: Day.meta({ description: 'From this day on she is due for review' }),
  held: z.boolean().meta({ description: 'Under a legal hold: cannot be erased' }),
  kept: z
    .object({ on: Day, reason: z.string(), byName: z.string() })
    .nullable()
    .meta({ description: 'Somebody looked at her before and kept her' }),
});
export type QuietContact = z.infer<typeof QuietContact>;

/** When somebody is due who has been quiet, or was kept, since a day. */
export function dueOn(since: Day, reviewAfterDays: number): Day {
  return addDays(since, reviewAfterDays);
}

/** The last days of activity (the former included) by which somebody is in a state. */
export function quietSpan(state: QuietState, reviewAfterDays: number, today: Day): { after: Day | null; until: Day } {
  const due = addDays(today, -reviewAfterDays);
  return state === 'due' ? { after: null, until: due } : { after: due, until: addDays(due, SOON_DAYS) };
}

/** What the form offers, in months, with the days that are kept. */
export const reviewChoices = [
  { months: 6, days: 183 },
  { months: 12, days: 365 },
  { months: 18, days: 548 },
  { months: 24, days: 730 },
  { months: 36, days: 1095 },
  { months: 60, days: 1825 },
] as const;
