import type { z } from 'zod';
import type { Lang, Text } from '#shared/messages.ts';
import { exactAmount } from '#ui/amount.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import type { ExportColumn, ListExport } from '#platform/import-export/list-export.server.ts';
import type { Actor } from '#permissions/actor.ts';
import { latestPlaybook } from '#playbooks/playbook-store.server.ts';
import { changesBetween } from '#funnel/changes.server.ts';
import { conversions } from '#funnel/conversion.server.ts';
import type { Cohort, Slice, Tally } from '#funnel/funnel.ts';
import { ChangesQuery, FunnelQuery, PipelineQuery, SlicesQuery } from '#funnel/funnel.contract.ts';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import { slicesBy } from '#funnel/outcomes.server.ts';
import type { PastSlice } from '#funnel/pipeline.ts';
import { pipelineOn } from '#funnel/pipeline.server.ts';
import { wholeFunnel } from '#funnel/funnel.server.ts';
import { stepsOf, type Step } from '#funnel/waterfall.ts';

const both = (say: (m: (typeof funnelMessages)['zh'] | (typeof funnelMessages)['en']) => string): Text => ({
  zh: say(funnelMessages.zh),
  en: say(funnelMessages.en),
});
/** Currencies stay apart: the amounts of a tally as people read them, exact. */
const amountsOf = ({ amounts }: Tally, lang: Lang) => amounts.map((money) => exactAmount(money, lang)).join('；');

function counted<Row>(key: string, label: Text, of: (row: Row) => Tally): ExportColumn<Row>[] {
  return [
    { key, label, cell: (row) => of(row).count },
    {
      key: `${key}Amount`,
      label: { zh: `${label.zh}金额`, en: `${label.en}: amount` },
      cell: (row, lang) => amountsOf(of(row), lang),
    },
  ];
}

async function stagesOf(db: ReadTx, { tenantId }: Actor, playbookId: string) {
  const { playbook } = await latestPlaybook(db, tenantId, playbookId);
  return playbook.stages.map(({ id }) => id);
}

type StageRow = Awaited<ReturnType<typeof wholeFunnel>>['stages'][number] & {
  way: Awaited<ReturnType<typeof conversions>>['conversions'][number];
};

export const funnelExport: ListExport<typeof FunnelQuery, StageRow> = {
  list: 'funnel',
  name: { zh: '漏斗', en: 'Funnel' },
  permission: 'deal.read',
  filters: FunnelQuery,
  sorts: ['stage'],
  columns: async () => [
    { key: 'stage', label: both((m) => m.columns.stage), cell: (row, lang) => row.name[lang] },
    ...counted<StageRow>(
      'standing',
      both((m) => m.columns.standing),
      (row) => row.standing,
    ),
    ...(['entered', 'reached', 'still', 'lost', 'parked'] as const).map((key) => ({
      key,
      label: both((m) => m.columns[key]),
      cell: ({ way }: StageRow) => way[key],
    })),
    { key: 'median', label: both((m) => m.columns.median), cell: ({ stays }) => stays?.median ?? null },
    { key: 'p75', label: both((m) => m.columns.p75), cell: ({ stays }) => stays?.p75 ?? null },
    { key: 'stuck', label: both((m) => m.columns.stuck), cell: ({ stuck }) => stuck?.count ?? null },
  ],
  page: async (db, actor, asked) => {
    const now = new Date().toISOString();
    const { stages } = await wholeFunnel({ db, actor, now }, asked);
    const ids = stages.map(({ stageId }) => stageId);
    const { conversions: ways } = await conversions(db, actor, asked, ids);
    return { rows: stages.map((stage, i) => ({ ...stage, way: ways[i]! })), next: null };
  },
};

