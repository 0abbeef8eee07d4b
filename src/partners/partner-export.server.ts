import { idColumn, type ListExport } from '#platform/import-export/list-export.server.ts';
import type { Partner } from '#partners/partner.ts';
import { listPartners } from '#partners/partner-rows.server.ts';
import { partnerKindWords, partnerStateWords } from '#partners/partner-words.ts';
import { PartnerFilters } from '#partners/partners.contract.ts';

/** Partners as a file. */
export const partnerExport: ListExport<typeof PartnerFilters, Partner> = {
  list: 'partners',
  name: { zh: '渠道伙伴', en: 'Partners' },
  permission: 'partner.read',
  filters: PartnerFilters,
  sorts: ['updated', 'name'],
  columns: async () => [
    { key: 'name', label: { zh: '名称', en: 'Name' }, cell: (row) => row.name },
    { key: 'kind', label: { zh: '类型', en: 'Kind' }, cell: (row, lang) => partnerKindWords[row.kind][lang] },
    { key: 'state', label: { zh: '状态', en: 'State' }, cell: (row, lang) => partnerStateWords[row.state][lang] },
    { key: 'stateReason', label: { zh: '状态原因', en: 'Reason' }, cell: (row) => row.stateReason },
    { key: 'creditCode', label: { zh: '统一社会信用代码', en: 'Credit code' }, cell: (row) => row.creditCode },
    { key: 'province', label: { zh: '省份', en: 'Province' }, cell: (row) => row.province },
    { key: 'city', label: { zh: '城市', en: 'City' }, cell: (row) => row.city },
    { key: 'owner', label: { zh: '负责人', en: 'Looked after by' }, cell: (row) => row.ownerName },
    { key: 'contractFrom', label: { zh: '合同开始', en: 'Contract from' }, cell: (row) => row.contractFrom },
    { key: 'contractUntil', label: { zh: '合同到期', en: 'Contract until' }, cell: (row) => row.contractUntil },
    { key: 'rivals', label: { zh: '兼营对手', en: 'Also sells for' }, cell: (row) => row.rivals.join('、') },
    { key: 'protected', label: { zh: '保护中的报备', en: 'Protected projects' }, cell: (row) => row.protectedCount },
    { key: 'note', label: { zh: '说明', en: 'Note' }, cell: (row) => row.note },
    idColumn,
  ],
  page: (db, actor, asked, { sort, ...at }) => listPartners(db, actor, asked, sort, at),
};
