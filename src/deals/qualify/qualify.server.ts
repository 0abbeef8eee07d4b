import { serve } from '#platform/http/handlers.server.ts';
import { changeDeal } from '#deals/deal-change.server.ts';
import { proposeGrade } from '#deals/qualify/grade-proposal.ts';
import { decideGrade, decideParkAgain } from '#deals/qualify/qualify-decisions.ts';
import { qualifyContract } from '#deals/qualify/qualify.contract.ts';
import { evaluationModel } from '#evaluation/evaluation-store.server.ts';
import { gradingOf } from '#evaluation/evaluation.ts';

export const qualifyHandlers = serve(qualifyContract, {
  setGrade: (context, { id, version, ...asked }) =>
    changeDeal(context, { id, version }, 'deal.graded', async ({ deal }) => {
      const { model } = await evaluationModel.current(context.tx, context.actor.tenantId);
      return decideGrade(deal, proposeGrade(deal, context.today, gradingOf(model)), asked);
    }),

  parkAgain: (context, { id, version, revisitOn }) =>
    changeDeal(context, { id, version }, 'deal.parkedAgain', ({ deal }) =>
      decideParkAgain(deal, revisitOn, context.today),
    ),
});
