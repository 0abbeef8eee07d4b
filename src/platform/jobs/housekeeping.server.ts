import { sql } from 'kysely';
import { vacuum, type Database } from '#platform/database/database.server.ts';
import { tenantIds, type Jobs } from '#platform/jobs/jobs.server.ts';

/** What keeps a database in order: dead rows and statistics on the embedded engine, answers kept for retries on both. */
export function scheduleHousekeeping(jobs: Jobs, database: Database): void {
  jobs.schedule('database.vacuum', '7 * * * *', () => vacuum(database));
  jobs.schedule('requests.forget', '40 17 * * *', () => forgetAnswers(database, new Date()));
}

const KEEP_ANSWERS_MS = 2 * 86_400_000;

/** Answers under an Idempotency-Key are kept for two days: longer than anybody retries. */
export async function forgetAnswers(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_ANSWERS_MS).toISOString();
  for (const tenantId of await tenantIds(database)) {
    await database.write(tenantId, (tx) =>
      sql`delete from idempotency_keys where tenant_id = ${tenantId}::uuid and at < ${before}::timestamptz`.execute(tx),
    );
  }
}
