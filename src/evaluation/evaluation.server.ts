import { serve } from '#platform/http/handlers.server.ts';
import { evaluationContract } from '#evaluation/evaluation.contract.ts';
import { evaluationModel } from '#evaluation/evaluation-store.server.ts';

const MOST = 50;

export const evaluationHandlers = serve(evaluationContract, {
  show: ({ actor, db }) => evaluationModel.current(db, actor.tenantId),
  history: ({ actor, db }) => evaluationModel.versions(db, actor.tenantId, MOST),
  change: (context, { version, model }) => evaluationModel.change(context, { version, value: model }),
});
