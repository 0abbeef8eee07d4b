import { z } from 'zod';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { ManyDone, manyOf } from '#platform/list/many.ts';
import { Merge } from '#platform/merge-input.ts';
import { page, pageQuery } from '#platform/list/page.ts';
import { writtenRefusals } from '#compliance/written-text.ts';
import { Contact, ContactFields, contactRefusals, Employment } from '#people/contact.ts';
import { ContactCandidate } from '#people/contact-duplicates.ts';
import { Day } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { changeOf } from '#shared/change.ts';
import { colleagueRefusals } from '#team/colleague.ts';

const Versioned = z.object({ id: Id, version: z.int() });
const changed = pick(platformRefusals, 'record.changed');
const word = z.string().trim().max(100).optional();

export const ContactFilters = z.object({
  search: word,
  accountId: Id.optional(),
  ownerId: Id.optional(),
  tag: word,
  custom: z.record(z.string().max(60), z.string().max(200)).optional(),
});
export type ContactFilters = z.infer<typeof ContactFilters>;

export const ContactPage = z.object({
  contact: Contact.meta({ description: 'A merged contact answers with the one it was merged into' }),
  employments: z.array(Employment),
  may: z.object({ write: z.boolean(), merge: z.boolean() }),
  counts: z.object({ notes: z.int(), tasks: z.int(), attachments: z.int() }),
});
export type ContactPage = z.infer<typeof ContactPage>;

export const contactsContract = {
  list: query({
    path: '/contacts',
    access: 'contact.read',
    summary: { zh: '联系人列表', en: 'List contacts' },
    input: ContactFilters.extend(pageQuery(['name', 'updated'], 'updated')),
    output: page(Contact),
  }),
  show: query({
    path: '/contacts/{id}',
    access: 'contact.read',
    summary: { zh: '联系人详情', en: 'Show a contact' },
    input: z.object({ id: Id }),
    output: ContactPage,
  }),
  duplicates: query({
    path: '/contacts/duplicates',
    access: 'contact.read',
    summary: { zh: '联系人查重', en: 'Look for duplicate contacts' },
    input: z.object({
      name: word,
      accountId: Id.optional(),
      mobile: word,
      phone: word,
      email: z.string().trim().max(200).optional(),
      exceptId: Id.optional(),
    }),
    output: z.object({ candidates: z.array(ContactCandidate) }),
  }),
  create: command({
    path: '/contacts',
    access: 'contact.write',
    summary: { zh: '新建联系人', en: 'Create a contact' },
    input: ContactFields.extend({ accountId: Id.nullish() }),
    output: Contact,
    refusals: writtenRefusals,
  }),
  update: command({
    method: 'PATCH',
    path: '/contacts/{id}',
    access: 'contact.write',
    summary: { zh: '修改联系人', en: 'Change a contact' },
    input: changeOf(ContactFields).extend(Versioned.shape),
    output: Contact,
    refusals: { ...changed, ...writtenRefusals },
  }),
  assignMany: command({
    path: '/contacts/owner',
    access: 'contact.write',
    summary: { zh: '把选中的联系人交给同事', en: 'Hand chosen contacts over' },
    input: manyOf({ ownerId: Id.nullable() }),
    output: ManyDone,
    refusals: colleagueRefusals,
  }),
  tagMany: command({
    path: '/contacts/tags',
    access: 'contact.write',
    summary: { zh: '设置选中联系人的标签', en: 'Set the tags of chosen contacts' },
    input: manyOf({ tags: ContactFields.shape.tags.unwrap() }),
    output: ManyDone,
    refusals: writtenRefusals,
  }),
  move: command({
    path: '/contacts/{id}/employer',
    access: 'contact.write',
    summary: { zh: '变更任职单位', en: 'Move to another employer' },
    input: Versioned.extend({
      accountId: Id.nullable().meta({ description: 'The new employer; null: left, not known where to' }),
      on: Day.meta({ description: 'First day there' }),
      title: ContactFields.shape.title,
      department: ContactFields.shape.department,
    }),
    output: Contact,
    refusals: {
      ...changed,
      ...writtenRefusals,
      ...pick(contactRefusals, 'contact.sameEmployer', 'contact.movedBeforeJoining'),
    },
  }),
  merge: command({
    path: '/contacts/{id}/merge',
    access: 'contact.merge',
    summary: { zh: '合并联系人', en: 'Merge another contact into this one' },
    input: Merge,
    output: Contact,
    refusals: { ...changed, ...pick(contactRefusals, 'contact.mergeSelf'), ...writtenRefusals },
  }),
};
