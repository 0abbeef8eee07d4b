import { fork, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase } from '#platform/database/database.server.ts';
import { fillBoard, prepareBoard } from './board.server.ts';
import { fillHistory } from './history.server.ts';
import { fillTraces } from './quiet.server.ts';
import { bundleBenchmark } from './bundle.server.ts';
import { chainBenchmark } from './chain.server.ts';
import { seed, type BenchData } from './data.server.ts';
import { gateBenchmark } from './gate.server.ts';
import { freePort } from '../scripts/throw-away-postgres.server.ts';
import { importBenchmark } from './import.server.ts';
import { withDatabase, withPostgres } from './postgres.server.ts';
import type { Engine, Row } from './row.ts';
import { serverBenchmark, told } from './http.server.ts';

/**
 * `npm run bench`: the speed bars, on both engines. BENCH_SCALE=0.01 for a quick look, BENCH_ENGINE=embedded|postgres for one,
 * BENCH_KEEP=FOLDER (with BENCH_DATABASE_URL for PostgreSQL) to make the data once and measure it again and again.
 * Every figure is a ratio to a reference of the same run, or stands beside its bar and the size of its data.
 */
const scale = Number(process.env['BENCH_SCALE'] ?? 1);
const only = process.env['BENCH_ENGINE'];
const keep = process.env['BENCH_KEEP'];
/** Filling a table with a million rows is one statement. */
const HOUR = 3_600_000;

const rows: (Row & { engine: string })[] = [];
const report = (engine: string, measured: readonly Row[]) => {
  for (const row of measured) {
    console.log(`  ${row.met ? '✓' : '✗'} ${row.work}: ${row.measured} (${row.bar})`);
    rows.push({ ...row, engine });
  }
};

prepareBoard();
report('—', [...gateBenchmark(), ...chainBenchmark(), ...(await bundleBenchmark())]);
const imported = Math.max(2_000, Math.round(100_000 * scale));
if (only !== 'postgres') {
  await inFolder('embedded', (folder) => measure('embedded', { LONGMEN_DATA: folder }));
  await inNewFolder(async (LONGMEN_DATA) =>
    report('embedded', await importBenchmark('embedded', { LONGMEN_DATA, DATABASE_URL: '' }, imported)),
  );
}
if (only !== 'embedded')
  await withPostgres(async (url) => {
    await inFolder('postgres', (folder) => measure('postgres', { LONGMEN_DATA: folder, DATABASE_URL: url }));
    await withDatabase(url, async (DATABASE_URL) =>
      report('postgres', await importBenchmark('postgres', { DATABASE_URL }, imported)),
    );
  });

console.log(
  `\nscale ${scale}: ${scale === 1 ? 'the full data set' : 'a part of the data set, bars are for the whole'}`,
);
console.table(Object.fromEntries(rows.map(({ work, engine, ...rest }) => [`${work} · ${engine}`, rest])));

async function inFolder(engine: string, work: (folder: string) => Promise<void>): Promise<void> {
  return keep ? work(join(keep, engine)) : inNewFolder(work);
}

async function inNewFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'longmen-bench-'));
  await work(folder).finally(() => rm(folder, { recursive: true }));
}

type Environment = { LONGMEN_DATA: string; DATABASE_URL?: string };

/** The data set, made now, or kept from an earlier run. */
async function prepare(engine: string, { LONGMEN_DATA: folder, DATABASE_URL: url }: Environment): Promise<BenchData> {
  const note = `${folder}.json`;
  const kept = await readFile(note, 'utf8').catch(() => null);
  if (kept) return JSON.parse(kept) as BenchData;
  const started = performance.now();
  await mkdir(folder, { recursive: true });
  const database = await openDatabase({ url, folder, statementLimit: HOUR });
  await migrate(database);
  const data = await seed(database, scale);
  await fillBoard(database, data.tenantId);
  await fillHistory(database, data.tenantId);
  await fillTraces(database, data.tenantId);
  await database.close();
  console.log(
    `${engine}: seeded ${JSON.stringify(data.sizes)} in ${Math.round((performance.now() - started) / 1000)} s`,
  );
  if (keep) await writeFile(note, JSON.stringify(data));
  return data;
}

async function measure(engine: Engine, environment: Environment): Promise<void> {
  const data = await prepare(engine, environment);
  const flags = await startFlags();
  const compiled = join(import.meta.dirname, '../node_modules/.cache/node');
  spawnSync(process.execPath, [...flags, join(import.meta.dirname, '../scripts/compile.mjs'), compiled]);
  const child = fork(join(import.meta.dirname, 'serve.server.ts'), {
    execArgv: flags,
    env: {
      ...process.env,
      ...environment,
      PORT: String(await freePort()),
      LOG_LEVEL: 'silent',
      LONGMEN_RATE_LIMIT: '1000000',
      NODE_COMPILE_CACHE: compiled,
    },
  });
  try {
    const ports = await told<{ app: number; bare: number }>(child);
    report(engine, await serverBenchmark(engine, child, ports, data));
  } finally {
    child.send('stop');
    await new Promise((resolve) => child.once('exit', resolve));
  }
}

/** What `npm start` gives Node: memory is measured under the same limits, and of compiled code as there. */
async function startFlags(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(import.meta.dirname, '../package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.match(/--\S+/g) ?? [];
}
