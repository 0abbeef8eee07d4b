import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import type { Database } from '#platform/database/database.server.ts';
import type { BackupHeader, BackupSummary } from '#platform/backup/backup.server.ts';
import { tablesInOrder } from '#platform/backup/tables.server.ts';

/** Why a file was not restored; nothing has been written. The message is for the operator, in both languages. */
export class RestoreError extends Error {
  override readonly name = 'RestoreError';
}

/**
 * Loads a backup into an empty, migrated database of either engine, all or nothing.
 *
 * @throws RestoreError when the database holds data, the file is of another version of the schema, cut short or changed
 */
export async function restore(database: Database, file: string): Promise<BackupSummary> {
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    const tables = (await tablesInOrder(client)).map(({ table }) => table);
    await refuseUnlessEmpty(client, tables);
    const keys = await dropForeignKeys(client);
    const summary = await load(client, file, tables);
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    await client.query('COMMIT');
    return { ...summary, tables: tables.length };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function load(client: pg.PoolClient, file: string, tables: readonly string[]) {
  const hash = createHash('sha256');
  let rows = 0;
  let sealed: { sha256: string; rows: number } | undefined;
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity });
  let first = true;
  try {
    for await (const line of lines) {
      if (line.startsWith('{"sha256"')) {
        sealed = JSON.parse(line) as { sha256: string; rows: number };
        break;
      }
      hash.update(`${line}\n`);
      if (first) await refuseOtherSchema(client, JSON.parse(line) as BackupHeader);
      else rows += await insert(client, line, tables);
      first = false;
    }
  } catch (error) {
    if (error instanceof RestoreError) throw error;
    throw new RestoreError(
      `文件无法读取，可能不完整。The file cannot be read; it may be cut short. (${String(error)})`,
      { cause: error },
    );
  }
  if (!sealed || sealed.sha256 !== hash.digest('hex') || sealed.rows !== rows)
    throw new RestoreError('文件不完整或被改动过。The file is incomplete or was changed.');
  return { rows };
}

async function insert(client: pg.PoolClient, line: string, tables: readonly string[]): Promise<number> {
  const table = /^\{"table":"((?:[^"\\]|\\.)+)"/.exec(line)?.[1];
  if (!table || !tables.includes(table))
    throw new RestoreError(`文件中有未知的表。Unknown table in the file: ${table}`);
  const { rowCount } = await client.query({
    text: `insert into ${table} select * from json_populate_recordset(null::${table}, ($1::json) -> 'rows')`,
    values: [line],
  });
  return rowCount ?? 0;
}

async function refuseUnlessEmpty(client: pg.PoolClient, tables: readonly string[]) {
  for (const table of tables) {
    const { rows } = await client.query(`select 1 from ${table} limit 1`);
    if (rows.length > 0)
      throw new RestoreError(
        `数据库不是空的（${table}）。请恢复到一个新的数据目录或数据库。The database holds data (${table}); restore into a new one.`,
      );
  }
}

async function refuseOtherSchema(client: pg.PoolClient, header: BackupHeader) {
  const { rows } = await client.query<{ name: string }>('select name from migrations order by name');
  const here = rows.map(({ name }) => name);
  if (header.format !== 1 || JSON.stringify(here) !== JSON.stringify(header.migrations))
    throw new RestoreError(
      '备份来自另一个版本，请先用同一版本的程序恢复，再升级。The backup is of another version: restore it with that version, then upgrade.',
    );
}

type ForeignKey = { table: string; name: string; definition: string };

/** Rows of one table may refer to each other in any order, so references are checked once, at the end. */
async function dropForeignKeys(client: pg.PoolClient): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select quote_ident(c.relname) as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and n.nspname = 'public' order by 1, 2`);
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  return rows;
}
