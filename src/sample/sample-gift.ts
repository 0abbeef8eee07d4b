import { z } from 'zod';
import { directions, giftKinds } from '#compliance/gifts/gift.ts';

const Text = z.string().min(1);
const Past = z.int().min(-365).max(-1);
const Later = z.strictObject({ at: Past, by: Text, because: Text });

/** An entry in the register of gifts and hospitality, and what became of it. */
export const SampleGift = z.strictObject({
  at: Past,
  by: Text,
  account: Text,
  direction: z.enum(directions).default('given'),
  kind: z.enum(giftKinds),
  people: z.array(Text).default([]).describe('contacts of the account'),
  unnamed: z.int().default(0),
  yuan: z.number().describe('the value of all'),
  purpose: Text,
  deal: Text.optional(),
  approved: Later.optional(),
  refused: Later.optional(),
  voided: Later.optional(),
});
export type SampleGift = z.infer<typeof SampleGift>;
