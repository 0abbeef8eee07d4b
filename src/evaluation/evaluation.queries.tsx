import { evaluationContract } from '#evaluation/evaluation.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const evaluationClient = clientFor(evaluationContract);
export const evaluations = queriesFor(evaluationContract, 'evaluation');
export const evaluationQuery = () => evaluations.show.queryOptions({ input: {}, staleTime: 60_000 });
export const evaluationHistoryQuery = () => evaluations.history.queryOptions({ input: {} });
