import { sql } from 'kysely';
import type { Database } from '#platform/database/database.server.ts';
import { Refused } from '#platform/http/refused.server.ts';
import { jobsOf, tenantIds, type JobHandler, type Jobs } from '#platform/jobs/jobs.server.ts';
import { tableRefusals } from '#platform/import-export/table-refusals.ts';
import { inBoth } from '#shared/input-words.ts';
import type { RefusalKinds } from '#shared/refusal.ts';
import { checkImport } from '#imports/check-import.server.ts';
import { importRefusals } from '#imports/import-refusals.ts';
import { saveImport } from '#imports/import-store.server.ts';
import { runImport } from '#imports/run-import.server.ts';
import { undoImport } from '#imports/undo-import.server.ts';

const JOB = 'imports';
/** Files and what undoing needs are kept so long. */
export const KEPT_DAYS = 30;

const unfinished = ['checking', 'running', 'undoing'] as const;

/** The jobs of this slice; on start, imports that a stop has interrupted go on. */
export function importJobs(jobs: Jobs, database: Database): void {
  jobs.work(JOB, workOn(database));
  jobs.schedule('imports.resume', '*/5 * * * *', () => resumeImports(database, 10));
  jobs.schedule('imports.cleanUp', '40 19 * * *', () => cleanUpImports(database));
}

/** Tells the workers of this or another process; without any, the import waits for one. */
export async function wakeImports(database: Database, tenantId: string, importId: string): Promise<void> {
  await jobsOf(database)?.send(JOB, { tenantId, importId });
}

/** Whatever the import's state asks for. A failure is kept with the import, in words. */
export function workOn(database: Database): JobHandler {
  return async ({ tenantId, importId = '' }, signal) => {
    try {
      await checkImport(database, tenantId, importId, signal);
      await runImport(database, tenantId, importId, signal);
      await undoImport(database, tenantId, importId, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      await database.write(tenantId, (tx) =>
        saveImport(tx, tenantId, importId, {
          state: 'failed',
          failure: failureWords(error),
          finished_at: new Date().toISOString(),
        }),
      );
      throw error;
    }
  };
}

function failureWords(error: unknown): string {
  const kinds: RefusalKinds = { ...tableRefusals, ...importRefusals };
  const kind = error instanceof Refused ? kinds[error.refusal.code] : undefined;
  return inBoth(
    kind && error instanceof Refused
      ? kind.words(error.refusal.data)
      : {
          zh: '服务器出错，导入中断；已写入的部分保留，可以继续或撤销',
          en: 'The server failed; what is written stays, and you may go on or undo',
        },
  );
}

/** Imports whose process has ended. Of two that work on the same one steps back. @param idle minutes since they began */
export async function resumeImports(database: Database, idle = 0): Promise<void> {
  for (const tenantId of await tenantIds(database)) {
    const { rows } = await database.read(tenantId, (db) =>
      sql<{
        id: string;
      }>`select id from imports where tenant_id = ${tenantId} and state = any(${[...unfinished]}::text[])
        and started_at <= now() - make_interval(mins => ${idle})`.execute(db),
    );
    for (const { id } of rows) await wakeImports(database, tenantId, id);
  }
}

/** Files hold personal data: they go when undoing is no longer offered, or when they were never imported. */
export async function cleanUpImports(database: Database, now = new Date()): Promise<void> {
  const old = new Date(now.getTime() - KEPT_DAYS * 86_400_000).toISOString();
  for (const tenantId of await tenantIds(database)) {
    await database.write(tenantId, async (tx) => {
      for (const table of ['import_parts', 'import_faults', 'import_changes'] as const) {
        await sql`delete from ${sql.table(table)} x using imports i where x.tenant_id = ${tenantId} and i.tenant_id = x.tenant_id
          and i.id = x.import_id and i.created_at < ${old}::timestamptz and i.state <> all(${[...unfinished]}::text[])`.execute(
          tx,
        );
      }
      await sql`delete from imports where tenant_id = ${tenantId} and created_at < ${old}::timestamptz
        and state in ('uploading', 'mapping', 'checked')`.execute(tx);
    });
  }
}
