import { z } from 'zod';
import { query } from '#platform/http/endpoint.ts';
import { page, pageQuery } from '#platform/list/page.ts';
import { Day } from '#shared/day.ts';
import { Currency } from '#shared/money.ts';
import { pick } from '#shared/refusal.ts';
import { dealRefusals } from '#deals/deal-refusals.ts';
import { CountedDeal, dimensions, entryPeriods, Funnel, FunnelFilters, Progress, Slice, Span } from '#funnel/funnel.ts';
import { bars } from '#funnel/bridge.ts';
import { Changes, Pipeline, PipelineFilters } from '#funnel/pipeline.ts';

export const FunnelQuery = FunnelFilters.extend(Span.shape).extend({ playbookId: z.string().max(60) });
export type FunnelQuery = z.infer<typeof FunnelQuery>;
export const SlicesQuery = FunnelFilters.extend(Span.shape).extend({
  playbookId: z.string().max(60).optional(),
  by: z.enum(dimensions),
});
export const PipelineQuery = PipelineFilters.extend({ on: Day });
export const ChangesQuery = PipelineFilters.extend(Span.shape);

/** Which of the funnel's numbers is opened. Those of a stage's cohort need `stageId`, those of a month `month`. */
export const funnelSets = [
  'standing',
  'stuck',
  'column',
  'entered',
  'reached',
  'still',
  'lost',
  'parked',
  'month',
  'entryWon',
  'entryLost',
  'sliceStanding',
  'sliceWon',
  'sliceLost',
] as const;
export type FunnelSet = (typeof funnelSets)[number];
export const FunnelDealsQuery = FunnelQuery.extend({
  playbookId: z.string().max(60).optional(),
  set: z.enum(funnelSets),
  stageId: z.string().max(60).optional(),
  columnId: z.string().max(60).optional(),
  /** Of a month: those that came in; with a stage, those of them that reached it; with a state, those that are so now. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  state: z.enum(['open', 'parked', 'won', 'lost']).optional(),
  period: z.enum(entryPeriods).optional(),
  by: z.enum(dimensions).optional(),
  key: z.string().max(100).optional().meta({ description: 'A value of the dimension; without it, nobody has said' }),
});
export type FunnelDealsQuery = z.infer<typeof FunnelDealsQuery>;

export const PipelineDealsQuery = PipelineQuery.extend({
  stageId: z.string().max(60).optional(),
  stoodBy: z.enum(['owner', 'team']).optional(),
  key: z.string().max(100).optional(),
});
export const ChangeDealsQuery = ChangesQuery.extend({
  currency: Currency.optional(),
  bar: z.enum([...bars, 'opening', 'closing', 'moved', 'postponed', 'broughtForward']),
  stageFrom: z.string().max(60).optional(),
  stageTo: z.string().max(60).optional(),
});

const counted = { ...pageQuery(['amount'], 'amount'), order: z.enum(['asc', 'desc']).default('desc') };

/** The funnel 漏斗, the pipeline on any day, and the way from one day to another (Domain §15). */
export const funnelContract = {
  show: query({
    path: '/funnel',
    access: 'deal.read',
    summary: { zh: '漏斗', en: 'The funnel' },
    input: FunnelQuery,
    output: Funnel,
    refusals: pick(dealRefusals, 'playbook.unknown'),
  }),
  progress: query({
    path: '/funnel/progress',
    access: 'deal.read',
    summary: { zh: '阶段转化与进入批次', en: 'Conversion and cohorts' },
    input: FunnelQuery,
    output: Progress,
    refusals: pick(dealRefusals, 'playbook.unknown'),
  }),
  slices: query({
    path: '/funnel/slices',
    access: 'deal.read',
    summary: { zh: '按维度拆分的漏斗', en: 'The funnel by a dimension' },
    input: SlicesQuery,
    output: z.array(Slice),
  }),
  deals: query({
    path: '/funnel/deals',
    access: 'deal.read',
    summary: { zh: '漏斗数字背后的商机', en: "Deals behind the funnel's numbers" },
    input: FunnelDealsQuery.extend(counted),
    output: page(CountedDeal),
    refusals: pick(dealRefusals, 'playbook.unknown'),
  }),
  pipeline: query({
    path: '/pipeline',
    access: 'deal.read',
    summary: { zh: '任一天的盘子', en: 'The pipeline on any day' },
    input: PipelineQuery,
    output: Pipeline,
  }),
  pipelineDeals: query({
    path: '/pipeline/deals',
    access: 'deal.read',
    summary: { zh: '任一天盘子里的商机', en: 'Deals of the pipeline on any day' },
    input: PipelineDealsQuery.extend(counted),
    output: page(CountedDeal),
  }),
  changes: query({
    path: '/pipeline/changes',
    access: 'deal.read',
    summary: { zh: '两天之间的变化', en: 'What changed between two days' },
    input: ChangesQuery,
    output: Changes,
  }),
  changeDeals: query({
    path: '/pipeline/changes/deals',
    access: 'deal.read',
    summary: { zh: '变化背后的商机', en: 'Deals behind a change' },
    input: ChangeDealsQuery.extend(counted),
    output: page(CountedDeal),
  }),
};
