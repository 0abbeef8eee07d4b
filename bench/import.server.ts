import { fork } from 'node:child_process';
import { migrate, openDatabase, type Database } from '#platform/database/database.server.ts';
import { newId } from '#platform/id.server.ts';
import { addUser, foundCompany } from '#team/found-company.server.ts';
import { guessPlan } from '#imports/guess-plan.ts';
import { checkImport } from '#imports/check-import.server.ts';
import { keepPart } from '#imports/import-routes.server.ts';
import { fileOf, importTargets, importToWork, saveImport } from '#imports/import-store.server.ts';
import { readLayout } from '#imports/read-file.server.ts';
import { runImport } from '#imports/run-import.server.ts';
import { percent, round, type Engine, type Row } from './row.ts';
import type { Actor } from '#permissions/actor.ts';

/**
 * 100 000 accounts from a CSV, validated and looked up for duplicates, against COPY of the
 * finished rows into the same empty table. The embedded engine has no COPY; there the reference is insert … select.
 */
export type ImportFigures = {
  rows: number;
  import: number;
  check: number;
  reference: number;
  ratio: number;
  grownMb: number;
};

const PART = 4_000_000;

async function importOnce(database: Database, rows: number): Promise<ImportFigures> {
  const now = new Date().toISOString();
  const { tenantId, teamId } = await foundCompany(database, '测速公司', now);
  const userId = newId();
  const user = {
    id: userId,
    identityId: null,
    name: '测速员',
    email: 'bench@longmen.example',
    teamId,
    roles: ['director' as const],
  };
  await database.write(tenantId, (tx) => addUser(tx, tenantId, user, now));
  const actor: Actor = {
    tenantId,
    userId,
    name: user.name,
    roles: user.roles,
    scope: 'all',
    teamIds: [],
    keyScopes: null,
    lang: 'zh',
    timeZone: 'Asia/Shanghai',
  };

  const id = newId();
  await database.write(tenantId, (tx) =>
    tx
      .insertInto('imports')
      .values({
        tenant_id: tenantId,
        id,
        noun: 'account',
        file_name: '客户.csv',
        state: 'uploading',
        created_by: userId,
        created_at: now,
      })
      .execute(),
  );
  const file = Buffer.from(accountsCsv(rows));
  for (let at = 0, position = 0; at < file.length; at += PART, position++) {
    await database.write(tenantId, (tx) => keepPart(tx, actor, id, position, file.subarray(at, at + PART)));
  }
  const layout = await readLayout(fileOf(database, tenantId, id), {});
  const plan = await database.read(tenantId, async (db) =>
    guessPlan('account', layout, (await importTargets(db, tenantId, 'account')).targets, undefined),
  );
  const runsAs = { ...actor, teamId };

  await database.write(tenantId, (tx) =>
    saveImport(tx, tenantId, id, { state: 'checking', layout, plan, actor: runsAs }),
  );
  const check = await timed(() => checkImport(database, tenantId, id));
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 200);
  await database.write(tenantId, (tx) => saveImport(tx, tenantId, id, { state: 'running', rows_done: 0 }));
  const imported = await timed(() => runImport(database, tenantId, id));
  clearInterval(watch);

  const done = await database.read(tenantId, (db) => importToWork(db, tenantId, id));
  const created = done?.outcome.created ?? 0;
  if (created < rows * 0.99) throw new Error(`only ${created} of ${rows} were created: ${JSON.stringify(done)}`);
  const reference = await database.withoutTimeLimit(() =>
    database.engine === 'postgres' ? copied(database) : selected(database),
  );
  return {
    rows: created,
    import: imported,
    check,
    reference,
    ratio: reference / imported,
    grownMb: Math.round((peak - before) / 2 ** 20),
  };
}

/** The finished rows out to a file and back by COPY, into the table emptied. */
async function copied({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ data_directory: string }>('show data_directory');
  const path = `${rows[0]!.data_directory}/accounts.copy`;
  await pool.query(`copy accounts to '${path}'`);
  await pool.query('truncate accounts cascade');
  return timed(() => pool.query(`copy accounts from '${path}'`));
}

