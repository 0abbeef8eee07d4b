import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { writtenRefusals } from '#compliance/written-text.ts';
import { PartnerPerson, PartnerTie, PersonFields, TieFields, tieRefusals } from '#partners/ties/partner-tie.ts';

export const PartnerTies = z.object({
  people: z.array(PartnerPerson),
  ties: z.array(PartnerTie),
  hidden: z.int().meta({ description: 'Ties to people and accounts that the reader may not see' }),
});
export type PartnerTies = z.infer<typeof PartnerTies>;

const removed = pick(tieRefusals, 'tie.notYours');

export const tiesContract = {
  ofPartner: query({
    path: '/partners/{id}/ties',
    access: 'partner.read',
    summary: { zh: '伙伴的联系人与关系', en: "A partner's people and ties" },
    input: z.object({ id: Id }),
    output: PartnerTies,
  }),
  ofAccount: query({
    path: '/accounts/{id}/partners',
    access: 'partner.read',
    summary: { zh: '与客户有关系的伙伴', en: 'Partners with ties to an account' },
    input: z.object({ id: Id }),
    output: z.object({ ties: z.array(PartnerTie) }),
  }),
  addTie: command({
    path: '/partners/{id}/ties',
    access: 'partner.write',
    summary: { zh: '登记伙伴的关系', en: 'Record a tie of a partner' },
    input: TieFields.extend({ id: Id }),
    output: PartnerTies,
    refusals: { ...writtenRefusals, ...pick(tieRefusals, 'tie.incomplete') },
  }),
  removeTie: command({
    method: 'DELETE',
    path: '/partners/{id}/ties/{tieId}',
    access: 'partner.write',
    summary: { zh: '删除伙伴的关系', en: 'Remove a tie of a partner' },
    input: z.object({ id: Id, tieId: Id }),
    output: PartnerTies,
    refusals: removed,
  }),
  addPerson: command({
    path: '/partners/{id}/people',
    access: 'partner.write',
    summary: { zh: '添加伙伴的联系人', en: 'Add a person of a partner' },
    input: PersonFields.extend({ id: Id }),
    output: PartnerTies,
    refusals: writtenRefusals,
  }),
  removePerson: command({
    method: 'DELETE',
    path: '/partners/{id}/people/{personId}',
    access: 'partner.write',
    summary: { zh: '删除伙伴的联系人', en: 'Remove a person of a partner' },
    input: z.object({ id: Id, personId: Id }),
    output: PartnerTies,
    refusals: removed,
  }),
};
