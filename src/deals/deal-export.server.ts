import { sql } from 'kysely';
import { customFieldsOf } from '#platform/database/custom-fields.server.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { idColumn, type ExportColumn, type ListExport } from '#platform/import-export/list-export.server.ts';
import { Ids } from '#platform/list/many.ts';
import { customToText } from '#fields/custom-text.ts';
import type { CustomValues } from '#fields/custom.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import { dayOf } from '#shared/day.ts';
import type { Text } from '#shared/messages.ts';
import type { DealRow } from '#deals/deal.ts';
import { listDeals } from '#deals/deal-list.server.ts';
import { origins } from '#method/scales.ts';
import { closeReasons } from '#deals/deal-words.ts';
import { DealFilters } from '#deals/deals.contract.ts';
import { dealMessages } from '#deals/deals.messages.ts';

type Exported = DealRow & { custom: CustomValues };
type Column = ExportColumn<Exported>;

const filters = DealFilters.extend({ ids: Ids });

/** Deals as a file. */
export const dealExport: ListExport<typeof filters, Exported> = {
  list: 'deals',
  name: { zh: '商机', en: 'Deals' },
  permission: 'deal.read',
  filters,
  sorts: ['updated', 'closeOn', 'amount', 'name'],
  columns: async (db, actor) => {
    const stages = await stageNames(db, actor.tenantId);
    const own = await customFieldsOf(db, actor.tenantId, 'deal');
    const stage: Column = {
      key: 'stage',
      label: { zh: '阶段', en: 'Stage' },
      cell: (row, lang) => stages.get(`${row.playbookId} ${row.stageId}`)?.[lang] ?? row.stageId,
    };
    return [...first, stage, ...rest, ...own.filter((field) => !field.archived).map(customColumn), idColumn];
  },
  page: async (db, actor, asked, { sort, ...at }) => {
    const { rows, next } = await listDeals(db, actor, asked, sort as 'name', at);
    const { rows: customs } = await sql<{ id: string; custom: CustomValues }>`
      select id, custom from deals where tenant_id = ${actor.tenantId}
        and id = any(${rows.map(({ id }) => id)}::uuid[]) and custom <> '{}'`.execute(db);
    const byId = new Map(customs.map(({ id, custom }) => [id, custom]));
    return { rows: rows.map((row) => ({ ...row, custom: byId.get(row.id) ?? {} })), next };
  },
};

const first: Column[] = [
  { key: 'name', label: { zh: '商机名称', en: 'Deal name' }, cell: (row) => row.name },
  { key: 'accountName', label: { zh: '客户', en: 'Account' }, cell: (row) => row.accountName },
  {
    key: 'amount',
    label: { zh: '金额', en: 'Amount' },
    cell: (row) => (row.amount == null ? null : { money: row.amount }),
  },
  { key: 'currency', label: { zh: '币种', en: 'Currency' }, cell: (row) => row.currency },
  { key: 'state', label: { zh: '状态', en: 'State' }, cell: (row, lang) => dealMessages[lang].states[row.state] },
];

const rest: Column[] = [
  {
    key: 'closeOn',
    label: { zh: '成交日期', en: 'Close date' },
    cell: ({ closeOn }) => (closeOn ? { day: closeOn } : null),
  },
  { key: 'ownerName', label: { zh: '负责人', en: 'Owner' }, cell: (row) => row.ownerName },
  { key: 'grade', label: { zh: '等级', en: 'Grade' }, cell: (row) => row.grade ?? null },
  {
    key: 'origin',
    label: { zh: '来源', en: 'Origin' },
    cell: (row, lang) => (row.origin ? origins[row.origin][lang] : null),
  },
  { key: 'gateMet', label: { zh: '本阶段已过', en: 'Gate: met' }, cell: (row) => row.gateMet },
  { key: 'gateTotal', label: { zh: '本阶段必过', en: 'Gate: all' }, cell: (row) => row.gateTotal },
  { key: 'lints', label: { zh: '体检结果', en: 'Lint' }, cell: (row) => row.lints },
  { key: 'nextAct', label: { zh: '下一步', en: 'Next act' }, cell: (row) => row.nextAct?.title ?? null },
  {
    key: 'reason',
    label: { zh: '结果原因', en: 'Reason' },
    cell: (row, lang) => (row.reason ? closeReasons[row.reason][lang] : null),
  },
  { key: 'winner', label: { zh: '赢家', en: 'Winner' }, cell: (row) => row.winner },
  { key: 'tags', label: { zh: '标签', en: 'Tags' }, cell: (row) => row.tags.join('；') },
  { key: 'createdOn', label: { zh: '开始日期', en: 'Started on' }, cell: (row) => ({ day: dayOf(row.createdAt) }) },
  {
    key: 'closedOn',
    label: { zh: '结束日期', en: 'Closed on' },
    cell: ({ closedOn }) => (closedOn ? { day: closedOn } : null),
  },
];

/** 'playbook stage' → its name, of all published versions; the newest wins. */
async function stageNames(db: ReadTx, tenantId: string): Promise<Map<string, Text>> {
  const published = await db
    .selectFrom('playbooks')
    .select(['id', 'version'])
    .where('tenant_id', '=', tenantId)
    .orderBy('version')
    .execute();
  const names = new Map<string, Text>();
  for (const { id, version } of published) {
    const { playbook } = await compiledPlaybook(db, tenantId, id, version);
    for (const stage of playbook.stages) names.set(`${id} ${stage.id}`, stage.name);
  }
  return names;
}

function customColumn({ key, label }: { key: string; label: string }): Column {
  return { key: `custom.${key}`, label: { zh: label, en: label }, cell: (row) => customToText(row.custom[key]) };
}
