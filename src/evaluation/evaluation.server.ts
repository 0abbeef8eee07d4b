import { sql } from 'kysely';
import { refuse } from '#shared/refusal.ts';
import { changes } from '#platform/events/event.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { evaluationContract } from '#evaluation/evaluation.contract.ts';
import { currentEvaluation, evaluationVersions } from '#evaluation/evaluation-store.server.ts';

export const evaluationHandlers = serve(evaluationContract, {
  show: ({ actor, db }) => currentEvaluation(db, actor.tenantId),

  history: ({ actor, db }) => evaluationVersions(db, actor.tenantId),

  change: async ({ actor, tx, record, now }, { version, model }) => {
    const { tenantId } = actor;
    const before = await currentEvaluation(tx, tenantId);
    if (before.version !== version) return refuse('record.changed', { version: before.version });
    const changed = changes(before.model, model);
    if (!changed) return before;
    // Of two changes at once the key lets one in.
    const { rows } = await sql`
      insert into evaluation_models (tenant_id, version, model, changed_at, changed_by)
      values (${tenantId}, ${version + 1}, ${JSON.stringify(model)}::jsonb, ${now}, ${actor.userId})
      on conflict do nothing returning version`.execute(tx);
    if (rows.length === 0) return refuse('record.changed', { version: version + 1 });
    await record({
      type: 'evaluation.changed',
      subject: { kind: 'company', id: tenantId },
      data: { version: version + 1, ...changed },
    });
    return currentEvaluation(tx, tenantId);
  },
});
