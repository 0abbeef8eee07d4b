import { hash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

const ourMigrations = new URL('../../../migrations/', import.meta.url);

export type Migration = { name: string; sql: string; checksum: string };

/** The migrations of a folder in the order they apply: by file name. */
export async function readMigrations(folder: string | URL = ourMigrations): Promise<Migration[]> {
  const path = folder instanceof URL ? fileURLToPath(folder) : folder;
  const names = (await readdir(path)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(`${path}/${name}`, 'utf8')).replaceAll('\r\n', '\n');
      return { name: name.slice(0, -'.sql'.length), sql, checksum: hash('sha256', sql) };
    }),
  );
}

export class MigrationChangedError extends Error {
  override readonly name = 'MigrationChangedError';
  constructor(migration: string) {
    super(
      `Migration ${migration} was changed after it had been applied: restore the file and put the change into a new one. 迁移 ${migration} 在执行后被改动：请恢复该文件，并把改动写入新的迁移。`,
    );
  }
}

const table = `CREATE TABLE IF NOT EXISTS migrations (
  name text PRIMARY KEY,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
)`;
const advisoryLock = 'SELECT pg_advisory_xact_lock(7016996765)';

/**
 * Applies what is missing, each migration in its own transaction, forward only.
 *
 * Any number of processes may start at once: each migration runs under an exclusive lock of the table `migrations`.
 *
 * @returns the names applied by this call, in order
 * @throws MigrationChangedError before anything is applied
 */
export async function applyMigrations(pool: pg.Pool, migrations: Migration[]): Promise<string[]> {
  const client = await pool.connect();
  const inTransaction = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      await client.query(`BEGIN; SET LOCAL statement_timeout = 0; ${advisoryLock}`);
      const result = await work();
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  };
  const checksums = async (): Promise<Map<string, string>> => {
    const { rows } = await client.query<{ name: string; checksum: string }>('SELECT name, checksum FROM migrations');
    return new Map(rows.map((row) => [row.name, row.checksum]));
  };
  try {
    const known = await inTransaction(async () => {
      await client.query(table);
      return checksums();
    });
    for (const { name, checksum } of migrations) {
      if (known.has(name) && known.get(name) !== checksum) throw new MigrationChangedError(name);
    }
    const applied: string[] = [];
    for (const { name, sql, checksum } of migrations.filter((migration) => !known.has(migration.name))) {
      await inTransaction(async () => {
        await client.query('LOCK TABLE migrations IN EXCLUSIVE MODE');
        if ((await checksums()).has(name)) return; // another process was faster
        await client.query(sql);
        await client.query({
          text: 'INSERT INTO migrations (name, checksum) VALUES ($1, $2)',
          values: [name, checksum],
        });
        applied.push(name);
      });
    }
    return applied;
  } finally {
    client.release();
  }
}
