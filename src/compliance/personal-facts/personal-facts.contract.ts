import { z } from 'zod';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { writtenRefusals } from '#compliance/written-text.ts';
import { keptKindNames } from '#compliance/personal-facts/fact-kind.ts';
import { factRefusals } from '#compliance/personal-facts/fact-refusals.ts';
import { FactFields, PersonalFact } from '#compliance/personal-facts/personal-fact.ts';
import { PrivacyPolicy } from '#compliance/personal-facts/privacy-policy.ts';

const OfContact = z.object({ contactId: Id });
const Reason = z.string().trim().min(2).max(300);
const changed = pick(platformRefusals, 'record.changed');
const gone = pick(factRefusals, 'personalFact.blanked');

export const PersonalFacts = z.object({
  facts: z.array(PersonalFact),
  policy: PrivacyPolicy,
  may: z.object({ write: z.boolean(), reveal: z.boolean(), seeLooks: z.boolean() }),
});
export type PersonalFacts = z.infer<typeof PersonalFacts>;

/** One look at a masked value: who, at what, why. Never the value. */
export const Look = z.object({
  id: Id,
  at: Instant,
  byName: z.string(),
  kind: z.enum(keptKindNames),
  reason: z.string(),
});
export type Look = z.infer<typeof Look>;

export const PrivacyPolicyView = z.object({
  version: z.int(),
  policy: PrivacyPolicy,
  changedAt: Instant.nullable(),
  changedByName: z.string().nullable(),
});
export type PrivacyPolicyView = z.infer<typeof PrivacyPolicyView>;

export const personalFactsContract = {
  list: query({
    path: '/personal-facts',
    access: 'contact.read',
    summary: { zh: '联系人的个人信息（敏感值不显示）', en: 'Personal facts of a contact; sensitive values are masked' },
    input: OfContact,
    output: PersonalFacts,
  }),
  looks: query({
    path: '/personal-facts/looks',
    access: 'contact.read',
    summary: { zh: '谁查看过敏感信息', en: 'Who looked at sensitive facts' },
    input: OfContact,
    output: z.object({ looks: z.array(Look).meta({ description: 'The latest 100' }) }),
  }),
  record: command({
    path: '/personal-facts',
    access: 'contact.write',
    summary: { zh: '记录一条个人信息', en: 'Record a personal fact' },
    input: FactFields.extend({ contactId: Id }),
    output: PersonalFact,
    refusals: {
      ...writtenRefusals,
      ...pick(
        factRefusals,
        'personalFact.forbidden',
        'personalFact.kindOff',
        'personalFact.purpose',
        'personalFact.consentOnly',
        'personalFact.consentMissing',
        'personalFact.consentAhead',
        'personalFact.reasonNeeded',
        'personalFact.over',
        'personalFact.tooLong',
        'personalFact.birthday',
      ),
    },
  }),
  reveal: command({
    path: '/personal-facts/{id}/reveal',
    access: 'person.reveal',
    summary: { zh: '查看敏感信息（写明理由，留下记录）', en: 'See a masked value, for a reason; it is logged' },
    input: z.object({ id: Id, reason: Reason }),
    output: z.object({ value: z.string().nullable().meta({ description: 'null on a retry: ask anew' }) }),
    refusals: { ...writtenRefusals, ...gone, ...pick(factRefusals, 'personalFact.kindOff') },
    shownOnce: ['value'],
  }),
  withdraw: command({
    path: '/personal-facts/{id}/withdrawal',
    access: 'contact.write',
    summary: { zh: '本人撤回同意：清除这条信息', en: 'Consent is withdrawn: the fact is blanked' },
    input: z.object({ id: Id, version: z.int() }),
    output: PersonalFact,
    refusals: { ...changed, ...gone, ...pick(factRefusals, 'personalFact.noConsent') },
  }),
  remove: command({
    path: '/personal-facts/{id}/removal',
    access: 'contact.write',
    summary: { zh: '清除一条个人信息', en: 'Blank a personal fact' },
    input: z.object({ id: Id, version: z.int() }),
    output: PersonalFact,
    refusals: { ...changed, ...gone },
  }),
  policy: query({
    path: '/privacy-policy',
    access: 'contact.read',
    summary: { zh: '公司记录哪些个人信息', en: 'What the company keeps about people' },
    input: z.object({}),
    output: PrivacyPolicyView,
  }),
  changePolicy: command({
    method: 'PUT',
    path: '/privacy-policy',
    access: 'company.write',
    summary: { zh: '修改公司记录哪些个人信息', en: 'Change what the company keeps about people' },
    input: z.object({ version: z.int(), policy: PrivacyPolicy }),
    output: PrivacyPolicyView,
    refusals: changed,
  }),
};