async function selected({ pool }: Database): Promise<number> {
  await pool.query('drop table if exists accounts_kept');
  await pool.query('create table accounts_kept as select * from accounts');
  await pool.query('truncate accounts cascade');
  return timed(() => pool.query('insert into accounts select * from accounts_kept'));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Accounts that are all different: up to 1.6 million. */
export function accountsCsv(rows: number): string {
  const cities = ['上海', '武汉', '济南', '成都', '西安', '沈阳', '广州', '苏州', '合肥', '长沙'];
  const words = [
    '华',
    '鼎',
    '瑞',
    '恒',
    '远',
    '博',
    '信',
    '泰',
    '隆',
    '盛',
    '宏',
    '达',
    '嘉',
    '诚',
    '盈',
    '丰',
    '卓',
    '锐',
    '启',
    '腾',
  ];
  const trades = [
    '精密机械',
    '电力设备',
    '汽车部件',
    '轨道交通',
    '医疗器械',
    '环保科技',
    '自动化',
    '新材料',
    '食品',
    '物流',
  ];
  const forms = ['有限公司', '股份有限公司', '集团有限公司'];
  const lines = ['客户编号,客户名称,省份,城市,行业,企业性质,地址,电话'];
  for (let i = 0; i < rows; i++) {
    const pick = (list: readonly string[], step: number) => list[Math.floor(i / step) % list.length]!;
    // A region and a legal form do not tell one company from another; the five words between do.
    const brand = [1, 20, 400, 8_000].map((step) => pick(words, step)).join('');
    const name = `${pick(cities, 1)}${brand}${pick(trades, 160_000)}${pick(forms, 3)}`;
    lines.push(
      `K${i},${name},${pick(['江苏', '湖北', '山东', '四川'], 7)},${pick(cities, 1)},${pick(['装备制造', '电力', '汽车', '医疗'], 3)},民营,"${pick(cities, 1)}开发区${i}号, ${i % 9} 楼",0${10 + (i % 80)}-${60_000_000 + i}`,
    );
  }
  return lines.join('\r\n');
}

/** What an import of any size may take beside the server's own; the embedded engine keeps the data in the process. */
const GROWN_MB = { postgres: 150, embedded: 300 };

/** Accounts from a CSV against COPY, on the embedded engine against insert … select; `environment` names an empty database. */
export async function importBenchmark(
  engine: Engine,
  environment: Record<string, string>,
  accounts: number,
): Promise<Row[]> {
  const figures = await importFigures(environment, accounts);
  const { rows: count, ratio, grownMb } = figures;
  const speed = `${percent(ratio)} (${round(count / figures.import)} rows/s)`;
  const checked = `${round(count / figures.check)} rows/s`;
  return [
    engine === 'postgres'
      ? { work: 'import accounts: speed to COPY', measured: speed, bar: '≥ 30 %', met: ratio >= 0.3 }
      : { work: 'import accounts: speed to insert … select', measured: speed, bar: '—', met: true },
    { work: 'import accounts: check before', measured: checked, bar: '—', met: true },
    {
      work: 'import accounts: memory grown by',
      measured: `${grownMb} MB`,
      bar: `≤ ${GROWN_MB[engine]} MB`,
      met: grownMb <= GROWN_MB[engine],
    },
  ];
}

/** Measures in a process of its own, so that its memory is that of importing alone. */
async function importFigures(environment: Record<string, string>, rows: number): Promise<ImportFigures> {
  const child = fork(import.meta.filename, { env: { ...process.env, ...environment, BENCH_ROWS: String(rows) } });
  return new Promise((resolve, reject) => {
    child.once('message', (figures) => resolve(figures as ImportFigures));
    child.once('exit', (code) => reject(new Error(`the import ended with ${code}`)));
  });
}

if (import.meta.main) {
  const rows = Number(process.env['BENCH_ROWS']);
  const database = await openDatabase({
    url: process.env['DATABASE_URL'] || undefined,
    folder: process.env['LONGMEN_DATA'],
    statementLimit: 3_600_000, // COPY of all rows is one statement
  });
  await migrate(database);
  // Twice, import and reference in turn: what else the machine does falls on both.
  const [one, two] = [await importOnce(database, rows), await importOnce(database, rows)];
  await database.close();
  const both = (of: 'rows' | 'import' | 'check' | 'reference') => one[of] + two[of];
  process.send!({
    rows: both('rows'),
    import: both('import'),
    check: both('check'),
    reference: both('reference'),
    ratio: both('reference') / both('import'),
    grownMb: Math.max(one.grownMb, two.grownMb),
  } satisfies ImportFigures);
}
