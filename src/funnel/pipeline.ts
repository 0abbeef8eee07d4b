import { z } from 'zod';
import { Day } from '#shared/day.ts';
import { FunnelFilters, Tally } from '#funnel/funnel.ts';
import { Bridge } from '#funnel/bridge.ts';

/** What a pipeline is narrowed to; close days take open deals that were to be signed within them, as then expected. */
export const PipelineFilters = FunnelFilters.extend({
  playbookId: z.string().max(60).optional(),
  closeFrom: Day.optional(),
  closeTo: Day.optional(),
});
export type PipelineFilters = z.infer<typeof PipelineFilters>;

export const PastSlice = z.object({
  /** Of a stage: the playbook that it is in. */
  playbookId: z.string().nullable(),
  key: z.string().nullable(),
  name: z.string().nullable(),
  standing: Tally,
});
export type PastSlice = z.infer<typeof PastSlice>;

/** The pipeline 盘子 as it stood at the end of a day. */
export const Pipeline = z.object({
  total: Tally,
  stages: z.array(PastSlice),
  owners: z.array(PastSlice),
  teams: z.array(PastSlice),
});
export type Pipeline = z.infer<typeof Pipeline>;

/** Deals that stood in the pipeline on both days, in one stage on the first and in another on the second. */
export const StageMove = z.object({ playbookId: z.string(), from: z.string(), to: z.string(), deals: Tally });
export type StageMove = z.infer<typeof StageMove>;

/** What changed from the end of one day to the end of another. */
export const Changes = z.object({
  bridges: z.array(Bridge),
  moves: z.array(StageMove),
  /** In the pipeline on both days, with an expected close day that moved. */
  postponed: Tally,
  broughtForward: Tally,
});
export type Changes = z.infer<typeof Changes>;
