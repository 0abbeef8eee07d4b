import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { pino } from 'pino';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { createJobs } from '#platform/jobs/jobs.server.ts';
import { cleanUpImports, importJobs, resumeImports } from '#imports/import-jobs.server.ts';
import { importHandlers } from '#imports/imports.server.ts';
import { importRoutes } from '#imports/import-routes.server.ts';
import { importer } from '#imports/testing.server.ts';

const ROWS = 2_500;
const file = ['客户名称,电话', ...Array.from({ length: ROWS }, (_, i) => `第${i}号工厂,0531-${80_000_000 + i}`)].join(
  '\n',
);

let company: TestCompany;
const me = () => importer(company, company.actors['director']!);
const count = () =>
  company.database.read(company.tenantId, async (db) => {
    const rows = db
      .selectFrom('accounts')
      .select(({ fn }) => fn.countAll().as('all'))
      .where('tenant_id', '=', company.tenantId);
    return Number((await rows.executeTakeFirstOrThrow()).all);
  });
/** A process that is asked before each batch whether it is stopping: tells which time it is asked, and answers. */
const process = (stopping: (asked: number) => boolean) => {
  let asked = 0;
  return {
    get aborted() {
      return stopping(++asked);
    },
  } as AbortSignal;
};

beforeAll(async () => {
  company = await openTestCompany({ imports: importHandlers }, { routes: importRoutes });
});
afterAll(() => company.close());

test('stopped by the process, an import goes on where it was: every row once', async () => {
  const { client, upload, check, work } = me();
  const id = await upload('account', file);
  await check(id);
  await client.run({ id });
  await work(
    id,
    process((asked) => asked > 1),
  );
  const half = await client.show({ id });
  expect(half.state).toBe('running');
  expect(half.outcome.created).toBeGreaterThan(0);
  expect(half.outcome.created).toBeLessThan(ROWS);

  await work(id);
  expect(await client.show({ id })).toMatchObject({ state: 'done', outcome: { created: ROWS, skipped: 0 } });
  expect(await count()).toBe(ROWS);
});

test('two workers on one import: one steps back, nothing doubles', async () => {
  const { client, upload, check, work, undo } = me();
  const [first] = (await client.list({})).rows;
  expect(await undo(first!.id)).toMatchObject({ undone: { removed: ROWS, kept: 0 } });
  expect(await count()).toBe(0);
  const id = await upload('account', file);
  await check(id);
  await client.run({ id });
  await Promise.all([work(id), work(id)]);
  await work(id);
  expect(await client.show({ id })).toMatchObject({ state: 'done', outcome: { created: ROWS } });
  expect(await count()).toBe(ROWS);
});

test('stopped by its owner, it keeps what is written, goes on when asked, and is undone except for what was touched', async () => {
  const { client, upload, check, work, undo } = me();
  await undo((await client.list({})).rows[0]!.id);
  const id = await upload('account', file);
  await check(id);
  await client.run({ id });
  let asking: Promise<unknown> | undefined;
  await work(
    id,
    process(() => {
      asking ??= client.cancel({ id });
      return false;
    }),
  );
  await asking;
  const stopped = await client.show({ id });
  expect(stopped.state).toBe('cancelled');
  expect(stopped.outcome.created).toBe(await count());
  expect(stopped.outcome.created).toBeLessThan(ROWS);

  await client.run({ id });
  await work(id);
  expect(await client.show({ id })).toMatchObject({ state: 'done', outcome: { created: ROWS } });

  const touched = await company.database.write(company.tenantId, async (tx) => {
    const row = await tx
      .selectFrom('accounts')
      .select('id')
      .where('tenant_id', '=', company.tenantId)
      .where('name', '=', '第7号工厂')
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('accounts')
      .set({ version: 2, city: '济南' })
      .where('tenant_id', '=', company.tenantId)
      .where('id', '=', row.id)
      .execute();
    return row.id;
  });
  expect((await undo(id)).undone).toMatchObject({
    removed: ROWS - 1,
    kept: 1,
    keptRecords: [{ noun: 'account', id: touched, name: '第7号工厂' }],
  });
  expect(await count()).toBe(1);
});

test('after a restart the queue takes up what was left', async () => {
  const { client, upload, check } = me();
  const id = await upload('account', '客户名称\n重启后继续的客户\n');
  await check(id);
  await client.run({ id }); // nobody works yet: the wake-up goes nowhere
  const jobs = createJobs(company.database, pino({ level: 'silent' }));
  importJobs(jobs, company.database);
  await jobs.start();
  try {
    await resumeImports(company.database);
    await expect.poll(async () => (await client.show({ id })).state, { timeout: 20_000, interval: 100 }).toBe('done');
  } finally {
    await jobs.stop();
  }
});

test('after 30 days the file is removed, and undoing is refused with the reason', async () => {
  const { client, whole } = me();
  const { id } = await whole('account', '客户名称\n很久以前的客户\n');
  const { tenantId, database } = company;
  const parts = () =>
    database.read(tenantId, (db) =>
      db
        .selectFrom('import_parts')
        .select('position')
        .where('tenant_id', '=', tenantId)
        .where('import_id', '=', id)
        .execute(),
    );
  expect(await parts()).toHaveLength(1);
  await cleanUpImports(database);
  expect(await parts()).toHaveLength(1);
  await database.write(tenantId, (tx) =>
    tx
      .updateTable('imports')
      .set({ created_at: '2020-01-01T00:00:00.000Z' })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .execute(),
  );
  await cleanUpImports(database);
  expect(await parts()).toEqual([]);
  await expect(client.undo({ id })).rejects.toMatchObject({
    code: 'import.tooOld',
    message: expect.stringContaining('30 天'),
  });
});

test('before it wrote anything an import is discarded with its file; afterwards it is undone instead', async () => {
  const { client, put, upload, check, whole } = me();
  const kept = (id: string) =>
    company.database.read(company.tenantId, async (db) => {
      const { rows } = await sql<{ parts: number }>`select count(*)::int as parts from import_parts
        where tenant_id = ${company.tenantId} and import_id = ${id}`.execute(db);
      return rows[0]!.parts;
    });
  const { id: empty } = await client.create({ noun: 'account', fileName: '空.csv' });
  const checked = await upload('account', '客户名称\n丢弃工厂');
  await check(checked);
  expect(await kept(checked)).toBe(1);
  const other = importer(company, company.actors['northManager']!).client;
  await expect(other.discard({ id: checked })).rejects.toMatchObject({ code: 'record.notFound' });
  for (const id of [empty, checked]) {
    expect(await client.discard({ id })).toEqual({ id });
    await expect(client.show({ id })).rejects.toMatchObject({ code: 'record.notFound' });
    expect(await kept(id)).toBe(0);
    expect((await put(id, 0, Buffer.from('客户名称'))).status).toBe(404);
  }
  const done = await whole('account', '客户名称\n写入工厂');
  await expect(client.discard({ id: done.id })).rejects.toMatchObject({ code: 'import.wrongMoment' });
});
