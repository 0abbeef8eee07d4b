import { z } from 'zod';
import { keptKindNames } from '#compliance/personal-facts/fact-kind.ts';
import { bases } from '#compliance/personal-facts/personal-fact.ts';

const Text = z.string().min(1);

/** What is known of somebody beside her work, with the ground on which it is kept (Domain §12). */
export const SampleFact = z.strictObject({
  at: z.int().min(-365).max(-1),
  by: Text.optional(),
  kind: z.enum(keptKindNames),
  value: Text,
  source: Text,
  basis: z.enum(bases).default('public'),
  consent: z.strictObject({ how: Text, scope: Text }).optional().describe('given on that day'),
  /** Days from today on which it lapses; else as long as the company keeps the kind. */
  until: z.int().min(1).optional(),
});
export type SampleFact = z.infer<typeof SampleFact>;
