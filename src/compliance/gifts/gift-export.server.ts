import type { ListExport } from '#platform/import-export/list-export.server.ts';
import type { Gift } from '#compliance/gifts/gift.ts';
import { listGifts } from '#compliance/gifts/gift-rows.server.ts';
import { directionWords, kindWords, stateWords } from '#compliance/gifts/gift-words.ts';
import { GiftFilters } from '#compliance/gifts/gifts.contract.ts';

/** The register as a file, voided and refused entries too: an auditor reads all of it. */
export const giftExport: ListExport<typeof GiftFilters, Gift> = {
  list: 'gifts',
  name: { zh: '礼品与招待登记', en: 'Gifts and hospitality' },
  permission: 'gift.read',
  filters: GiftFilters,
  sorts: ['on', 'amount'],
  columns: async () => [
    { key: 'on', label: { zh: '日期', en: 'Day' }, cell: (row) => row.on },
    {
      key: 'direction',
      label: { zh: '方向', en: 'Direction' },
      cell: (row, lang) => directionWords[row.direction][lang],
    },
    { key: 'kind', label: { zh: '类别', en: 'Kind' }, cell: (row, lang) => kindWords[row.kind][lang] },
    { key: 'account', label: { zh: '客户', en: 'Account' }, cell: (row) => row.accountName },
    {
      key: 'people',
      label: { zh: '客户方人员', en: "Customer's people" },
      cell: (row) => row.people.map(({ name }) => name).join('、'),
    },
    { key: 'unnamed', label: { zh: '未具名人数', en: 'Not named' }, cell: (row) => row.unnamed },
    {
      key: 'official',
      label: { zh: '涉及国家工作人员', en: 'Public officials' },
      cell: (row, lang) => (lang === 'zh' ? (row.official ? '是' : '否') : row.official ? 'yes' : 'no'),
    },
    { key: 'amount', label: { zh: '总价值', en: 'Value' }, cell: (row) => ({ money: row.amount }) },
    { key: 'currency', label: { zh: '币种', en: 'Currency' }, cell: (row) => row.currency },
    { key: 'perPerson', label: { zh: '人均', en: 'Per person' }, cell: (row) => ({ money: row.perPerson }) },
    { key: 'purpose', label: { zh: '事由', en: 'Purpose' }, cell: (row) => row.purpose },
    { key: 'deal', label: { zh: '商机', en: 'Deal' }, cell: (row) => row.dealName },
    { key: 'state', label: { zh: '状态', en: 'State' }, cell: (row, lang) => stateWords[row.state][lang] },
    { key: 'owner', label: { zh: '我方经手人', en: 'Our person' }, cell: (row) => row.ownerName },
    { key: 'createdBy', label: { zh: '登记人', en: 'Registered by' }, cell: (row) => row.createdByName },
    { key: 'decidedBy', label: { zh: '审批人', en: 'Decided by' }, cell: (row) => row.decidedByName },
    { key: 'decision', label: { zh: '审批意见', en: 'Reason of the decision' }, cell: (row) => row.decision },
    { key: 'voidReason', label: { zh: '作废原因', en: 'Reason of voiding' }, cell: (row) => row.voidReason },
  ],
  page: (db, actor, asked, { sort, ...at }) => listGifts(db, actor, asked, sort, at),
};
