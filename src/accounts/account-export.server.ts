import { sql } from 'kysely';
import { z } from 'zod';
import { customFieldsOf } from '#platform/database/custom-fields.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { idColumn, type ExportColumn, type ListExport } from '#platform/import-export/list-export.server.ts';
import { Ids } from '#platform/list/many.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import { customToText } from '#fields/custom-text.ts';
import { Id } from '#shared/id.ts';
import type { AccountRow } from '#accounts/account.ts';
import { accountFieldWords as words } from '#accounts/account-field-words.ts';
import { accountSources, ownerships, scales, wordOf } from '#accounts/account-lists.ts';
import { filteredAccounts } from '#accounts/account-list.server.ts';
import { rowColumns, typed } from '#accounts/account-rows.server.ts';
import { AccountFilters } from '#accounts/accounts.contract.ts';

type Exported = AccountRow & {
  aliases: string[];
  address: string | null;
  postCode: string | null;
  site: string | null;
  parentName: string | null;
};
type Column = ExportColumn<Exported>;

// In the list's address the owner is 'owner', and 'mine' is herself.
const filters = AccountFilters.extend({ mine: z.boolean().optional(), owner: Id.optional(), ids: Ids });

/** Accounts as a file; importing it again finds the same fields under the same words. */
export const accountExport: ListExport<typeof filters, Exported> = {
  list: 'accounts',
  name: { zh: '客户', en: 'Accounts' },
  permission: 'account.read',
  filters,
  sorts: ['updated', 'name'],
  columns: async (db, actor) => {
    const own = await customFieldsOf(db, actor.tenantId, 'account');
    return [...columns, ...own.filter((field) => !field.archived).map(customColumn), idColumn];
  },
  page: async (db, actor, { mine, owner, ...asked }, { sort, ...at }) => {
    const ownerId = mine ? actor.userId : (owner ?? asked.ownerId);
    const { query } = await filteredAccounts(db, actor, { ...asked, ownerId });
    const parent = sql<string | null>`(select p.name from accounts p where p.tenant_id = accounts.tenant_id
      and p.id = accounts.parent_id and ${visibleTo(actor, 'p')})`;
    const rows = query
      .select([
        ...rowColumns,
        'accounts.aliases',
        'accounts.address',
        'accounts.post_code as postCode',
        'accounts.site',
      ])
      .select(parent.as('parentName'));
    const by = sql.ref(sort === 'name' ? 'accounts.name' : 'accounts.updated_at');
    const page = await onePage(rows, at, by, sql.ref('accounts.id'));
    return { rows: page.rows.map(typed), next: page.next };
  },
};

const columns: Column[] = [
  { key: 'name', label: words.name, cell: (row) => row.name },
  { key: 'aliases', label: words.aliases, cell: (row) => row.aliases.join('；') },
  { key: 'creditCode', label: words.creditCode, cell: (row) => row.creditCode },
  { key: 'industry', label: words.industry, cell: (row) => row.industry },
  { key: 'province', label: words.province, cell: (row) => row.province },
  { key: 'city', label: words.city, cell: (row) => row.city },
  { key: 'scale', label: words.scale, cell: (row, lang) => wordOf(scales, row.scale, lang) },
  { key: 'ownership', label: words.ownership, cell: (row, lang) => wordOf(ownerships, row.ownership, lang) },
  { key: 'address', label: words.address, cell: (row) => row.address },
  { key: 'postCode', label: words.postCode, cell: (row) => row.postCode },
  { key: 'site', label: words.site, cell: (row) => row.site },
  { key: 'phone', label: words.phone, cell: (row) => row.phone },
  { key: 'parentName', label: words.parentId, cell: (row) => row.parentName },
  { key: 'source', label: words.source, cell: (row, lang) => wordOf(accountSources, row.source, lang) },
  { key: 'ownerName', label: words.ownerId, cell: (row) => row.ownerName },
  { key: 'tags', label: words.tags, cell: (row) => row.tags.join('；') },
  { key: 'createdAt', label: { zh: '创建时间', en: 'Created at' }, cell: (row) => row.createdAt },
  { key: 'updatedAt', label: { zh: '更新时间', en: 'Updated at' }, cell: (row) => row.updatedAt },
];

function customColumn({ key, label }: { key: string; label: string }): Column {
  return { key: `custom.${key}`, label: { zh: label, en: label }, cell: (row) => customToText(row.custom[key]) };
}
