import { z } from 'zod';
import { pick } from '#shared/refusal.ts';
import { Instant } from '#shared/day.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { EvaluationModel } from '#evaluation/evaluation.ts';

const Version = z.int().min(0).meta({ description: 'Counts up with each change; 0: the default model' });

/** The model in force, or one that was. */
export const EvaluationView = z.object({
  version: Version,
  model: EvaluationModel,
  changedAt: Instant.nullable(),
  changedByName: z.string().nullable(),
});
export type EvaluationView = z.infer<typeof EvaluationView>;

export const evaluationContract = {
  show: query({
    path: '/evaluation-model',
    access: 'deal.read',
    summary: { zh: '现行评估模型', en: 'The evaluation model in force' },
    input: z.object({}),
    output: EvaluationView,
  }),
  history: query({
    path: '/evaluation-model/versions',
    access: 'deal.read',
    summary: { zh: '评估模型的历次版本', en: 'Versions of the evaluation model, newest first' },
    input: z.object({}),
    output: z.array(EvaluationView),
  }),
  change: command({
    method: 'PUT',
    path: '/evaluation-model',
    access: 'playbook.write',
    summary: { zh: '修改评估模型', en: 'Change the evaluation model' },
    input: z.object({ version: Version, model: EvaluationModel }),
    output: EvaluationView,
    refusals: pick(platformRefusals, 'record.changed'),
  }),
};
