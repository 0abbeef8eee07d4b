import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, migrate, type Tx, vacuum } from './database.server.ts';
import { NamedConnection, TransactionAbortedError } from './kysely-driver.server.ts';
import { StatementNames } from './statement-name.server.ts';
import { openTestDatabase } from './testing.server.ts';
import { NestedTransactionError } from './transaction-context.server.ts';

const A = '0190d7b4-0000-7000-8000-00000000000a';
const B = '0190d7b4-0000-7000-8000-00000000000b';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.system
    .insertInto('tenants')
    .values([A, B].map((id) => ({ id, name: id })))
    .execute();
  await database.pool.query(`
    CREATE TABLE test_notes (tenant_id uuid NOT NULL, id integer NOT NULL, text text NOT NULL, PRIMARY KEY (tenant_id, id));
    ALTER TABLE test_notes ENABLE ROW LEVEL SECURITY;
    CREATE POLICY tenant ON test_notes USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
    INSERT INTO test_notes VALUES ('${B}', 1, 'of B');
  `);
});
afterAll(() => database.close());

const insert = (tx: Tx, tenant: string, id: number) =>
  sql`INSERT INTO test_notes (tenant_id, id, text) VALUES (${tenant}, ${id}, 'x')`.execute(tx);
const count = async (tenant: string, id: number): Promise<number> => {
  const { rows } = await database.pool.query('SELECT FROM test_notes WHERE tenant_id = $1 AND id = $2', [tenant, id]);
  return rows.length;
};

describe('write', () => {
  it('commits when the work resolves and hands its value on', async () => {
    expect(await database.write(A, (tx) => insert(tx, A, 1).then(() => 'done'))).toBe('done');
    expect(await count(A, 1)).toBe(1);
  });

  it('rolls everything back when the work rejects', async () => {
    const failing = database.write(A, async (tx) => {
      await insert(tx, A, 2);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await count(A, 2)).toBe(0);
  });

  it('does not pretend to have saved when the error of a statement was swallowed', async () => {
    const failing = database.write(A, async (tx) => {
      await insert(tx, A, 3);
      await insert(tx, A, 3).catch(() => {});
    });
    await expect(failing).rejects.toThrow(TransactionAbortedError);
    expect(await count(A, 3)).toBe(0);
  });

  it('refuses the handle after the end', async () => {
    let escaped: Tx | undefined;
    await database.write(A, async (tx) => {
      escaped = tx;
    });
    await expect(insert(escaped as Tx, A, 4)).rejects.toThrow('transaction is over');
  });

  it('writes nothing, in the order asked, when the transaction did not begin', async () => {
    const connection = new NamedConnection(await database.pool.connect(), new StatementNames());
    const asked = (text: string) => connection.executeQuery(sql.raw(text).compile(database.system));
    const begun = connection.begin('SELECT 1 / 0; BEGIN');
    const results = await Promise.allSettled([
      asked(`SELECT 1 AS one`),
      asked(`INSERT INTO test_notes VALUES ('${A}', 5, 'x')`),
      asked(`SELECT 2 AS two`),
    ]);
    await expect(begun).rejects.toThrow('division by zero');
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    connection.release();
    expect(await count(A, 5)).toBe(0);
  });

  it('plans once for all keys, and leaves the next transaction of the connection as it was', async () => {
    const mode = sql<{ plan_cache_mode: string }>`SHOW plan_cache_mode`;
    expect((await database.write(A, (tx) => mode.execute(tx))).rows[0]?.plan_cache_mode).toBe('force_generic_plan');
    expect((await database.read(A, (db) => mode.execute(db))).rows[0]?.plan_cache_mode).toBe('auto');
  });

  it('tells how many rows were changed', async () => {
    const { numAffectedRows } = await database.write(B, (tx) => sql`UPDATE test_notes SET text = 'of B'`.execute(tx));
    expect(numAffectedRows).toBe(1n);
  });
});

describe('row-level security, with wrong SQL', () => {
  it('hides the rows of others', async () => {
    expect(
      (await database.read(A, (db) => sql`SELECT * FROM test_notes WHERE id = 1 AND text = 'of B'`.execute(db))).rows,
    ).toEqual([]);
    expect((await database.read(B, (db) => sql`SELECT text FROM test_notes`.execute(db))).rows).toEqual([
      { text: 'of B' },
    ]);
  });

  it('refuses to write rows of others', async () => {
    await expect(database.write(A, (tx) => insert(tx, B, 9))).rejects.toThrow('row-level security');
    const { numAffectedRows } = await database.write(A, (tx) =>
      sql`DELETE FROM test_notes WHERE text = 'of B'`.execute(tx),
    );
    expect(numAffectedRows).toBe(0n);
  });

  it('shows a tenant itself only, and not to be changed', async () => {
    expect(await database.read(A, (db) => db.selectFrom('tenants').select('id').execute())).toEqual([{ id: A }]);
    await expect(database.write(A, (tx) => tx.updateTable('tenants').set({ name: 'x' }).execute())).rejects.toThrow(
      'permission denied',
    );
  });

  it('ends with the transaction: the next one on the same connection is another tenant', async () => {
    const seen = (tenant: string) =>
      database.read(tenant, (db) => sql<{ t: string }>`SELECT current_setting('app.tenant_id') AS t`.execute(db));
    for (const tenant of [A, B, A]) expect((await seen(tenant)).rows[0]?.t).toBe(tenant);
    const { rows } = await database.pool.query(
      `SELECT current_user AS me, current_setting('app.tenant_id', true) AS t`,
    );
    expect(rows[0].me).not.toBe('longmen_tenant');
    expect(rows[0].t || null).toBeNull();
  });

  it('accepts nothing but a uuid as tenant', async () => {
    await expect(database.read(`${A}'; DROP TABLE test_notes; --`, async () => 1)).rejects.toThrow('Not a tenant id');
  });
});

describe('read', () => {
  it('cannot write', async () => {
    const writing = database.read(A, (db) => sql`INSERT INTO test_notes VALUES (${A}, 5, 'x')`.execute(db));
    await expect(writing).rejects.toThrow('read-only');
  });

  it('stays right with many at once, some failing', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, (_, i) =>
        database.read(i % 2 ? A : B, async (db) => {
          const [{ rows }] = await Promise.all([
            sql<{ t: string }>`SELECT current_setting('app.tenant_id') AS t`.execute(db),
            sql`SELECT 1`.execute(db),
          ]);
          if (i % 5 === 0) await sql`SELECT 1 / 0`.execute(db);
          return rows[0]?.t;
        }),
      ),
    );
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual(
      results.map((_, i) => (i % 5 === 0 ? 'failed' : i % 2 ? A : B)),
    );
  });
});

