import { sql } from 'kysely';
import { z } from 'zod';
import { customFieldsOf } from '#platform/database/custom-fields.server.ts';
import { idColumn, type ExportColumn, type ListExport } from '#platform/import-export/list-export.server.ts';
import { Ids } from '#platform/list/many.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import { customToText } from '#fields/custom-text.ts';
import { Id } from '#shared/id.ts';
import type { Contact } from '#people/contact.ts';
import { contactColumns, filteredContacts, typed } from '#people/contact-rows.server.ts';
import { ContactFilters } from '#people/contacts.contract.ts';

const filters = ContactFilters.extend({ mine: z.boolean().optional(), owner: Id.optional(), ids: Ids });

/** Contacts as a file. */
export const contactExport: ListExport<typeof filters, Contact> = {
  list: 'contacts',
  name: { zh: '联系人', en: 'Contacts' },
  permission: 'contact.read',
  filters,
  sorts: ['updated', 'name'],
  columns: async (db, actor) => {
    const own = await customFieldsOf(db, actor.tenantId, 'contact');
    return [...columns, ...own.filter((field) => !field.archived).map(customColumn), idColumn];
  },
  page: async (db, actor, { mine, owner, ...asked }, { sort, ...at }) => {
    const ownerId = mine ? actor.userId : (owner ?? asked.ownerId);
    const { query } = await filteredContacts(db, actor, { ...asked, ownerId });
    const by = sql.ref(sort === 'name' ? 'contacts.name' : 'contacts.updated_at');
    const page = await onePage(query.select(contactColumns), at, by, sql.ref('contacts.id'));
    return { rows: page.rows.map(typed), next: page.next };
  },
};

const columns: ExportColumn<Contact>[] = [
  { key: 'name', label: { zh: '姓名', en: 'Name' }, cell: (row) => row.name },
  { key: 'accountName', label: { zh: '客户', en: 'Account' }, cell: (row) => row.accountName },
  { key: 'title', label: { zh: '职务', en: 'Title' }, cell: (row) => row.title },
  { key: 'department', label: { zh: '部门', en: 'Department' }, cell: (row) => row.department },
  { key: 'mobile', label: { zh: '手机', en: 'Mobile' }, cell: (row) => row.mobile },
  { key: 'phone', label: { zh: '座机', en: 'Phone' }, cell: (row) => row.phone },
  { key: 'email', label: { zh: '邮箱', en: 'E-mail' }, cell: (row) => row.email },
  { key: 'wechat', label: { zh: '微信', en: 'WeChat' }, cell: (row) => row.wechat },
  { key: 'ownerName', label: { zh: '负责人', en: 'Owner' }, cell: (row) => row.ownerName },
  { key: 'tags', label: { zh: '标签', en: 'Tags' }, cell: (row) => row.tags.join('；') },
  { key: 'createdAt', label: { zh: '创建时间', en: 'Created at' }, cell: (row) => row.createdAt },
  { key: 'updatedAt', label: { zh: '更新时间', en: 'Updated at' }, cell: (row) => row.updatedAt },
];

function customColumn({ key, label }: { key: string; label: string }): ExportColumn<Contact> {
  return { key: `custom.${key}`, label: { zh: label, en: label }, cell: (row) => customToText(row.custom[key]) };
}
