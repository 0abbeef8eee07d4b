import type { Kysely } from 'kysely';
import type pg from 'pg';
import { EmbeddedEngine } from './embedded-engine.server.ts';
import { applyMigrations, readMigrations } from './migrate.server.ts';
import { GuardedPool } from './pool.server.ts';
import type { Rows } from './rows.generated.ts';
import { Transactions, type ReadTx, type Tx } from './transactions.server.ts';

export type { ReadTx, Tx } from './transactions.server.ts';
export type { Rows } from './rows.generated.ts';

export type Database = {
  engine: 'embedded' | 'postgres';
  /** One write transaction as the tenant. Commits when `work` resolves, rolls back when it rejects. Not nestable. */
  write<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One READ ONLY transaction as the tenant. */
  read<T>(tenantId: string, work: (db: ReadTx) => Promise<T>): Promise<T>;
  /** The owner's role, no tenant, row-level security off: identity tables, tenants, migrations, job queue. */
  system: Kysely<Rows>;
  pool: pg.Pool;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** postgres://…; PostgreSQL 15 or newer. */
  url?: string;
  /** Data folder of the embedded engine. Without it and without `url`: in memory. */
  folder?: string;
};

export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { url, folder } = options;
  const engine = url === undefined ? new EmbeddedEngine({ folder }) : undefined;
  await engine?.start();
  const pool = engine
    ? new GuardedPool({ stream: () => engine.socket(), max: 1, idleTimeoutMillis: 0 })
    : new GuardedPool({ connectionString: url, max: 10, statement_timeout: 30_000, options: '-c timezone=UTC' });
  const transactions = new Transactions(pool);
  return {
    engine: engine ? 'embedded' : 'postgres',
    write: (tenantId, work) => transactions.write(tenantId, work),
    read: (tenantId, work) => transactions.read(tenantId, work),
    system: transactions.system,
    pool,
    close: async () => {
      await pool.end();
      await engine?.close();
    },
  };
}

/** Applies the migrations that are missing. @returns their names */
export async function migrate(database: Database): Promise<string[]> {
  return applyMigrations(database.pool, await readMigrations());
}
