import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#platform/database/database.server.ts';
import { openTestDatabase } from '#platform/database/testing.server.ts';
import { newId } from '#platform/id.server.ts';
import { forgetAnswers } from '#platform/jobs/housekeeping.server.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('answers kept for retries go after two days, in every company', async () => {
  const tenantId = newId();
  await database.system.insertInto('tenants').values({ id: tenantId, name: 'x' }).execute();
  const kept = (key: string, at: string) => ({ tenant_id: tenantId, user_id: newId(), key, fingerprint: 'x', at });
  await database.write(tenantId, (tx) =>
    tx
      .insertInto('idempotency_keys')
      .values([kept('old', '2026-03-01T00:00:00.000Z'), kept('new', '2026-03-03T00:00:01.000Z')])
      .execute(),
  );
  await forgetAnswers(database, new Date('2026-03-05T00:00:00.000Z'));
  const rows = await database.system.selectFrom('idempotency_keys').select('key').execute();
  expect(rows).toEqual([{ key: 'new' }]);
});
