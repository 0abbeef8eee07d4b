import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { dayOf, type Day } from '#shared/day.ts';
import type { Database, Tx } from '#platform/database/database.server.ts';
import { tenantIds, type Jobs } from '#platform/jobs/jobs.server.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import { lintingsOf, lintsAfter } from '#deals/deal-linting.server.ts';
import { situationOf, stageScore } from '#deals/deal-situation.ts';
import { evidenceRecordsOf } from '#deals/evidence.server.ts';
import { judgedColumns, type JudgedRow } from '#deals/lint-subjects-store.server.ts';
import type { KeptLints } from '#lint/kept-lints.ts';

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

/**
 * Whoever changes the rules of a large company does not wait until all its deals are judged by them; this does it, within
 * minutes. The row says by which version the deals were judged.
 */
export function scheduleRelinting(jobs: Jobs, database: Database): void {
  jobs.schedule('deals.relint', '*/5 * * * *', async (signal) => {
    const { rows } = await sql<{ tenant_id: string; version: number }>`
      select tenant_id, version from lint_settings where judged_version < version`.execute(database.system);
    for (const { tenant_id: tenantId, version } of rows) {
      await rescoreDeals(database, tenantId, dayOf(new Date()), signal);
      if (signal.aborted) return;
      await database.write(tenantId, (tx) =>
        tx.updateTable('lint_settings').set({ judged_version: version }).where('tenant_id', '=', tenantId).execute(),
      );
    }
  });
}

type Row = JudgedRow & KeptLints & { gateMet: number; gateTotal: number };
type Judged = Pick<Row, 'id' | 'gateMet' | 'gateTotal' | 'lints' | 'lintSerious'>;

/**
 * Judges the gates and the lint of a company's open deals again, in batches; only what changed is written.
 *
 * @returns how many deals have another score than before
 */
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
    select ${judgedColumns}, d.gate_met as "gateMet", d.gate_total as "gateTotal", d.lints, d.lint_serious as "lintSerious"
    from deals d
    where d.tenant_id = ${tenantId} and d.id > ${after}::uuid and d.state in ('open', 'won') and d.finished_on is null
    order by d.id limit ${BATCH}`.execute(tx);
  return rows;
}

async function rescore(tx: Tx, tenantId: string, rows: readonly Row[], today: Day): Promise<number> {
  const judged = await judgeAll(tx, tenantId, rows, today);
  const fresh = judged.filter((row, at) => !isDeepStrictEqual(row, kept(rows[at]!)));
  if (fresh.length === 0) return 0;
  await sql`
    update deals d set gate_met = scored.met, gate_total = scored.total, lints = string_to_array(scored.lints, ' '),
      lint_serious = scored.serious
    from unnest(${fresh.map(({ id }) => id)}::uuid[], ${fresh.map(({ gateMet }) => gateMet)}::int[],
      ${fresh.map(({ gateTotal }) => gateTotal)}::int[], ${fresh.map(({ lints }) => lints.join(' '))}::text[],
      ${fresh.map(({ lintSerious }) => lintSerious)}::int[]) as scored (id, met, total, lints, serious)
    where d.tenant_id = ${tenantId} and d.id = scored.id`.execute(tx);
  return fresh.length;
}

/** As many statements for a batch as for one deal. */
async function judgeAll(tx: Tx, tenantId: string, rows: readonly Row[], today: Day): Promise<Judged[]> {
  const ids = rows.map(({ id }) => id);
  const [evidence, lintings] = await Promise.all([
    evidenceRecordsOf(tx, tenantId, ids),
    lintingsOf(tx, tenantId, ids, today),
  ]);
  return Promise.all(
    rows.map(async (row) => {
      const compiled = await compiledPlaybook(tx, tenantId, row.playbookId, row.playbookVersion);
      const situation = situationOf(row, row.productLines, evidence.get(row.id) ?? [], today);
      const { met, total } = stageScore(compiled, row.stageId, situation);
      return {
        id: row.id,
        gateMet: met,
        gateTotal: total,
        ...lintsAfter(row, compiled, situation, lintings.get(row.id)!),
      };
    }),
  );
}

function kept({ id, gateMet, gateTotal, lints, lintSerious }: Row): Judged {
  return { id, gateMet, gateTotal, lints, lintSerious };
}
