import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetRead } from '#notifications/forget-notifications.server.ts';
import type { Database } from '#platform/database/database.server.ts';
import { openTestDatabase } from '#platform/database/testing.server.ts';
import { newId } from '#platform/id.server.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('what was read a quarter ago goes, in every company; what is unread stays', async () => {
  const companies = [newId(), newId()];
  const at = '2026-01-01T00:00:00.000Z';
  for (const tenant_id of companies) {
    await database.system.insertInto('tenants').values({ id: tenant_id, name: 'x' }).execute();
    const one = (kind: string, read_at: string | null) => ({
      tenant_id,
      id: newId(),
      user_id: newId(),
      event_id: newId(),
      subject_id: newId(),
      kind,
      subject_kind: 'deal',
      data: '{}',
      at,
      read_at,
    });
    const some = [one('old', '2026-01-02T00:00:00.000Z'), one('new', '2026-03-01T00:00:00.000Z'), one('unread', null)];
    await database.write(tenant_id, (tx) => tx.insertInto('notifications').values(some).execute());
  }
  await forgetRead(database, new Date('2026-05-01T00:00:00.000Z'));
  const left = await database.system.selectFrom('notifications').select('kind').orderBy('kind').execute();
  expect(left.map(({ kind }) => kind)).toEqual(['new', 'new', 'unread', 'unread']);
});
