import { fork, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase } from '#platform/database/database.server.ts';
import { boardBenchmark, fillBoard, prepareBoard } from './board.server.ts';
import { bundleBenchmark } from './bundle.server.ts';
import { seed, type BenchData } from './data.server.ts';
import { gateBenchmark } from './gate.server.ts';
import { load } from './load.server.ts';
import { freePort } from '../scripts/throw-away-postgres.server.ts';
import { importFigures } from './import.server.ts';
import { withDatabase, withPostgres } from './postgres.server.ts';

/**
 * `npm run bench`: the speed bars, on both engines. BENCH_SCALE=0.01 for a quick look, BENCH_ENGINE=embedded|postgres for one,
 * BENCH_KEEP=FOLDER (with BENCH_DATABASE_URL for PostgreSQL) to make the data once and measure it again and again.
 * Every figure is a ratio to a reference of the same run, or stands beside its bar and the size of its data.
 */
const scale = Number(process.env['BENCH_SCALE'] ?? 1);
const only = process.env['BENCH_ENGINE'];
const seconds = Number(process.env['BENCH_SECONDS'] ?? 5);
const keep = process.env['BENCH_KEEP'];
/** Filling a table with a million rows is one statement. */
const HOUR = 3_600_000;

/** What an import of any size may take beside the server's own; the embedded engine keeps the data in the process. */
const IMPORT_MB = { postgres: 150, embedded: 300 };

type Row = { work: string; engine: string; measured: string; bar: string; met: boolean };
const rows: Row[] = [];

prepareBoard();
for (const row of [...gateBenchmark(), ...(await bundleBenchmark())]) rows.push({ ...row, engine: '—' });
if (only !== 'postgres') {
  await inFolder('embedded', (folder) => measure('embedded', { LONGMEN_DATA: folder }));
  await inNewFolder((folder) => measureImport('embedded', { LONGMEN_DATA: folder, DATABASE_URL: '' }));
}
if (only !== 'embedded')
  await withPostgres(async (url) => {
    await inFolder('postgres', (folder) => measure('postgres', { LONGMEN_DATA: folder, DATABASE_URL: url }));
    await withDatabase(url, (DATABASE_URL) => measureImport('postgres', { DATABASE_URL }));
  });

console.log(
  `\nscale ${scale}: ${scale === 1 ? 'the full data set' : 'a part of the data set, bars are for the whole'}`,
);
console.table(Object.fromEntries(rows.map(({ work, engine, ...rest }) => [`${work} · ${engine}`, rest])));

/** 100 000 accounts from a CSV against COPY, on the embedded engine against insert … select. */
async function measureImport(engine: 'embedded' | 'postgres', environment: Record<string, string>): Promise<void> {
  const figures = await importFigures(environment, Math.max(2_000, Math.round(100_000 * scale)));
  const { rows: count, ratio, grownMb } = figures;
  const speed = `${percent(ratio)} (${round(count / figures.import)} rows/s)`;
  rows.push(
    engine === 'postgres'
      ? { work: 'import accounts: speed to COPY', engine, measured: speed, bar: '≥ 30 %', met: ratio >= 0.3 }
      : { work: 'import accounts: speed to insert … select', engine, measured: speed, bar: '—', met: true },
    {
      work: 'import accounts: check before',
      engine,
      measured: `${round(count / figures.check)} rows/s`,
      bar: '—',
      met: true,
    },
    {
      work: 'import accounts: memory grown by',
      engine,
      measured: `${grownMb} MB`,
      bar: `≤ ${IMPORT_MB[engine]} MB`,
      met: grownMb <= IMPORT_MB[engine],
    },
  );
}

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
  await database.close();
  console.log(
    `${engine}: seeded ${JSON.stringify(data.sizes)} in ${Math.round((performance.now() - started) / 1000)} s`,
  );
  if (keep) await writeFile(note, JSON.stringify(data));
  return data;
}

async function measure(engine: 'embedded' | 'postgres', environment: Environment): Promise<void> {
  const data = await prepare(engine, environment);
  const child = fork(join(import.meta.dirname, 'serve.server.ts'), {
    execArgv: await startFlags(),
    env: {
      ...process.env,
      ...environment,
      PORT: String(await freePort()),
      LOG_LEVEL: 'silent',
      LONGMEN_RATE_LIMIT: '1000000',
    },
  });
  try {
    const ports = await told<{ app: number; bare: number }>(child);
    await overHttp(engine, child, ports, data);
  } finally {
    child.send('stop');
    await new Promise((resolve) => child.once('exit', resolve));
  }
}

