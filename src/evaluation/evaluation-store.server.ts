import type { ReadTx } from '#platform/database/database.server.ts';
import { defaultEvaluation, EvaluationModel } from '#evaluation/evaluation.ts';
import type { EvaluationView } from '#evaluation/evaluation.contract.ts';

const MOST = 50;

/** The last versions, newest first; none: the default model holds. */
export async function evaluationVersions(db: ReadTx, tenantId: string, most = MOST): Promise<EvaluationView[]> {
  const rows = await db
    .selectFrom('evaluation_models as e')
    .leftJoin('users as u', (on) => on.onRef('u.tenant_id', '=', 'e.tenant_id').onRef('u.id', '=', 'e.changed_by'))
    .select(['e.version', 'e.model', 'e.changed_at as changedAt', 'u.name as changedByName'])
    .where('e.tenant_id', '=', tenantId)
    .orderBy('e.version', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ model, ...row }) => ({ ...row, model: EvaluationModel.parse(model) }));
}

/** The model in force. */
export async function currentEvaluation(db: ReadTx, tenantId: string): Promise<EvaluationView> {
  const [newest] = await evaluationVersions(db, tenantId, 1);
  return newest ?? { version: 0, model: defaultEvaluation, changedAt: null, changedByName: null };
}
