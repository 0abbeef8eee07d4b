import { sql } from 'kysely';
import type { EvidenceRecord } from '#method/evidence.ts';
import { changes } from '#platform/events/event.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { lintsAfter } from '#deals/deal-linting.server.ts';
import type { Refusal } from '#shared/refusal.ts';
import type { EvidenceFields, EvidenceView } from '#deals/deal-gate.ts';
import { namesMentioned } from '#deals/deal-names.ts';
import { insertEvidence, refuseEvidence } from '#deals/evidence.server.ts';
import { settle } from '#deals/deal-decisions.ts';
import { situationOf } from '#deals/deal-situation.ts';
import type { Loaded } from '#deals/deal-change.server.ts';

type Judged = Pick<Loaded, 'deal' | 'compiled' | 'productLines' | 'records' | 'linting'>;

/** One more piece of evidence on a deal that is held: refused, or kept, told and judged. */
export async function appendEvidence(
  context: CommandContext,
  loaded: Judged,
  fields: EvidenceFields,
): Promise<EvidenceView | Refusal> {
  const { tx, actor, now, today, record } = context;
  const { deal, compiled, records } = loaded;
  const refusal = refuseEvidence(fields, compiled, records, today);
  if (refusal) return refusal;
  const added = await insertEvidence(tx, actor, deal, fields, now);
  await record({
    type: 'deal.evidenceAdded',
    subject: { kind: 'deal', id: deal.id },
    accountId: deal.accountId,
    data: {
      name: deal.name,
      words: namesMentioned(compiled, { checks: [fields.check] }),
      evidence: { id: added.record.id, ...fields },
    },
  });
  await settleScore(context, loaded, added.record);
  return added;
}

/**
 * Judges the current gate again after new evidence and keeps its score for lists. Overrides that have healed leave the
 * deal. The version stays, since nothing that anybody edits is overwritten.
 *
 * @param loaded the deal as locked before `fresh` was appended
 */
export async function settleScore(
  { tx, actor, today, record }: CommandContext,
  { deal, compiled, productLines, records, linting }: Judged,
  fresh: EvidenceRecord,
): Promise<void> {
  const situation = situationOf(deal, productLines, [...records, fresh], today);
  const { score, patch } = settle(deal, compiled, situation);
  const { lints, lintSerious } = lintsAfter({ ...deal, ...patch }, compiled, situation, linting);
  await tx
    .updateTable('deals')
    .set({
      gate_met: score.met,
      gate_total: score.total,
      lints,
      lint_serious: lintSerious,
      ...(patch.overrides && { overrides: sql`${JSON.stringify(patch.overrides)}::jsonb` }),
    })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', deal.id)
    .execute();
  const healed = patch.overrides && changes(deal, { overrides: patch.overrides });
  if (healed)
    await record({
      type: 'deal.overrideHealed',
      subject: { kind: 'deal', id: deal.id },
      accountId: deal.accountId,
      data: { name: deal.name, ...healed },
    });
}
