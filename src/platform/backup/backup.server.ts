import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import type { Database } from '#platform/database/database.server.ts';
import { tablesInOrder } from '#platform/backup/tables.server.ts';

const CHUNK = 500;

export type BackupSummary = { tables: number; rows: number };
export type BackupHeader = { format: 1; migrations: string[]; takenAt: string };

/**
 * Writes the whole database, all companies, into one file: gzip of lines, first a header, then per table arrays of up to
 * 500 rows as PostgreSQL itself writes them to JSON (nothing is rounded on the way), last the SHA-256 of all lines before.
 * One repeatable-read transaction: people may go on working. The file serves both engines.
 */
export async function backup(database: Database, file: string, takenAt: string): Promise<BackupSummary> {
  const client = await database.pool.connect();
  const summary: BackupSummary = { tables: 0, rows: 0 };
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const partial = `${file}.partial`;
    await pipeline(
      Readable.from(lines(client, takenAt, summary)),
      createGzip(),
      createWriteStream(partial, { mode: 0o600 }),
    );
    await rename(partial, file);
    return summary;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

async function* lines(client: pg.PoolClient, takenAt: string, summary: BackupSummary): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const hashed = (line: string) => {
    hash.update(line);
    return line;
  };
  const { rows: migrations } = await client.query<{ name: string }>('select name from migrations order by name');
  const header: BackupHeader = { format: 1, migrations: migrations.map(({ name }) => name), takenAt };
  yield hashed(`${JSON.stringify(header)}\n`);
  for (const { table, key } of await tablesInOrder(client)) {
    summary.tables++;
    await client.query(
      `declare rows no scroll cursor for select to_json(t)::text as row from ${table} t order by ${key}`,
    );
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`fetch ${CHUNK} from rows`);
      if (rows.length === 0) break;
      summary.rows += rows.length;
      yield hashed(`{"table":${JSON.stringify(table)},"rows":[${rows.map(({ row }) => row).join(',')}]}\n`);
    }
    await client.query('close rows');
  }
  yield `${JSON.stringify({ sha256: hash.digest('hex'), rows: summary.rows })}\n`;
}