export const cohortsExport: ListExport<typeof FunnelQuery, Cohort> = {
  list: 'funnel-cohorts',
  name: { zh: '漏斗-按进入月份', en: 'Funnel by month of entry' },
  permission: 'deal.read',
  filters: FunnelQuery,
  sorts: ['month'],
  columns: async () => [
    { key: 'month', label: both((m) => m.columns.month), cell: ({ month }) => month },
    { key: 'entered', label: both((m) => m.columns.entered), cell: ({ entered }) => entered },
    { key: 'reached', label: both((m) => m.cohortsNote), cell: ({ reached }) => reached.join(' / ') },
    ...(['won', 'lost', 'parked', 'open'] as const).map((key) => ({
      key,
      label: both((m) => m.columns[key]),
      cell: (row: Cohort) => row[key],
    })),
  ],
  page: async (db, actor, asked) => {
    const { cohorts } = await conversions(db, actor, asked, await stagesOf(db, actor, asked.playbookId));
    return { rows: cohorts, next: null };
  },
};

export const slicesExport: ListExport<typeof SlicesQuery, Slice> = {
  list: 'funnel-slices',
  name: { zh: '漏斗-拆分', en: 'Funnel by dimension' },
  permission: 'deal.read',
  filters: SlicesQuery,
  sorts: ['size'],
  columns: async () => [
    { key: 'name', label: both((m) => m.slicesBy), cell: ({ name }) => name },
    ...counted<Slice>(
      'standing',
      both((m) => m.columns.standing),
      (row) => row.standing,
    ),
    ...counted<Slice>(
      'won',
      both((m) => m.wonIn),
      (row) => row.won,
    ),
    ...counted<Slice>(
      'lost',
      both((m) => m.lostIn),
      (row) => row.lost,
    ),
  ],
  page: async (db, actor, { by, ...asked }) => ({ rows: await slicesBy(db, actor, asked, by), next: null }),
};

type PipelineRow = PastSlice & { kind: 'byStage' | 'byOwner' | 'byTeam'; stage: Text | null };

export const pipelineExport: ListExport<typeof PipelineQuery, PipelineRow> = {
  list: 'pipeline',
  name: { zh: '盘子', en: 'Pipeline' },
  permission: 'deal.read',
  filters: PipelineQuery,
  sorts: ['size'],
  columns: async () => [
    { key: 'kind', label: both((m) => m.slicesBy), cell: ({ kind }, lang) => funnelMessages[lang][kind] },
    { key: 'name', label: { zh: '名称', en: 'Name' }, cell: (row, lang) => row.stage?.[lang] ?? row.name ?? row.key },
    ...counted<PipelineRow>(
      'standing',
      both((m) => m.count),
      (row) => row.standing,
    ),
  ],
  page: async (db, actor, asked) => {
    const { stages, owners, teams } = await pipelineOn(db, actor, asked);
    const names = new Map<string, Text>();
    for (const id of new Set(stages.flatMap(({ playbookId }) => playbookId ?? []))) {
      const { playbook } = await latestPlaybook(db, actor.tenantId, id);
      for (const stage of playbook.stages) names.set(`${id} ${stage.id}`, stage.name);
    }
    const as = (kind: PipelineRow['kind'], slices: PastSlice[]) =>
      slices.map((slice) => ({ ...slice, kind, stage: names.get(`${slice.playbookId} ${slice.key}`) ?? null }));
    return { rows: [...as('byStage', stages), ...as('byOwner', owners), ...as('byTeam', teams)], next: null };
  },
};

type ChangeRow = Step & { currency: string };

export const changesExport: ListExport<typeof ChangesQuery, ChangeRow> = {
  list: 'pipeline-changes',
  name: { zh: '盘子的变化', en: 'What changed in the pipeline' },
  permission: 'deal.read',
  filters: ChangesQuery,
  sorts: ['step'],
  columns: async () => [
    { key: 'currency', label: { zh: '币种', en: 'Currency' }, cell: ({ currency }) => currency },
    { key: 'step', label: both((m) => m.step), cell: ({ key }, lang) => funnelMessages[lang].bars[key] },
    { key: 'count', label: both((m) => m.count), cell: ({ count }) => count },
    { key: 'amount', label: both((m) => m.amount), cell: ({ amount }) => ({ money: amount }) },
  ],
  page: async (db, actor, asked: z.output<typeof ChangesQuery>) => {
    const { bridges } = await changesBetween(db, actor, asked);
    const rows = bridges.flatMap((bridge) => stepsOf(bridge).map((step) => ({ ...step, currency: bridge.currency })));
    return { rows, next: null };
  },
};
