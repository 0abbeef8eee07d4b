import { type Kysely, sql } from 'kysely';
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
  /**
   * Lifts the embedded engine's time limit of statements while `work` runs, for migrations and maintenance. PostgreSQL's
   * is a setting of the session: what takes long there says `SET LOCAL statement_timeout = 0` itself.
   */
  withoutTimeLimit<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** postgres://…; PostgreSQL 15 or newer. */
  url?: string;
  /** Data folder of the embedded engine. Without it and without `url`: in memory. */
  folder?: string;
  /** Longest time one statement may run, milliseconds. */
  statementLimit?: number;
  /** Connections to PostgreSQL; the embedded engine has one. */
  connections?: number;
};

/** How long a request waits for a free connection before it fails, milliseconds. */
const CONNECTION_WAIT = 30_000;

/**
 * Opens PostgreSQL, or the embedded engine when no `url` is given. Close it, or the process stays.
 *
 * @throws FolderTakenError when another process has the folder open
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { url, folder, statementLimit = 30_000, connections = 10 } = options;
  if (url === undefined) return overEngine(await EmbeddedEngine.open({ folder, statementLimit }));
  const pool = new GuardedPool({
    connectionString: url,
    max: connections,
    statement_timeout: statementLimit,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: CONNECTION_WAIT,
    // Its queries are short, or wide and run once: compiling them costs more than it saves.
    options: '-c timezone=UTC -c jit=off',
  });
  return assemble(
    'postgres',
    pool,
    (work) => work(),
    () => pool.end(),
  );
}

export function overEngine(engine: EmbeddedEngine): Database {
  const pool = new GuardedPool({
    stream: () => engine.socket(),
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: CONNECTION_WAIT,
  });
  const close = async (): Promise<void> => {
    await pool.end();
    await engine.close();
  };
  return assemble('embedded', pool, (work) => engine.withoutLimit(work), close);
}

function assemble(
  engine: Database['engine'],
  pool: pg.Pool,
  withoutTimeLimit: Database['withoutTimeLimit'],
  close: Database['close'],
): Database {
  const transactions = new Transactions(pool);
  return {
    engine,
    write: (tenantId, work) => transactions.write(tenantId, work),
    read: (tenantId, work) => transactions.read(tenantId, work),
    system: transactions.system,
    pool,
    withoutTimeLimit,
    close,
  };
}

/** Applies the migrations that are missing. @returns their names */
export async function migrate(database: Database): Promise<string[]> {
  const migrations = await readMigrations();
  return database.withoutTimeLimit(() => applyMigrations(database.pool, migrations));
}

/** What PostgreSQL's autovacuum does and the embedded engine lacks: to be run now and then. One table at a time. */
export async function vacuum(database: Database): Promise<void> {
  if (database.engine === 'postgres') return;
  const { rows } = await sql<{ name: string }>`
    SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace <> 'information_schema'::regnamespace
  `.execute(database.system);
  await database.withoutTimeLimit(async () => {
    for (const { name } of rows) await database.pool.query(`VACUUM (ANALYZE) ${name}`);
  });
}

/**
 * Tells the planner whose rows these tables hold. Of a company that it has not heard of it believes that it has none, takes any
 * index for as good as another, and reads all of the company's rows for each look-up. A tenth of a second for each table.
 */
export async function learnCompanies(database: Database, tables: readonly (keyof Rows)[]): Promise<void> {
  await database.withoutTimeLimit(async () => {
    for (const table of new Set(tables)) await database.pool.query(`ANALYZE ${table} (tenant_id)`);
  });
}
