import { z } from 'zod';
import { Day } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { Currency, MinorUnits } from '#shared/money.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { page, pageQuery } from '#platform/list/page.ts';
import { Exceeded, Gift, GiftFields, directions, giftKinds, giftStates } from '#compliance/gifts/gift.ts';
import { GiftPolicy } from '#compliance/gifts/gift-policy.ts';
import { giftRefusals } from '#compliance/gifts/gift-refusals.ts';
import { writtenRefusals } from '#compliance/written-text.ts';
import { colleagueRefusals } from '#team/colleague.ts';

const Words = z.object({ zh: z.string(), en: z.string() });
const Reason = z.string().trim().min(2).max(500);

export const GiftFilters = z.object({
  state: z.enum(giftStates).optional(),
  direction: z.enum(directions).optional(),
  kind: z.enum(giftKinds).optional(),
  official: z.boolean().default(false).meta({ description: 'Only with public officials' }),
  accountId: Id.optional(),
  contactId: Id.optional(),
  ownerId: Id.optional(),
  from: Day.optional(),
  to: Day.optional(),
  toDecide: z.boolean().default(false).meta({ description: 'Only what waits for a decision that the reader may make' }),
});
export type GiftFilters = z.infer<typeof GiftFilters>;

/** How an entry would be taken, before it is saved: what everybody got this year and may get. */
export const Assessment = z.object({
  outcome: z.enum(['registered', 'requested', 'refused']),
  refusal: Words.nullable().meta({ description: 'Why it would be refused' }),
  year: z.int(),
  currency: Currency,
  exceeds: z.array(Exceeded),
  people: z.array(
    z.object({
      id: Id.nullable().meta({ description: 'null: each of those who are not named' }),
      name: z.string().nullable(),
      official: z.boolean(),
      share: MinorUnits,
      before: MinorUnits.nullable().meta({ description: 'Sum of the year without this entry; null: not known' }),
      once: MinorUnits.nullable().meta({ description: 'Limits; null: none in this currency' }),
      most: MinorUnits.nullable(),
    }),
  ),
  account: z.object({ name: z.string(), before: MinorUnits }),
  owner: z.object({ name: z.string(), before: MinorUnits, once: MinorUnits.nullable(), most: MinorUnits.nullable() }),
});
export type Assessment = z.infer<typeof Assessment>;

export const YearSums = z.object({
  year: z.int(),
  sums: z.array(
    z.object({
      currency: Currency,
      direction: z.enum(directions),
      hospitality: z.boolean(),
      amount: MinorUnits,
      count: z.int(),
    }),
  ),
  waiting: z.int(),
  official: z.enum(['account', 'contact']).nullable().meta({ description: 'What makes them public officials' }),
  policy: GiftPolicy,
});
export type YearSums = z.infer<typeof YearSums>;

export const PolicyView = z.object({
  version: z.int(),
  policy: GiftPolicy,
  changedAt: z.string().nullable(),
  changedByName: z.string().nullable(),
  steps: z
    .array(z.object({ id: z.string(), name: Words, playbooks: z.array(Words) }))
    .meta({ description: "Buyer's steps of the company's playbooks" }),
});
export type PolicyView = z.infer<typeof PolicyView>;

const entering = {
  ...colleagueRefusals,
  ...writtenRefusals,
  ...pick(
    giftRefusals,
    'gift.cash',
    'gift.officialNone',
    'gift.frozen',
    'gift.nobody',
    'gift.dayOutside',
    'gift.elsewhere',
    'gift.dealElsewhere',
  ),
};
const voiding = { ...pick(giftRefusals, 'gift.notYours', 'gift.void'), ...writtenRefusals };
const judging = { ...pick(giftRefusals, 'gift.notPending', 'gift.ownRequest'), ...writtenRefusals };
const approving = { ...judging, ...pick(giftRefusals, 'gift.frozen') };

export const giftsContract = {
  list: query({
    path: '/gifts',
    access: 'gift.read',
    summary: { zh: '礼品与招待登记', en: 'The register of gifts and hospitality' },
    input: GiftFilters.extend(pageQuery(['on', 'amount'], 'on')),
    output: page(Gift),
  }),
  show: query({
    path: '/gifts/{id}',
    access: 'gift.read',
    summary: { zh: '一条登记，连同各人本年累计', en: 'An entry, with what everybody got in its year' },
    input: z.object({ id: Id }),
    output: z.object({
      gift: Gift,
      now: Assessment.nullable().meta({ description: 'While it waits: how it stands today' }),
      may: z.object({ decide: z.boolean(), void: z.boolean() }),
    }),
  }),
  assess: query({
    method: 'POST',
    path: '/gifts/assess',
    access: 'gift.write',
    summary: { zh: '登记前试算：累计与上限', en: 'Before registering: sums and limits' },
    input: GiftFields.extend({
      purpose: z.string().max(500).default(''),
      correctsId: Id.optional(),
    }),
    output: Assessment,
    refusals: entering,
  }),
  year: query({
    path: '/gifts/year',
    access: 'gift.read',
    summary: { zh: '客户或联系人的本年累计', en: 'The year’s sums of an account or a contact' },
    input: z.object({ subjectKind: z.enum(['account', 'contact']), subjectId: Id }),
    output: YearSums,
  }),
  register: command({
    path: '/gifts',
    access: 'gift.write',
    summary: {
      zh: '登记礼品或招待；超限的成为申请',
      en: 'Register a gift or hospitality; above a limit it is a request',
    },
    input: GiftFields.extend({
      corrects: z
        .object({ id: Id, reason: Reason })
        .optional()
        .meta({ description: 'The entry that this one takes the place of; it is voided' }),
    }),
    output: Gift,
    refusals: { ...entering, ...voiding },
  }),
  approve: command({
    path: '/gifts/{id}/approval',
    access: 'gift.approve',
    summary: { zh: '批准超限的申请', en: 'Approve a request' },
    input: z.object({ id: Id, reason: Reason }),
    output: Gift,
    refusals: approving,
  }),
  refuse: command({
    path: '/gifts/{id}/refusal',
    access: 'gift.approve',
    summary: { zh: '驳回超限的申请', en: 'Refuse a request' },
    input: z.object({ id: Id, reason: Reason }),
    output: Gift,
    refusals: judging,
  }),
  void: command({
    path: '/gifts/{id}/void',
    access: 'gift.write',
    summary: { zh: '作废一条登记', en: 'Void an entry' },
    input: z.object({ id: Id, reason: Reason }),
    output: Gift,
    refusals: voiding,
  }),
  markOfficial: command({
    path: '/gifts/officials',
    access: 'gift.write',
    summary: { zh: '标明联系人是国家工作人员', en: 'Say that a contact is a public official' },
    input: z.object({ contactId: Id }),
    output: z.object({ contactId: Id }),
  }),
  policy: query({
    path: '/gift-policy',
    access: 'gift.read',
    summary: { zh: '礼品与招待的上限', en: 'The limits on gifts and hospitality' },
    input: z.object({}),
    output: PolicyView,
  }),
  changePolicy: command({
    method: 'PUT',
    path: '/gift-policy',
    access: 'company.write',
    summary: { zh: '修改礼品与招待的上限', en: 'Change the limits on gifts and hospitality' },
    input: z.object({ version: z.int(), policy: GiftPolicy }),
    output: PolicyView,
    refusals: pick(platformRefusals, 'record.changed'),
  }),
};
