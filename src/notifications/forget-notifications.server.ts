import { sql } from 'kysely';
import type { Database } from '#platform/database/database.server.ts';
import { tenantIds, type Jobs } from '#platform/jobs/jobs.server.ts';

/** Read ones are kept for a quarter, in which people look for them again; the record's own timeline keeps everything. */
const KEEP_READ_MS = 92 * 86_400_000;
/** A statement stays short, whatever has gathered. */
const AT_ONCE = 10_000;

export function scheduleForgetting(jobs: Jobs, database: Database): void {
  jobs.schedule('notifications.forget', '50 17 * * *', () => forgetRead(database, new Date()));
}

/** Deletes what was read long ago; what is unread waits for its reader. */
export async function forgetRead(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_READ_MS).toISOString();
  for (const tenantId of await tenantIds(database)) {
    for (let deleted = AT_ONCE; deleted === AT_ONCE;) {
      const { numAffectedRows = 0n } = await database.write(tenantId, (tx) =>
        sql`delete from notifications where tenant_id = ${tenantId}::uuid and id in (
          select id from notifications where tenant_id = ${tenantId}::uuid and read_at < ${before}::timestamptz
          limit ${AT_ONCE})`.execute(tx),
      );
      deleted = Number(numAffectedRows);
    }
  }
}
