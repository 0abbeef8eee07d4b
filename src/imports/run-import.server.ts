import { sql } from 'kysely';
import { learnCompanies, type Database, type Tx } from '#platform/database/database.server.ts';
import { recordAll } from '#platform/events/events.server.ts';
import { tableOf } from '#imports/duplicates.server.ts';
import type { ImportJob, NounImporter } from '#imports/import-job.server.ts';
import { noCounts, type Counts } from '#imports/import-record.ts';
import { importToWork, saveImport, type KeptImport } from '#imports/import-store.server.ts';
import type { ReadRow } from '#imports/read-row.ts';
import {
  counted,
  dropFaults,
  keepFaults,
  openImporter,
  openJob,
  plannedAnew,
  readRows,
  sum,
} from '#imports/work-through.server.ts';

/** Somebody saved a record with the same key at the same moment: decide about the rows anew. */
const TRIES = 3;

/** Rows after which the planner is told of them for the first time; then whenever there are twice as many. */
const LEARNT_FROM = 1_000;

/**
 * Writes the rows, some hundred in a transaction with their events and the place reached: stopped at any moment, it goes
 * on there. Another process that works on the same import makes this one step back.
 */
export async function runImport(
  database: Database,
  tenantId: string,
  importId: string,
  signal?: AbortSignal,
): Promise<void> {
  const kept = await database.read(tenantId, (db) => importToWork(db, tenantId, importId));
  if (kept?.state !== 'running') return;
  const job = await openJob(database, tenantId, kept, false);
  let importer = await database.read(tenantId, (db) => openImporter(db, job));
  if (kept.rowsDone === 0) await database.write(tenantId, (tx) => dropFaults(tx, tenantId, importId));
  let place = kept.rowsDone;
  let learnt = LEARNT_FROM / 2;
  for await (const rows of readRows(database, tenantId, kept, job, place, (ahead) => importer.prepare?.(ahead))) {
    if (signal?.aborted) return;
    const step = () => database.write(tenantId, (tx) => writeRows(tx, job, importer, rows, place));
    const result = await again(step, async () => {
      // What reading said stays, what deciding added goes.
      for (const row of rows) row.issues.splice(row.told);
      importer = await database.read(tenantId, (db) => openImporter(db, job));
      importer.prepare?.(rows);
    });
    if (result === 'elsewhere') return;
    place = rows.at(-1)!.number;
    if (result === 'stop') return finished(database, job, 'cancelled');
    if (place >= learnt * 2) {
      await learnCompanies(database, [tableOf(job.noun), 'accounts', 'external_ids']);
      learnt = place;
    }
  }
  if (importer.finish) {
    for await (const rows of readRows(database, tenantId, kept, job, 0)) {
      if (signal?.aborted) return;
      await database.write(tenantId, (tx) => plannedAnew(tx, () => importer.finish!(tx, rows)));
    }
  }
  await finished(database, job, 'done');
}

async function writeRows(tx: Tx, job: ImportJob, importer: NounImporter, rows: readonly ReadRow[], place: number) {
  const { tenantId } = job.actor;
  // The place reached is in the same transaction: what a power cut loses is imported again. The end is waited for.
  await sql`set local synchronous_commit = off`.execute(tx);
  const { rows: held } = await sql<{ rows_done: number; outcome: Counts; cancel_asked: boolean; state: string }>`
    select rows_done, outcome, cancel_asked, state from imports
    where tenant_id = ${tenantId} and id = ${job.id} for update`.execute(tx);
  const now = held[0];
  if (!now || now.rows_done !== place || now.state !== 'running') return 'elsewhere';
  if (now.cancel_asked) return 'stop';
  const before = importer.missing();
  const decided = await plannedAnew(tx, () => importer.decide(tx, rows));
  await importer.write(tx, decided);
  await keepFaults(tx, tenantId, job.id, decided);
  const after = importer.missing();
  const made = {
    accounts: after.accounts - before.accounts,
    products: after.products - before.products,
    owners: after.owners - before.owners,
    teams: (after.teams ?? 0) - (before.teams ?? 0),
  };
  const outcome = sum(sum({ ...noCounts, ...now.outcome }, counted(decided)), made);
  await saveImport(tx, tenantId, job.id, { rows_done: rows.at(-1)!.number, outcome });
  return 'written';
}

async function again<T>(step: () => Promise<T>, refresh: () => Promise<void>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await step();
    } catch (error) {
      if ((error as { code?: string }).code !== '23505' || tried === TRIES) throw error;
      await refresh();
    }
  }
}

async function finished(database: Database, job: ImportJob, state: 'done' | 'cancelled'): Promise<void> {
  const { tenantId } = job.actor;
  const now = new Date().toISOString();
  await database.write(tenantId, async (tx) => {
    await saveImport(tx, tenantId, job.id, { state, finished_at: now, cancel_asked: false });
    const kept = (await importToWork(tx, tenantId, job.id)) as KeptImport;
    await recordAll(tx, job.actor, now, null, [
      {
        type: state === 'done' ? 'import.done' : 'import.cancelled',
        subject: { kind: 'import', id: job.id },
        data: { name: kept.fileName, noun: job.noun, counts: kept.outcome },
      },
    ]);
  });
}
