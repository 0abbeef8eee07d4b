import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from './database.server.ts';
import { StatementNames } from './statement-name.server.ts';
import { openTestDatabase } from './testing.server.ts';

const A = '0190d7b4-0000-7000-8000-00000000000a';
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it('names a text when it comes back, always the same, and no two the same', () => {
  const names = new StatementNames();
  expect(names.nameOf('select 1', 0)).toBeUndefined();
  const name = names.nameOf('select 1', 0);
  expect(name).toMatch(/^s[0-9a-f]{24}$/);
  expect(names.nameOf('select 1', 0)).toBe(name);
  names.nameOf('select 2', 0);
  expect(names.nameOf('select 2', 0)).not.toBe(name);
});

it('never names what would fill the server or holds several statements', () => {
  const names = new StatementNames();
  for (const [text, parameters] of [
    ['select 1', 65],
    [`select '${'x'.repeat(17_000)}'`, 0],
    ['select 1; select 2', 0],
  ] as const) {
    names.nameOf(text, parameters);
    expect(names.nameOf(text, parameters)).toBeUndefined();
  }
  for (let i = 0; i < 5_000; i++) for (let twice = 0; twice < 2; twice++) names.nameOf(`select ${i}`, 0);
  expect(names.size).toBe(1_000);
});

it('prepares what is repeated, once per connection', async () => {
  const prepared = await database.read(A, async (db) => {
    for (let i = 0; i < 3; i++) await sql`SELECT ${i}::int AS repeated`.execute(db);
    return sql<{
      n: number;
    }>`SELECT count(*) AS n FROM pg_prepared_statements WHERE statement LIKE '%AS repeated'`.execute(db);
  });
  expect(prepared.rows).toEqual([{ n: 1 }]);
});

it('plans anew after a column was added under a prepared statement', async () => {
  await database.pool.query('CREATE TABLE widening (a int); INSERT INTO widening VALUES (1)');
  const all = () => sql`SELECT * FROM widening`.execute(database.system);
  for (let i = 0; i < 3; i++) await all();
  await database.pool.query('ALTER TABLE widening ADD COLUMN b int');
  await all().catch(() => {}); // the connection that held the old plan is given up
  for (let i = 0; i < 3; i++) expect((await all()).rows).toEqual([{ a: 1, b: null }]);
});
