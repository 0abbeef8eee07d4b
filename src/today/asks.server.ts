import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import type { EvidenceRecord } from '#method/evidence.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { evaluateGate } from '#method/gate.ts';
import { comparisons } from '#method/rule.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import { situationOf, type Methods } from '#deals/deal-situation.ts';
import type { Deal } from '#deals/deal.ts';
import type { Day } from '#shared/day.ts';
import { survivingSource } from '#people/surviving-store.server.ts';
import type { Ask } from '#today/today.ts';

type Pinned = { id: string; playbookId: string; playbookVersion: number; stageId: string };
type Whole = Pick<Deal, 'id' | 'amount' | 'grade' | 'origin' | 'facts' | 'acceptances'> &
  Methods & {
    productLines: number;
    evidence: EvidenceRecord[];
  };

/**
 * The one ★ check that each of these deals lacks, judged today and not when it was last saved. Deals that lack none or
 * several by now are not in the answer. A stage without end goes round: there the review of the account plan is asked
 * for first, else what is due before anything else.
 */
export async function asksOf(
  db: ReadTx,
  actor: Actor,
  deals: readonly Pinned[],
  today: Day,
): Promise<Map<string, Ask>> {
  if (deals.length === 0) return new Map();
  const whole = await wholeDeals(
    db,
    actor.tenantId,
    deals.map(({ id }) => id),
  );
  const asks = await Promise.all(
    deals.map(async ({ id, playbookId, playbookVersion, stageId }) => {
      const deal = whole.find((one) => one.id === id)!;
      const compiled = await compiledPlaybook(db, actor.tenantId, playbookId, playbookVersion);
      const gate = evaluateGate(compiled, stageId, situationOf(deal, deal.productLines, deal.evidence, today));
      const checks = gate.misses.filter((miss) => miss.kind === 'check');
      const others = gate.misses.filter(({ kind }) => kind !== 'check').map(({ words }) => words);
      const miss = gate.endless ? (checks.find(({ check }) => isPlanReview(compiled, check)) ?? checks[0]) : checks[0];
      if (!miss || (checks.length > 1 && !gate.endless)) return null;
      const text = compiled.checkById.get(miss.check)!.check.text;
      const { act, who, question, by } = miss.act;
      const also = gate.endless ? checks.filter((one) => one !== miss).map(({ words }) => words) : [];
      const ask = { check: miss.check, text, act, who, question: question?.text ?? null, by };
      const entry: [string, Ask] = [id, { ...ask, others: [...also, ...others] }];
      return entry;
    }),
  );
  return new Map(asks.filter((ask) => ask !== null));
}

function isPlanReview({ checkById }: CompiledPlaybook, id: string): boolean {
  const rule = checkById.get(id)?.check.rule;
  return rule !== undefined && comparisons(rule).some(({ fact }) => fact === 'accountPlan.reviewedInTime');
}

/** What the rules may know of these deals; one statement for all. Visibility is the caller's: these are her own. */
async function wholeDeals(db: ReadTx, tenantId: string, ids: readonly string[]): Promise<Whole[]> {
  const { rows } = await sql<Whole>`
    select d.id, d.amount, d.grade, d.origin, d.facts, d.acceptances,
      d.playbook_id as "playbookId", d.playbook_version as "playbookVersion", d.former_methods as "formerMethods",
      (select count(distinct p.line) from deal_lines l join products p on p.tenant_id = l.tenant_id and p.id = l.product_id
        where l.tenant_id = d.tenant_id and l.deal_id = d.id)::int as "productLines",
      (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'kind', e.kind, 'id', e.id, 'check', e.check_id, 'statement', e.statement, 'reason', e.statement,
          'signal', e.signal_id, 'direction', e.direction, 'strength', e.strength,
          'source', jsonb_build_object('kind', e.source_kind, 'id', ${survivingSource('e')}),
          'observedOn', e.observed_on, 'recordedBy', e.recorded_by, 'retracts', e.retracts,
          'under', case when e.playbook_id is not null
            then jsonb_build_object('playbookId', e.playbook_id, 'version', e.playbook_version) end)) order by e.id), '[]')
        from evidence e where e.tenant_id = d.tenant_id and e.deal_id = d.id) as evidence
    from deals d where d.tenant_id = ${tenantId}::uuid and d.id = any(${ids}::uuid[])`.execute(db);
  return rows;
}
