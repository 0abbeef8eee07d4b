import type { Database } from '#platform/database/database.server.ts';
import { importToWork, saveImport } from '#imports/import-store.server.ts';
import { noCounts } from '#imports/import-record.ts';
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

/** The check before: decides about every row as the run would, and writes nothing but the report. */
export async function checkImport(
  database: Database,
  tenantId: string,
  importId: string,
  signal?: AbortSignal,
): Promise<void> {
  const kept = await database.read(tenantId, (db) => importToWork(db, tenantId, importId));
  if (kept?.state !== 'checking') return;
  const job = await openJob(database, tenantId, kept, true);
  const importer = await database.read(tenantId, (db) => openImporter(db, job));
  await database.write(tenantId, (tx) => dropFaults(tx, tenantId, importId));
  let counts = noCounts;
  let done = 0;
  for await (const rows of readRows(database, tenantId, kept, job, 0)) {
    if (signal?.aborted) return;
    const decided = await database.read(tenantId, (db) => plannedAnew(db, () => importer.decide(db, rows)));
    await importer.write(null, decided);
    for (const { cut, number } of rows) if (cut) job.quirks.add('cut', '', '', null, number);
    counts = sum(counts, counted(decided));
    done += rows.length;
    const asked = await database.write(tenantId, async (tx) => {
      await keepFaults(tx, tenantId, importId, decided);
      await saveImport(tx, tenantId, importId, { rows_done: done });
      return (await importToWork(tx, tenantId, importId))?.cancelAsked;
    });
    if (asked) {
      await database.write(tenantId, (tx) =>
        saveImport(tx, tenantId, importId, { state: 'mapping', cancel_asked: false, rows_done: 0 }),
      );
      return;
    }
  }
  const report = { counts: sum(counts, importer.missing()), quirks: job.quirks.list() };
  await database.write(tenantId, (tx) =>
    saveImport(tx, tenantId, importId, { state: 'checked', report, rows_total: done }),
  );
}
