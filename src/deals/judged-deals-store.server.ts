import type { Situation } from '#method/check.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import type { EvidenceRecord } from '#method/evidence.ts';
import { evaluateGate, type Gate } from '#method/gate.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import type { Day } from '#shared/day.ts';
import { situationOf } from '#deals/deal-situation.ts';
import { loadDeals, type LoadedDeal } from '#deals/deal-store.server.ts';
import { evidenceRecordsOf } from '#deals/evidence.server.ts';

/** A deal with its method, what is known of it today, and its gate judged. */
export type JudgedDeal = LoadedDeal & {
  compiled: CompiledPlaybook;
  records: readonly EvidenceRecord[];
  situation: Situation;
  gate: Gate;
};

/** These deals judged on a day, by id; two statements for all of them. Visibility is the caller's. */
export async function judgedDeals(
  db: ReadTx,
  tenantId: string,
  ids: readonly string[],
  today: Day,
): Promise<Map<string, JudgedDeal>> {
  if (ids.length === 0) return new Map();
  const [loaded, evidence] = await Promise.all([loadDeals(db, tenantId, ids), evidenceRecordsOf(db, tenantId, ids)]);
  const judged = await Promise.all(
    loaded.map(async (one): Promise<[string, JudgedDeal]> => {
      const { deal, productLines } = one;
      const compiled = await compiledPlaybook(db, tenantId, deal.playbookId, deal.playbookVersion);
      const records = evidence.get(deal.id) ?? [];
      const situation = situationOf(deal, productLines, records, today);
      return [deal.id, { ...one, compiled, records, situation, gate: evaluateGate(compiled, deal.stageId, situation) }];
    }),
  );
  return new Map(judged);
}
