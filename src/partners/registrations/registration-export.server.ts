import type { ListExport } from '#platform/import-export/list-export.server.ts';
import { listRegistrations } from '#partners/registrations/registration-rows.server.ts';
import { registrationStateWords, termsStateWords, termsWords } from '#partners/registrations/registration-words.ts';
import type { Registration } from '#partners/registrations/registration.ts';
import { RegistrationFilters } from '#partners/registrations/registrations.contract.ts';

/** The registrations as a file, those that are over too. */
export const registrationExport: ListExport<typeof RegistrationFilters, Registration> = {
  list: 'registrations',
  name: { zh: '报备', en: 'Registrations' },
  permission: 'partner.read',
  filters: RegistrationFilters,
  sorts: ['created', 'until'],
  columns: async () => [
    { key: 'name', label: { zh: '项目', en: 'Project' }, cell: (row) => row.name },
    { key: 'partner', label: { zh: '渠道伙伴', en: 'Partner' }, cell: (row) => row.partnerName },
    { key: 'customer', label: { zh: '客户', en: 'Customer' }, cell: (row) => row.customerName },
    { key: 'state', label: { zh: '状态', en: 'State' }, cell: (row, lang) => registrationStateWords[row.state][lang] },
    { key: 'from', label: { zh: '保护开始', en: 'Protected from' }, cell: (row) => row.protectedFrom },
    { key: 'until', label: { zh: '保护到期', en: 'Protected until' }, cell: (row) => row.protectedUntil },
    {
      key: 'amount',
      label: { zh: '预计金额', en: 'Expected amount' },
      cell: (row) => (row.amount === null ? null : { money: row.amount }),
    },
    { key: 'currency', label: { zh: '币种', en: 'Currency' }, cell: (row) => row.currency },
    { key: 'closeOn', label: { zh: '预计签约', en: 'Expected close' }, cell: (row) => row.closeOn },
    { key: 'products', label: { zh: '产品', en: 'Products' }, cell: (row) => row.products.join('；') },
    { key: 'brings', label: { zh: '伙伴带来什么', en: 'What the partner brings' }, cell: (row) => row.brings },
    {
      key: 'interest',
      label: { zh: '利益关联', en: 'Conflict of interest' },
      cell: (row, lang) => (row.interest ? row.interestNote : lang === 'zh' ? '无' : 'none'),
    },
    {
      key: 'terms',
      label: { zh: '佣金', en: 'Commission' },
      cell: (row, lang) => termsWords(row.terms, row.currency, lang),
    },
    {
      key: 'termsState',
      label: { zh: '佣金审批', en: 'Approval of commission' },
      cell: (row, lang) => termsStateWords[row.termsState][lang],
    },
    { key: 'deal', label: { zh: '商机', en: 'Deal' }, cell: (row) => row.dealName },
    { key: 'owner', label: { zh: '登记人', en: 'Registered by' }, cell: (row) => row.ownerName },
    { key: 'decidedBy', label: { zh: '审批人', en: 'Decided by' }, cell: (row) => row.decidedByName },
    { key: 'reason', label: { zh: '原因', en: 'Reason' }, cell: (row) => row.reason },
  ],
  page: (db, actor, asked, { sort, ...at }) => listRegistrations(db, actor, asked, sort, at),
};