/** What `npm start` gives Node: memory is measured under the same limits. */
async function startFlags(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(import.meta.dirname, '../package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.match(/--\S+/g) ?? [];
}

async function overHttp(
  engine: 'embedded' | 'postgres',
  child: ChildProcess,
  ports: { app: number; bare: number },
  data: BenchData,
) {
  const add = (work: string, measured: string, bar: string, met: boolean) => {
    console.log(`  ${work}: ${measured} (${bar})`);
    rows.push({ work, engine, measured, bar, met });
  };
  const cookie = await signIn(ports.app, data);
  const headers = { cookie };
  const json = async <T>(path: string): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${ports.app}${path}`, { headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json() as Promise<T>;
  };

  const listPath = '/api/deals?state=open&sort=amount&order=desc&limit=50';
  child.send('capture');
  await json(listPath);
  child.send('captured');
  await told(child);
  const bare = await load(ports.bare, () => ({ path: '/' }), { seconds });
  const list = await load(ports.app, () => ({ path: listPath, headers }), { seconds });
  const ratio = list.perSecond / bare.perSecond;
  add(
    'list 50 deals: throughput to bare driver',
    `${percent(ratio)} (${round(list.perSecond)}/s of ${round(bare.perSecond)}/s)`,
    '≥ 50 %',
    ratio >= 0.5,
  );
  add(
    'list 50 deals: p95 at 10 connections',
    `${round(list.p95)} ms`,
    '≤ 35 ms',
    list.p95 <= 35 && list.failures === 0,
  );

  child.send('memory');
  const { rss } = await told<{ rss: number }>(child);
  const limit = engine === 'postgres' ? 250 : 600;
  add('server memory under list load', `${Math.round(rss / 2 ** 20)} MB`, `≤ ${limit} MB`, rss <= limit * 2 ** 20);

  const { rows: deals } = await json<{ rows: { id: string; version: number }[] }>('/api/deals?state=open&limit=200');
  const open = await load(ports.app, (turn) => ({ path: `/api/deals/${deals[turn % deals.length]!.id}`, headers }), {
    seconds,
  });
  add('open a deal: p95 at 10 connections', `${round(open.p95)} ms`, '≤ 25 ms', open.p95 <= 25 && open.failures === 0);

  const queries = ['华东', '电力', '钢铁', '轨道', '医疗'];
  const search = await load(
    ports.app,
    (turn) => ({ path: `/api/search?text=${encodeURIComponent(queries[turn % queries.length]!)}`, headers }),
    { seconds },
  );
  add(
    'search 2 characters over all: p95',
    `${round(search.p95)} ms`,
    '≤ 60 ms',
    search.p95 <= 60 && search.failures === 0,
  );

  const board = await load(ports.app, () => ({ path: '/api/deals/board?playbookId=six-step', headers }), {
    connections: 1,
    seconds,
  });
  add(
    'board of open deals: p95, one reader',
    `${round(board.p95)} ms`,
    '< 1 s',
    board.p95 < 1000 && board.failures === 0,
  );

  for (const row of await boardBenchmark(ports.app, cookie)) rows.push({ ...row, engine });

  const manager = { ...headers, origin: `http://127.0.0.1:${ports.app}` };
  const advance = await load(
    ports.app,
    (turn) => ({
      path: `/api/deals/${deals[turn % deals.length]!.id}/advance`,
      method: 'POST',
      headers: manager,
      body: {
        version: deals[turn % deals.length]!.version + Math.floor(turn / deals.length),
        override: { reason: '测速' },
        won: { reason: 'won.other' },
      },
    }),
    { seconds: 1, warmUp: 0 },
  );
  const bar = engine === 'postgres' ? '≥ 400/s' : '—';
  add(
    'advance a stage',
    `${round(advance.perSecond)}/s (${advance.failures} refused)`,
    bar,
    engine !== 'postgres' || advance.perSecond >= 400,
  );
}

async function signIn(port: number, { email, password }: BenchData): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  return response.headers.getSetCookie()[0]!.split(';')[0]!;
}

function told<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}

function round(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}
