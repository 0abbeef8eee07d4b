import { z } from 'zod';
import { Strength } from '#method/evidence.ts';

const Text = z.string().min(1);
const Past = z.int().min(-730).max(-1);
/** Who or what told it: a contact, a paper, something public; none: seen ourselves. */
const told = {
  from: Text.optional(),
  doc: Text.optional(),
  web: Text.optional(),
  on: Past.optional(),
  sure: Strength.optional(),
};

const Fact = z.strictObject({
  ...told,
  item: Text,
  is: z.union([Text, z.number(), z.boolean()]).optional().describe('none: asked in vain'),
  wan: z.number().optional().describe('an amount, 万元'),
});
const Row = z.strictObject({
  ...told,
  installed: z
    .strictObject({
      use: Text,
      brand: Text.optional(),
      model: Text.optional(),
      quantity: z.int().optional(),
      years: z.int().optional().describe('in use'),
      ours: z.boolean().optional(),
    })
    .optional(),
  approval: z.strictObject({ step: z.int(), who: Text, wan: z.number().optional(), does: Text.optional() }).optional(),
  contender: z
    .strictObject({
      name: Text,
      solution: Text.optional(),
      price: Text.optional(),
      quality: Text.optional(),
      service: Text.optional(),
      relations: Text.optional(),
      support: Text.optional(),
    })
    .optional(),
});

/** What was recorded of a customer, or of a deal's project, on one day. */
export const SampleInformation = z.strictObject({
  account: Text.optional(),
  deal: Text.optional(),
  at: z.int().min(-365).max(-1),
  by: Text,
  facts: z.array(Fact).default([]),
  rows: z.array(Row).default([]),
});
export type SampleInformation = z.infer<typeof SampleInformation>;
export type SampleFact = z.infer<typeof Fact>;
export type SampleRow = z.infer<typeof Row>;
