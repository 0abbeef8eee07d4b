import { z } from 'zod';
import { changeOf } from '#shared/change.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { page, pageQuery } from '#platform/list/page.ts';
import { writtenRefusals } from '#compliance/written-text.ts';
import { Partner, PartnerCandidate, PartnerFields, partnerKinds, partnerStates } from '#partners/partner.ts';
import { partnerRefusals } from '#partners/partner-refusals.ts';
import { colleagueRefusals } from '#team/colleague.ts';

const Versioned = z.object({ id: Id, version: z.int() });
const word = z.string().trim().max(100).optional();

export const PartnerFilters = z.object({
  search: word,
  kind: z.enum(partnerKinds).optional(),
  state: z.enum(partnerStates).optional(),
  province: word,
  ownerId: Id.optional(),
  mine: z.boolean().optional().meta({ description: 'Only what the reader looks after' }),
  rival: z.boolean().optional().meta({ description: 'Only those that also sell for a rival' }),
});
export type PartnerFilters = z.infer<typeof PartnerFilters>;

const changing = {
  ...pick(platformRefusals, 'record.changed'),
  ...pick(partnerRefusals, 'partner.notYours'),
  ...writtenRefusals,
};

export const partnersContract = {
  list: query({
    path: '/partners',
    access: 'partner.read',
    summary: { zh: '渠道伙伴列表', en: 'List partners' },
    input: PartnerFilters.extend(pageQuery(['name', 'updated'], 'updated')),
    output: page(Partner),
  }),
  duplicates: query({
    path: '/partners/duplicates',
    access: 'partner.read',
    summary: { zh: '伙伴查重', en: 'Look for the same partner' },
    input: z.object({
      name: z.string().max(200).optional(),
      creditCode: z.string().max(40).optional(),
      exceptId: Id.optional(),
    }),
    output: z.object({ candidates: z.array(PartnerCandidate) }),
  }),
  show: query({
    path: '/partners/{id}',
    access: 'partner.read',
    summary: { zh: '一家渠道伙伴', en: 'Show a partner' },
    input: z.object({ id: Id }),
    output: Partner,
  }),
  create: command({
    path: '/partners',
    access: 'partner.write',
    summary: { zh: '新建渠道伙伴', en: 'Create a partner' },
    input: PartnerFields.extend({
      state: z.enum(['prospect', 'active']).default('prospect'),
      ownerId: Id.optional().meta({ description: 'Who looks after it; whoever creates it, unless said otherwise' }),
      confirm: z.boolean().default(false).meta({ description: 'Create although a partner of this name exists' }),
    }),
    output: Partner,
    refusals: {
      ...pick(partnerRefusals, 'partner.maybeDuplicate', 'partner.codeTaken', 'partner.contractDays'),
      ...writtenRefusals,
      ...colleagueRefusals,
    },
  }),
  update: command({
    method: 'PATCH',
    path: '/partners/{id}',
    access: 'partner.write',
    summary: { zh: '修改渠道伙伴', en: 'Change a partner' },
    input: changeOf(PartnerFields).extend({ ...Versioned.shape, ownerId: Id.optional() }),
    output: Partner,
    refusals: {
      ...changing,
      ...pick(partnerRefusals, 'partner.codeTaken', 'partner.contractDays'),
      ...colleagueRefusals,
    },
  }),
  setState: command({
    path: '/partners/{id}/state',
    access: 'partner.write',
    summary: { zh: '开始、暂停或终止合作', en: 'Begin, suspend or end the work with a partner' },
    input: Versioned.extend({
      state: z.enum(partnerStates),
      reason: z.string().trim().min(2).max(500).nullish(),
    }),
    output: Partner,
    refusals: { ...changing, ...pick(partnerRefusals, 'partner.reasonNeeded') },
  }),
};
