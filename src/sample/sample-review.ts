import { z } from 'zod';

const Text = z.string().min(1);
const Past = z.int().min(-365).max(-1);

const ReviewAct = z.strictObject({ what: Text, for: Text, due: z.int(), finished: Past.optional() });

const ReviewedDeal = z.strictObject({
  deal: Text,
  notes: Text,
  decision: Text,
  questions: z.array(z.strictObject({ ask: Text, answer: Text })).default([]),
  weak: z.array(z.strictObject({ text: Text, check: Text.optional(), act: ReviewAct.optional() })).default([]),
  acts: z.array(ReviewAct).default([]),
});

/** A deal review: held and closed where it has items, else only planned. */
export const SampleReview = z.strictObject({
  name: Text,
  by: Text,
  at: Past.describe('planned, and held where it has items'),
  on: z.int().min(1).optional().describe('the day it will be held'),
  team: z.literal(true).describe("of the chair's own team"),
  members: z.array(Text).default([]),
  items: z.array(ReviewedDeal).default([]),
  summary: Text.optional(),
  comment: z.strictObject({ by: Text, deal: Text, text: Text }).optional(),
});
export type SampleReview = z.infer<typeof SampleReview>;
