import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import type { Database } from '#platform/database/database.server.ts';
import { openTestDatabase } from '#platform/database/testing.server.ts';
import { backup } from '#platform/backup/backup.server.ts';
import { restore, RestoreError } from '#platform/backup/restore.server.ts';
import { newId } from '#platform/id.server.ts';

let folder: string;
let full: Database;
let untouched: Database;
const at = '2026-05-04T03:02:01.123Z';
const file = (name: string) => join(folder, name);
const contents = async (name: string) => gunzipSync(await readFile(file(name))).toString('utf8');
const body = async (name: string) => (await contents(name)).split('\n').slice(1, -2);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'longmen-backup-'));
  full = await openTestDatabase();
  untouched = await openTestDatabase();
  const tenantId = newId();
  await full.system.insertInto('tenants').values({ id: tenantId, name: '“引号”,\n换行 \\ 😀' }).execute();
  await full.write(tenantId, async (tx) => {
    const [older, newer] = [newId(), newId()];
    const base = { tenant_id: tenantId, name_key: 'x', created_at: at, updated_at: at, tags: ['a,b', '{}', ''] };
    await tx
      .insertInto('accounts')
      .values({ ...base, id: older, name: '子公司' })
      .execute();
    await tx
      .insertInto('accounts')
      .values({ ...base, id: newer, name: '集团' })
      .execute();
    // The older row refers to the newer one: no order of rows suits every reference.
    await tx
      .updateTable('accounts')
      .set({ parent_id: newer })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', older)
      .execute();
    await tx
      .insertInto('attachment_contents')
      .values({ tenant_id: tenantId, sha256: 'x', content: Buffer.from([0, 255, 10, 92]) })
      .execute();
    await tx
      .insertInto('events')
      .values(
        Array.from({ length: 1_201 }, (_, i) => ({
          tenant_id: tenantId,
          id: newId(),
          at,
          type: 'test.happened',
          subject_kind: 'test',
          subject_id: older,
          data: JSON.stringify({ i, big: 9_007_199_254_740_991, text: '中文' }),
        })),
      )
      .execute();
  });
});
afterAll(async () => {
  await Promise.all([full.close(), untouched.close()]);
  await rm(folder, { recursive: true });
});

test('what is restored is what was backed up, to the byte', async () => {
  const written = await backup(full, file('one.gz'), at);
  const empty = await openTestDatabase();
  try {
    expect(await restore(empty, file('one.gz'))).toEqual(written);
    await backup(empty, file('two.gz'), at);
    expect(await body('two.gz')).toEqual(await body('one.gz'));
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from pg_constraint where contype = 'f'`.execute(empty.system);
    const before = await sql<{
      count: number;
    }>`select count(*)::int as count from pg_constraint where contype = 'f'`.execute(full.system);
    expect(rows).toEqual(before.rows);
    await expect(restore(empty, file('one.gz'))).rejects.toThrow('holds data');
  } finally {
    await empty.close();
  }
});

test.each([
  ['cut short', (text: string) => text.slice(0, Math.floor(text.length / 2))],
  ['changed', (text: string) => text.replace('中文', '中又')],
  ['of another schema', (text: string) => text.replace('"migrations":[', '"migrations":["2099-01-01-later",')],
  ['not a backup', () => 'hello\n'],
])('a file that is %s is refused and nothing is written', async (_name, spoil) => {
  await backup(full, file('good.gz'), at);
  await writeFile(file('bad.gz'), gzipSync(spoil(await contents('good.gz'))));
  await expect(restore(untouched, file('bad.gz'))).rejects.toThrow(RestoreError);
  expect(await untouched.system.selectFrom('tenants').select('id').execute()).toEqual([]);
});
