import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import { loadWhole } from '#deals/deal-change.server.ts';
import type { EvidenceFields, EvidenceView } from '#deals/deal-gate.ts';
import { appendEvidence } from '#deals/deal-score.server.ts';

/** Evidence that another slice's command brings: kept, told and judged as any. @throws its refusal */
export async function addEvidence(
  context: CommandContext,
  dealId: string,
  fields: EvidenceFields,
): Promise<EvidenceView> {
  return decide(await appendEvidence(context, await loadWhole(context, dealId), fields));
}
