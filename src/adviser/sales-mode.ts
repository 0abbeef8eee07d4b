import { z } from 'zod';
import { AdviserAnswers } from '#method/adviser.ts';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';

/** What was found out of how to sell to an account or in a deal 打法, with who says so and when (Domain §1). */
export const SalesModeFields = z.object({
  accountId: Id.optional(),
  dealId: Id.optional(),
  answers: AdviserAnswers,
  source: z.string().trim().min(1).max(200).meta({ description: 'Who says so, or what it rests on' }),
  observedOn: Day,
});

export const SalesMode = z.object({
  id: Id,
  accountId: Id.nullable(),
  dealId: Id.nullable(),
  answers: AdviserAnswers,
  playbookId: z.string().meta({ description: 'The playbook that was advised' }),
  source: z.string(),
  observedOn: Day,
  recordedAt: Instant,
  recordedByName: z.string(),
});
export type SalesMode = z.infer<typeof SalesMode>;

/** What holds for the account whatever is bought: its value type and its places in the two matrices. */
export function accountAnswers({ valueType, importance, substitution, theirs, ours, trade }: AdviserAnswers) {
  return { valueType, importance, substitution, theirs, ours, trade } satisfies AdviserAnswers;
}
