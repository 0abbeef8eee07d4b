import { hash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { openDatabase, overEngine, type Database } from './database.server.ts';
import { EmbeddedEngine } from './embedded-engine.server.ts';
import { applyMigrations, type Migration, readMigrations } from './migrate.server.ts';

const enginePackage = fileURLToPath(
  new URL('../../../node_modules/@electric-sql/pglite/package.json', import.meta.url),
);
const STATEMENT_LIMIT = 30_000;
const cache = fileURLToPath(new URL('../../../node_modules/.cache/longmen-database', import.meta.url));

/**
 * A migrated, otherwise empty database of its own, on the engine under test: in memory, or, with TEST_DATABASE_URL in the
 * environment, a new database on that PostgreSQL (the role must be allowed to create databases), dropped at close.
 *
 * It is copied from a template that is made once per state of the migrations, so that every test file can afford its own.
 */
export async function openTestDatabase(): Promise<Database> {
  const migrations = await readMigrations();
  const state = digest(
    [await readFile(enginePackage, 'utf8'), ...migrations.map((m) => `${m.name} ${m.checksum}`)].join('\n'),
  );
  const url = process.env['TEST_DATABASE_URL'];
  return url
    ? openCopy(url, `longmen_template_${state}`, migrations)
    : openSnapshot(path.join(cache, `${state}.tar`), migrations);
}

const digest = (text: string): string => hash('sha256', text).slice(0, 16);

async function openSnapshot(file: string, migrations: Migration[]): Promise<Database> {
  const snapshot = await kept(file);
  if (snapshot) return overEngine(await EmbeddedEngine.open({ snapshot, statementLimit: STATEMENT_LIMIT }));
  const empty = await openEmpty();
  const database = overEngine(empty);
  await database.withoutTimeLimit(() => applyMigrations(database.pool, migrations));
  await keep(file, await empty.dump());
  return database;
}

/** Without tables, so that a changed migration costs its own time and not that of making a cluster. */
async function openEmpty(): Promise<EmbeddedEngine> {
  const file = path.join(cache, `empty-${digest(await readFile(enginePackage, 'utf8'))}.tar`);
  const snapshot = await kept(file);
  if (snapshot) return EmbeddedEngine.open({ snapshot, statementLimit: STATEMENT_LIMIT });
  const engine = await EmbeddedEngine.open({ statementLimit: STATEMENT_LIMIT });
  const pool = new Pool({ stream: () => engine.socket(), max: 1 });
  await pool.query("UPDATE pg_database SET datistemplate = false WHERE datname <> 'postgres'");
  for (const name of ['template0', 'template1']) await pool.query(`DROP DATABASE ${name}`); // two thirds of its size
  await pool.end();
  await keep(file, await engine.dump());
  return engine;
}

async function kept(file: string): Promise<ArrayBuffer | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && new Uint8Array(bytes).buffer;
}

/** Several test files may come here at once: each writes its own file and moves it into place. Keeps the last five. */
async function keep(file: string, snapshot: ArrayBuffer): Promise<void> {
  await mkdir(cache, { recursive: true });
  const mine = `${file}.${randomUUID()}`;
  await writeFile(mine, new Uint8Array(snapshot));
  await rename(mine, file);
  const migrated = (await readdir(cache))
    .filter((name) => /^[0-9a-f]{16}\.tar$/.test(name))
    .map((name) => path.join(cache, name));
  const dated = await Promise.all(
    migrated.map(async (name) => ({ name, at: (await stat(name).catch(() => ({ mtimeMs: 0 }))).mtimeMs })),
  );
  for (const { name } of dated.sort((a, b) => b.at - a.at).slice(5)) await rm(name, { force: true });
}

async function openCopy(url: string, template: string, migrations: Migration[]): Promise<Database> {
  const admin = new Pool({ connectionString: url, max: 1 });
  const name = `longmen_test_${randomUUID().replaceAll('-', '')}`;
  const at = (database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  try {
    await admin.query('SELECT pg_advisory_lock(7016996766)'); // one makes the template, the others wait; no copies meanwhile
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount === 0) {
      await admin.query(`DROP DATABASE IF EXISTS ${template}_unfinished`);
      await admin.query(`CREATE DATABASE ${template}_unfinished`);
      const database = await openDatabase({ url: at(`${template}_unfinished`), connections: 1 });
      await applyMigrations(database.pool, migrations).finally(() => database.close());
      await admin.query(`ALTER DATABASE ${template}_unfinished RENAME TO ${template}`);
    }
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  } finally {
    await admin.end(); // gives the lock back
  }
  const database = await openDatabase({ url: at(name), connections: 4 });
  const close = async (): Promise<void> => {
    await database.close();
    const last = new Pool({ connectionString: url, max: 1 });
    await last.query(`DROP DATABASE ${name} WITH (FORCE)`).finally(() => last.end());
  };
  return { ...database, close };
}
