import { sql } from 'kysely';
import { changes } from '#platform/events/event.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { settle } from '#deals/deal-decisions.ts';
import { loadWhole } from '#deals/deal-change.server.ts';

/**
 * Judges the current gate again and keeps its score for lists. Overrides that have healed leave the deal. The version
 * stays, since nothing that anybody edits is overwritten.
 */
export async function settleScore(context: CommandContext, dealId: string): Promise<void> {
  const { tx, actor, record } = context;
  const { deal, compiled, situation } = await loadWhole(context, dealId);
  const { score, patch } = settle(deal, compiled, situation);
  await tx
    .updateTable('deals')
    .set({
      gate_met: score.met,
      gate_total: score.total,
      ...(patch.overrides && { overrides: sql`${JSON.stringify(patch.overrides)}::jsonb` }),
    })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', dealId)
    .execute();
  const healed = patch.overrides && changes(deal, { overrides: patch.overrides });
  if (healed)
    await record({
      type: 'deal.overrideHealed',
      subject: { kind: 'deal', id: dealId },
      accountId: deal.accountId,
      data: { name: deal.name, ...healed },
    });
}
