import { z } from 'zod';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { ManyDone, manyOf } from '#platform/list/many.ts';
import { Merge } from '#platform/merge-input.ts';
import { page, pageQuery } from '#platform/list/page.ts';
import { Account, AccountFields, AccountRow, memberRoles, Tags } from '#accounts/account.ts';
import { Candidate } from '#accounts/account-duplicates.ts';
import { writtenRefusals } from '#compliance/written-text.ts';
import { accountRefusals } from '#accounts/account-refusals.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { changeOf } from '#shared/change.ts';
import { colleagueRefusals, handOverRefusals } from '#team/colleague.ts';

const Versioned = z.object({ id: Id, version: z.int() });
const changed = pick(platformRefusals, 'record.changed');
const word = z.string().trim().max(100).optional();

export const AccountFilters = z.object({
  search: word,
  industry: word,
  province: word,
  scale: word,
  ownership: word,
  source: word,
  tag: word,
  ownerId: Id.optional(),
  unowned: z.boolean().optional().meta({ description: 'Only those nobody owns' }),
  teamId: Id.optional().meta({ description: "The owner's team, or one below it" }),
  custom: z
    .record(z.string().max(60), z.string().max(200))
    .optional()
    .meta({ description: 'Custom field key → text it contains, value it has, or from..to' }),
});
export type AccountFilters = z.infer<typeof AccountFilters>;

export const AccountMember = z.object({ userId: Id, name: z.string(), role: z.enum(memberRoles) });

/** All that the account page's first paint needs. */
export const AccountPage = z.object({
  account: Account.meta({ description: 'A merged account answers with the one it was merged into' }),
  teamName: z.string().nullable(),
  members: z.array(AccountMember),
  group: z.object({
    rows: z.array(z.object({ id: Id, name: z.string(), parentId: Id.nullable(), ownerName: z.string().nullable() })),
    hidden: z.int().meta({ description: 'Accounts of the group that the reader may not see' }),
  }),
  counts: z.object({ contacts: z.int(), deals: z.int(), openTasks: z.int(), notes: z.int(), attachments: z.int() }),
  mergedFrom: z.array(z.object({ id: Id, name: z.string() })),
  may: z.object({ write: z.boolean(), handOver: z.boolean(), merge: z.boolean() }),
});
export type AccountPage = z.infer<typeof AccountPage>;

export const accountsContract = {
  list: query({
    path: '/accounts',
    access: 'account.read',
    summary: { zh: '客户列表', en: 'List accounts' },
    input: AccountFilters.extend(pageQuery(['name', 'updated'], 'updated')),
    output: page(AccountRow),
  }),
  words: query({
    path: '/accounts/words',
    access: 'account.read',
    summary: { zh: '客户在用的行业、省份与标签', en: 'Industries, provinces and tags in use' },
    input: z.object({}),
    output: z.object({ industries: z.array(z.string()), provinces: z.array(z.string()), tags: z.array(z.string()) }),
  }),
  duplicates: query({
    path: '/accounts/duplicates',
    access: 'account.read',
    summary: { zh: '查重', en: 'Look for duplicates' },
    input: z.object({
      name: z.string().max(200).optional(),
      creditCode: z.string().max(40).optional(),
      phone: word,
      exceptId: Id.optional(),
    }),
    output: z.object({ candidates: z.array(Candidate) }),
  }),
  show: query({
    path: '/accounts/{id}',
    access: 'account.read',
    summary: { zh: '客户 360', en: 'Show an account' },
    input: z.object({ id: Id }),
    output: AccountPage,
  }),
  create: command({
    path: '/accounts',
    access: 'account.write',
    summary: { zh: '新建客户', en: 'Create an account' },
    input: AccountFields.extend({
      ownerId: Id.nullish().meta({ description: 'Whoever creates it, unless said otherwise; null: nobody' }),
      confirm: z.boolean().default(false).meta({ description: 'Create although similar accounts exist' }),
    }),
    output: Account,
    refusals: {
      ...pick(accountRefusals, 'account.maybeDuplicate', 'account.codeTaken'),
      ...colleagueRefusals,
      ...writtenRefusals,
    },
  }),
  update: command({
    method: 'PATCH',
    path: '/accounts/{id}',
    access: 'account.write',
    summary: { zh: '修改客户', en: 'Change an account' },
    input: changeOf(AccountFields).extend(Versioned.shape),
    output: Account,
    refusals: { ...changed, ...pick(accountRefusals, 'account.codeTaken', 'account.parentLoop'), ...writtenRefusals },
  }),
  setMembers: command({
    method: 'PUT',
    path: '/accounts/{id}/members',
    access: 'account.write',
    summary: { zh: '设置团队成员', en: 'Set the account team' },
    input: Versioned.extend({
      members: z.array(z.object({ userId: Id, role: z.enum(memberRoles) })).max(50),
    }),
    output: Account,
    refusals: { ...changed, ...colleagueRefusals },
  }),
  assign: command({
    path: '/accounts/{id}/owner',
    access: 'account.write',
    summary: { zh: '变更负责人', en: 'Change the owner' },
    input: Versioned.extend({ ownerId: Id.nullable() }),
    output: Account,
    refusals: { ...changed, ...handOverRefusals },
  }),
  assignMany: command({
    path: '/accounts/owner',
    access: 'account.write',
    summary: { zh: '把选中的客户交给同事', en: 'Hand chosen accounts over' },
    input: manyOf({ ownerId: Id.nullable() }),
    output: ManyDone,
    refusals: colleagueRefusals,
  }),
  tagMany: command({
    path: '/accounts/tags',
    access: 'account.write',
    summary: { zh: '设置选中客户的标签', en: 'Set the tags of chosen accounts' },
    input: manyOf({ tags: Tags }),
    output: ManyDone,
    refusals: writtenRefusals,
  }),
  merge: command({
    path: '/accounts/{id}/merge',
    access: 'account.merge',
    summary: { zh: '合并客户', en: 'Merge another account into this one' },
    input: Merge,
    output: Account,
    refusals: { ...changed, ...pick(accountRefusals, 'account.mergeSelf'), ...writtenRefusals },
  }),
};