describe('a second connection inside a transaction', () => {
  it.each([
    ['pool.query', () => database.pool.query('SELECT 1')],
    ['system', () => database.system.selectFrom('tenants').selectAll().execute()],
    ['read', () => database.read(A, async () => 1)],
    ['write', () => database.write(A, async () => 1)],
  ])('is refused at once: %s', async (_name, nested) => {
    await expect(database.write(A, async () => nested())).rejects.toThrow(NestedTransactionError);
    await expect(database.read(A, async () => nested())).rejects.toThrow(NestedTransactionError);
  });

  it('is allowed to what the transaction started and left behind', async () => {
    const { promise: over, resolve } = Promise.withResolvers<void>();
    let later: Promise<unknown> | undefined;
    await database.write(A, async () => {
      later = over.then(() => database.pool.query('SELECT 1'));
    });
    resolve();
    await expect(later).resolves.toMatchObject({ rowCount: 1 });
  });
});

it('gives a new connection a clean session', async () => {
  const client = await database.pool.connect();
  await client.query(
    `CREATE TEMP TABLE mine (a int); SET timezone = 'Asia/Shanghai'; BEGIN; CREATE TABLE never (a int)`,
  );
  client.release(true);
  const { rows } = await database.pool.query(
    `SELECT to_regclass('mine') AS mine, to_regclass('never') AS never, current_setting('timezone') AS zone`,
  );
  expect(rows).toEqual([{ mine: null, never: null, zone: 'UTC' }]);
});

describe('maintenance', () => {
  it('vacuums without disturbing', async () => {
    await vacuum(database);
    expect(await count(B, 1)).toBe(1);
  });

  it('finds nothing to migrate in a migrated database', async () => {
    expect(await migrate(database)).toEqual([]);
  });

  it('has btree_gin', async () => {
    await database.pool.query(
      'CREATE TABLE g (tenant_id uuid, grams text[]); CREATE INDEX ON g USING gin (tenant_id, grams); DROP TABLE g',
    );
  });
});
