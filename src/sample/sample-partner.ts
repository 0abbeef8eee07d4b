import { z } from 'zod';
import { partnerKinds } from '#partners/partner.ts';
import { TieFields } from '#partners/ties/partner-tie.ts';

const Text = z.string().min(1);
const Past = z.int().min(-365).max(-1);
const AnyDay = z.int().min(-365).max(730);
const Later = z.strictObject({ at: Past, by: Text, because: Text });

/** A channel partner, whom it knows, and what becomes of the work with it. */
export const SamplePartner = z.strictObject({
  name: Text,
  key: Text.describe('a name for registrations'),
  at: Past,
  by: Text.describe('who looks after it'),
  kind: z.enum(partnerKinds),
  province: Text.optional(),
  city: Text.optional(),
  contract: z.tuple([AnyDay, AnyDay]).optional(),
  note: Text.optional(),
  people: z.array(z.strictObject({ name: Text, title: Text, contact: z.literal(true).optional() })).default([]),
  ties: z
    .array(
      z.strictObject({
        to: Text.describe('a contact, an account or a rival'),
        target: TieFields.shape.target,
        kind: TieFields.shape.kind,
        strength: z.int(),
        source: Text,
        note: Text.optional(),
        by: Text.optional(),
      }),
    )
    .default([]),
  suspended: Later.optional(),
});
export type SamplePartner = z.infer<typeof SamplePartner>;

/** A project that a partner registers, and what becomes of it. */
export const SampleRegistration = z.strictObject({
  partner: Text,
  project: Text,
  at: Past,
  by: Text,
  account: Text.optional(),
  customer: Text.optional().describe('where it is no account of ours, or not hers to see'),
  deal: Text.optional(),
  wan: z.number(),
  closeOn: AnyDay,
  products: z.array(Text).default([]),
  brings: Text,
  interest: Text.optional().describe('the conflict of interest that was declared'),
  percent: z.number().optional(),
  accepted: z.strictObject({ at: Past, by: Text, handling: Text.optional() }).optional(),
  refused: Later.optional(),
  withdrawn: Later.optional(),
  extended: Later.optional(),
});
export type SampleRegistration = z.infer<typeof SampleRegistration>;
