import { z } from 'zod';
import { accountSources, keysOf, ownerships, scales } from '#accounts/account-lists.ts';
import { memberRoles } from '#accounts/account.ts';
import { FieldKey, FieldShape, customNouns, fieldTypes } from '#fields/field.ts';
import { MapPart } from '#sample/map-part.ts';
import { SampleFact } from '#sample/sample-fact.ts';
import { SampleGift } from '#sample/sample-gift.ts';
import { SampleInformation } from '#sample/sample-information.ts';
import { SampleMethod } from '#sample/sample-method.ts';
import { SamplePartner, SampleRegistration } from '#sample/sample-partner.ts';
import { SampleReview } from '#sample/sample-review.ts';
import { Story } from '#sample/story.ts';

const Text = z.string().min(1);
const Past = z.int().min(-365).max(-1);
const Custom = z.record(z.string(), z.union([Text, z.number(), z.boolean()]));

export const SampleProduct = z.strictObject({ code: Text, name: Text, line: Text, unit: Text, price: z.number() });
export const SampleField = FieldShape.extend({ noun: z.enum(customNouns), key: FieldKey, type: z.enum(fieldTypes) });

/** Who, what, where; and what is known beside, each with its ground (Domain §12). */
export const SampleContact = z.strictObject({
  name: Text,
  title: Text,
  dept: Text,
  at: Past.optional().describe('first met; else with the account'),
  tags: z.array(Text).optional(),
  note: Text.optional(),
  facts: z.array(SampleFact).default([]),
  /** A later move to another employer. */
  moved: z.strictObject({ at: Past, to: Text, title: Text, dept: Text }).optional(),
});

export const SampleAccount = z.strictObject({
  name: Text,
  key: Text.describe('how stories call it'),
  aliases: z.array(Text).optional(),
  at: Past,
  owner: Text.nullable(),
  industry: Text,
  province: Text,
  city: Text,
  scale: z.enum(keysOf(scales)).optional(),
  ownership: z.enum(keysOf(ownerships)).optional(),
  source: z.enum(keysOf(accountSources)),
  parent: Text.optional(),
  address: Text.optional(),
  mail: Text.optional().describe('the domain; none: no site and no e-mail addresses'),
  phone: Text.optional().describe('only where a duplicate has to share it'),
  code: z.boolean().default(true),
  tags: z.array(Text).default([]),
  custom: Custom.default({}),
  team: z.record(Text, z.enum(memberRoles)).default({}),
  contacts: z.array(SampleContact).default([]),
  /** How the account's own decision-chain map grew. */
  chain: z.array(MapPart.extend({ at: Past, by: Text.optional(), because: Text.optional() })).default([]),
  notes: z.array(z.strictObject({ at: Past, by: Text.optional(), text: Text })).default([]),
  tasks: z
    .array(z.strictObject({ at: Past, by: Text.optional(), text: Text, due: z.int(), finished: Past.optional() }))
    .default([]),
});
export type SampleAccount = z.infer<typeof SampleAccount>;
export type SampleContact = z.infer<typeof SampleContact>;

/** One content file; any may hold any part. */
export const ContentFile = z.strictObject({
  products: z.array(SampleProduct).default([]),
  fields: z.array(SampleField).default([]),
  accounts: z.array(SampleAccount).default([]),
  deals: z.array(Story).default([]),
  methods: z.array(SampleMethod).default([]),
  reviews: z.array(SampleReview).default([]),
  gifts: z.array(SampleGift).default([]),
  information: z.array(SampleInformation).default([]),
  partners: z.array(SamplePartner).default([]),
  registrations: z.array(SampleRegistration).default([]),
});
export type Content = z.infer<typeof ContentFile>;
