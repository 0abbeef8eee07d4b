import { z } from 'zod';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { page, pageQuery } from '#platform/list/page.ts';
import { writtenRefusals } from '#compliance/written-text.ts';
import {
  Conflict,
  CustomerFields,
  Registration,
  RegistrationFields,
  registrationStates,
  Terms,
} from '#partners/registrations/registration.ts';
import { RegistrationPolicy } from '#partners/registrations/registration-policy.ts';
import { registrationRefusals } from '#partners/registrations/registration-refusals.ts';

const Versioned = z.object({ id: Id, version: z.int() });
const Reason = z.string().trim().min(2).max(500);
const word = z.string().trim().max(100).optional();

export const RegistrationFilters = z.object({
  search: word.meta({ description: 'In the names of project, customer and partner' }),
  state: z.enum(registrationStates).optional(),
  partnerId: Id.optional(),
  accountId: Id.optional(),
  dealId: Id.optional(),
  ownerId: Id.optional(),
  mine: z.boolean().optional().meta({ description: 'Only what the reader registered' }),
  toDecide: z.boolean().optional().meta({ description: 'Only what waits for a decision that the reader may make' }),
  endsBefore: Day.optional().meta({ description: 'Under protection, which ends by that day' }),
});
export type RegistrationFilters = z.infer<typeof RegistrationFilters>;

export const RegistrationView = z.object({
  registration: Registration,
  conflicts: z.array(Conflict).meta({ description: 'While it waits or is protected' }),
  history: z.array(
    z.object({
      id: Id,
      at: Instant,
      type: z.string(),
      actorName: z.string().nullable().meta({ description: 'null: the system' }),
      reason: z.string().nullable(),
      until: Day.nullable(),
    }),
  ),
  policy: RegistrationPolicy,
  may: z.object({
    decide: z.boolean(),
    decideTerms: z.boolean(),
    extend: z.boolean(),
    withdraw: z.boolean(),
    change: z.boolean().meta({ description: 'Its terms and its deal' }),
  }),
});
export type RegistrationView = z.infer<typeof RegistrationView>;

export const RegistrationPolicyView = z.object({
  version: z.int(),
  policy: RegistrationPolicy,
  changedAt: z.string().nullable(),
  changedByName: z.string().nullable(),
});
export type RegistrationPolicyView = z.infer<typeof RegistrationPolicyView>;

const changed = pick(platformRefusals, 'record.changed');
const written = { ...changed, ...writtenRefusals };

export const registrationsContract = {
  list: query({
    path: '/registrations',
    access: 'partner.read',
    summary: { zh: '报备列表', en: 'List registrations' },
    input: RegistrationFilters.extend(pageQuery(['created', 'until'], 'created')),
    output: page(Registration),
  }),
  conflicts: query({
    method: 'POST',
    path: '/registrations/conflicts',
    access: 'partner.write',
    summary: { zh: '报备前查撞单', en: 'Look for conflicts before registering' },
    input: z.object({
      ...CustomerFields.shape,
      name: z.string().trim().max(200).default(''),
      dealId: Id.nullish().meta({ description: 'Its own deal, which is no conflict' }),
    }),
    output: z.object({ conflicts: z.array(Conflict) }),
  }),
  show: query({
    path: '/registrations/{id}',
    access: 'partner.read',
    summary: { zh: '一条报备：撞单、历史、可做的事', en: 'A registration with its conflicts and history' },
    input: z.object({ id: Id }),
    output: RegistrationView,
  }),
  create: command({
    path: '/registrations',
    access: 'partner.write',
    summary: { zh: '登记报备', en: 'Register a project of a partner' },
    input: RegistrationFields,
    output: Registration,
    refusals: {
      ...writtenRefusals,
      ...pick(
        registrationRefusals,
        'registration.partnerOut',
        'registration.customerMissing',
        'registration.interestUnsaid',
        'registration.dealElsewhere',
      ),
    },
  }),
  accept: command({
    path: '/registrations/{id}/acceptance',
    access: 'partner.approve',
    summary: { zh: '接受报备，保护期开始', en: 'Accept: protection begins' },
    input: Versioned.extend({
      handling: Reason.nullish().meta({ description: 'How a declared conflict of interest is handled' }),
    }),
    output: Registration,
    refusals: {
      ...written,
      ...pick(
        registrationRefusals,
        'registration.notWaiting',
        'registration.own',
        'registration.partnerNotActive',
        'registration.termsOpen',
        'registration.interestUnhandled',
        'registration.protected',
      ),
    },
  }),
  refuse: command({
    path: '/registrations/{id}/refusal',
    access: 'partner.approve',
    summary: { zh: '驳回报备', en: 'Refuse a registration' },
    input: Versioned.extend({ reason: Reason }),
    output: Registration,
    refusals: { ...written, ...pick(registrationRefusals, 'registration.notWaiting', 'registration.own') },
  }),
  withdraw: command({
    path: '/registrations/{id}/withdrawal',
    access: 'partner.write',
    summary: { zh: '撤回报备', en: 'Withdraw a registration' },
    input: Versioned.extend({ reason: Reason }),
    output: Registration,
    refusals: { ...written, ...pick(registrationRefusals, 'registration.over', 'registration.notYours') },
  }),
  extend: command({
    path: '/registrations/{id}/extension',
    access: 'partner.approve',
    summary: { zh: '延长保护期，只此一次', en: 'Extend its protection, once' },
    input: Versioned.extend({ reason: Reason }),
    output: Registration,
    refusals: {
      ...written,
      ...pick(registrationRefusals, 'registration.notProtected', 'registration.extendedOnce', 'registration.own'),
    },
  }),
  setTerms: command({
    method: 'PUT',
    path: '/registrations/{id}/terms',
    access: 'partner.write',
    summary: { zh: '修改佣金条件', en: 'Change its terms' },
    input: Versioned.extend({ terms: Terms, note: z.string().trim().max(500).nullish() }),
    output: Registration,
    refusals: { ...written, ...pick(registrationRefusals, 'registration.over', 'registration.notYours') },
  }),
  decideTerms: command({
    path: '/registrations/{id}/terms',
    access: 'partner.approve',
    summary: { zh: '审批超限的佣金', en: 'Decide on terms above the limit' },
    input: Versioned.extend({ approve: z.boolean(), reason: Reason }),
    output: Registration,
    refusals: { ...written, ...pick(registrationRefusals, 'registration.termsNotWaiting', 'registration.own') },
  }),
  link: command({
    method: 'PUT',
    path: '/registrations/{id}/deal',
    access: 'partner.write',
    summary: { zh: '关联商机', en: 'Link it to a deal' },
    input: Versioned.extend({ dealId: Id }),
    output: Registration,
    refusals: {
      ...changed,
      ...pick(
        registrationRefusals,
        'registration.over',
        'registration.notYours',
        'registration.dealElsewhere',
        'registration.protected',
      ),
    },
  }),
  policy: query({
    path: '/registration-policy',
    access: 'partner.read',
    summary: { zh: '报备规则', en: 'The rules on registrations' },
    input: z.object({}),
    output: RegistrationPolicyView,
  }),
  changePolicy: command({
    method: 'PUT',
    path: '/registration-policy',
    access: 'company.write',
    summary: { zh: '修改报备规则', en: 'Change the rules on registrations' },
    input: z.object({ version: z.int(), policy: RegistrationPolicy }),
    output: RegistrationPolicyView,
    refusals: changed,
  }),
};
