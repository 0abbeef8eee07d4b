import { companySetting } from '#platform/company-setting.server.ts';
import { defaultEvaluation, EvaluationModel } from '#evaluation/evaluation.ts';

export const evaluationModel = companySetting({
  table: 'evaluation_models',
  key: 'model',
  event: 'evaluation.changed',
  defaults: defaultEvaluation,
  read: (kept) => EvaluationModel.parse(kept),
});
