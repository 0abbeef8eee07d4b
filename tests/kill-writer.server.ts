import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { openDatabase } from '#platform/database/database.server.ts';

// The process that tests/kill.test.ts kills: writes rows as fast as it can and prints the number of each one acknowledged.
const [kind, place, first, tenant = ''] = process.argv.slice(2);
const database = await openDatabase(kind === 'url' ? { url: place } : { folder: place });
for (let n = Number(first); ; n++) {
  await database.write(tenant, (tx) =>
    // Two rows each: a half-written transaction would show, too.
    sql`INSERT INTO kill_rows (tenant_id, n, half) VALUES (${tenant}, ${n}, 1), (${tenant}, ${n}, 2)`.execute(tx),
  );
  writeSync(1, `${n}\n`);
}
