import { sql } from 'kysely';
import { dayOf, type Day } from '#shared/day.ts';
import type { EvidenceRecord } from '#method/evidence.ts';
import type { Database, Tx } from '#platform/database/database.server.ts';
import { tenantIds, type Jobs } from '#platform/jobs/jobs.server.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import { situationOf, stageScore } from '#deals/deal-situation.ts';
import { evidenceRecordsOf } from '#deals/evidence.server.ts';
import type { Deal } from '#deals/deal.ts';

const BATCH = 500;

/** Every night: evidence fades, so a gate that was full yesterday may not be today, and lists should say so. */
export function scheduleRescoring(jobs: Jobs, database: Database): void {
  jobs.schedule('deals.rescore', '5 18 * * *', async (signal) => {
    for (const tenantId of await tenantIds(database)) {
      if (signal.aborted) return;
      await rescoreDeals(database, tenantId, dayOf(new Date()), signal);
    }
  });
}

type Row = Pick<
  Deal,
  'id' | 'amount' | 'grade' | 'origin' | 'facts' | 'acceptances' | 'playbookId' | 'playbookVersion' | 'stageId'
> & {
  productLines: number;
  gateMet: number;
  gateTotal: number;
};

/** Judges the open deals of a company again, in batches; only scores that changed are written. @returns how many */
export async function rescoreDeals(
  database: Database,
  tenantId: string,
  today: Day,
  signal?: AbortSignal,
): Promise<number> {
  let changed = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const last = await database.write(tenantId, async (tx) => {
      const rows = await openDeals(tx, tenantId, after);
      changed += await rescore(tx, tenantId, rows, today);
      return rows.length === BATCH ? rows.at(-1)!.id : null;
    });
    if (last === null || signal?.aborted) return changed;
    after = last;
  }
}

async function openDeals(tx: Tx, tenantId: string, after: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select d.id, d.amount, d.grade, d.origin, d.facts, d.acceptances, d.playbook_id as "playbookId",
      d.playbook_version as "playbookVersion", d.stage_id as "stageId", d.gate_met as "gateMet", d.gate_total as "gateTotal",
      (select count(distinct p.line) from deal_lines l
       join products p on p.tenant_id = l.tenant_id and p.id = l.product_id
       where l.tenant_id = d.tenant_id and l.deal_id = d.id)::int as "productLines"
    from deals d
    where d.tenant_id = ${tenantId} and d.id > ${after}::uuid and d.state in ('open', 'won') and d.finished_on is null
    order by d.id limit ${BATCH}`.execute(tx);
  return rows;
}

async function rescore(tx: Tx, tenantId: string, rows: readonly Row[], today: Day): Promise<number> {
  const evidence = await evidenceRecordsOf(
    tx,
    tenantId,
    rows.map(({ id }) => id),
  );
  const fresh: { id: string; met: number; total: number }[] = [];
  for (const row of rows) {
    const compiled = await compiledPlaybook(tx, tenantId, row.playbookId, row.playbookVersion);
    const records: EvidenceRecord[] = evidence.get(row.id) ?? [];
    const { met, total } = stageScore(compiled, row.stageId, situationOf(row, row.productLines, records, today));
    if (met !== row.gateMet || total !== row.gateTotal) fresh.push({ id: row.id, met, total });
  }
  if (fresh.length === 0) return 0;
  await sql`
    update deals d set gate_met = scored.met, gate_total = scored.total
    from unnest(${fresh.map(({ id }) => id)}::uuid[], ${fresh.map(({ met }) => met)}::int[],
      ${fresh.map(({ total }) => total)}::int[]) as scored (id, met, total)
    where d.tenant_id = ${tenantId} and d.id = scored.id`.execute(tx);
  return fresh.length;
}
