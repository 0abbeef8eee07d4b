import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { importHandlers } from '#imports/imports.server.ts';
import { importRoutes } from '#imports/import-routes.server.ts';
import { importer } from '#imports/testing.server.ts';

let company: TestCompany;
const by = (name: string) => importer(company, company.actors[name]!);
const accounts = (name: string) =>
  company.database.read(company.tenantId, (db) =>
    db
      .selectFrom('accounts')
      .selectAll()
      .where('tenant_id', '=', company.tenantId)
      .where('name', 'like', name)
      .orderBy('name')
      .execute(),
  );

beforeAll(async () => {
  company = await openTestCompany({ imports: importHandlers }, { routes: importRoutes });
});
afterAll(() => company.close());

describe('a list of companies', () => {
  const file =
    '\ufeff客户编号,客户名称,所在省份,行业,负责人,母公司,电话\r\n' +
    'C-1,华能锅炉有限公司,山东,装备制造,northRep,,0531-88880000\r\n' +
    'C-2,华能二厂有限公司,山东,装备制造,northRep@example.com,华能集团有限公司,\r\n' +
    'C-3,华能集团有限公司,北京,电力,,,\r\n';

  test('is guessed, checked and taken, with owners, parents and numbers of the other system', async () => {
    const { upload, check, run } = by('director');
    const id = await upload('account', file);
    const checked = await check(id);
    expect(checked.plan?.targets).toEqual(['externalId', 'name', 'province', 'industry', 'owner', 'parent', 'phone']);
    expect(checked).toMatchObject({
      state: 'checked',
      layout: { encoding: 'utf8', rows: 3 },
      report: { counts: { created: 3 } },
    });
    expect(await accounts('华能%')).toEqual([]);

    expect(await run(id)).toMatchObject({ state: 'done', outcome: { created: 3, updated: 0, skipped: 0, faulty: 0 } });
    const parent = (await accounts('华能集团%'))[0]!;
    expect((await accounts('华能二厂%'))[0]).toMatchObject({
      parent_id: parent.id,
      province: '山东',
      industry: '装备制造',
    });
    expect((await accounts('华能锅炉有限公司'))[0]).toMatchObject({
      owner_id: company.actors['northRep']!.userId,
      phone_key: '053188880000',
    });
  });

  test('imported again changes nothing; with the policy "update" only what differs', async () => {
    const again = await by('director').whole('account', file);
    expect(again.outcome).toMatchObject({ created: 0, skipped: 3 });
    const updated = await by('director').whole('account', file.replace('电力', '能源环保'), () => ({
      policy: 'update',
    }));
    expect(updated.outcome).toMatchObject({ created: 0, updated: 1, skipped: 2 });
    expect((await accounts('华能集团%'))[0]).toMatchObject({ industry: '能源环保', version: 2 });
  });

  test('undone, what was changed is as before, and what the first import made is gone', async () => {
    const { client, undo } = by('director');
    const { rows } = await client.list({});
    const [last] = rows;
    expect(await undo(last!.id)).toMatchObject({ state: 'undone', undone: { restored: 1, removed: 0, kept: 0 } });
    expect((await accounts('华能集团%'))[0]).toMatchObject({ industry: '电力' });
    // The restored one counts as touched: its version is no longer the first.
    const first = await undo(rows.at(-1)!.id);
    expect(first.undone).toMatchObject({
      removed: 2,
      kept: 1,
      keptRecords: [{ noun: 'account', name: '华能集团有限公司' }],
    });
  });
});

describe('faults of a row', () => {
  test('are all told at once, in the language of the reader, and come back as a sheet', async () => {
    const { client, whole } = by('director');
    const file =
      '名称,统一社会信用代码,规模,电话,负责人\n坏公司,9131,巨大,不是电话,无名氏\n好公司,,大型,,\n,,,,northRep\n';
    const done = await whole('account', file);
    expect(done.outcome).toMatchObject({ created: 1, faulty: 2 });
    const { rows } = await client.faults({ id: done.id });
    expect(rows).toMatchObject([
      {
        row: 2,
        cells: ['坏公司', '9131', '巨大', '不是电话', '无名氏'],
        issues: [
          { target: 'scale', message: expect.stringContaining('大型') },
          { target: 'creditCode', message: expect.stringContaining('18 位') },
          { target: 'phone' },
          { target: 'owner', message: expect.stringContaining('没有名为“无名氏”') },
        ],
      },
      { row: 4, issues: [{ target: 'name', message: '请填写' }] },
    ]);
    const headers = { 'x-test-user': company.actors['director']!.userId };
    const asked = await company.app.request(`/api/imports/${done.id}/faults`, {
      headers: { ...headers, 'accept-language': 'en' },
    });
    expect(await asked.text()).toContain('no active colleague');
    const sheet = await company.app.request(`/api/imports/${done.id}/faults.csv`, { headers });
    const text = await sheet.text();
    expect(text).toContain('名称,统一社会信用代码,规模,电话,负责人,行号,未导入的原因');
    const english = await company.app.request(`/api/imports/${done.id}/faults.csv`, {
      headers: { ...headers, 'accept-language': 'en' },
    });
    expect(await english.text()).toContain('no active colleague');
    expect(text.split('\r\n')[1]).toMatch(/^坏公司,9131,巨大,不是电话,无名氏,2,/);
  });

  test('nobody else sees them', async () => {
    const { client } = by('director');
    const [mine] = (await client.list({})).rows;
    await expect(by('northManager').client.show({ id: mine!.id })).rejects.toMatchObject({ code: 'record.notFound' });
    await expect(by('northManager').client.faults({ id: mine!.id })).rejects.toMatchObject({ code: 'record.notFound' });
    const other = { 'x-test-user': company.actors['northManager']!.userId };
    expect((await company.app.request(`/api/imports/${mine!.id}/faults.csv`, { headers: other })).status).toBe(404);
  });
});

describe('who may', () => {
  test('a rep may not import', async () => {
    await expect(by('northRep').client.create({ noun: 'account', fileName: 'x.csv' })).rejects.toMatchObject({
      code: 'permission.missing',
    });
  });

  test('a manager may not import products, which she may not write', async () => {
    await expect(by('northManager').client.create({ noun: 'product', fileName: 'x.csv' })).rejects.toMatchObject({
      code: 'permission.missing',
    });
  });

  test('only an administrator hires by a file', async () => {
    const { client, upload, check } = by('northManager');
    const file = '名称,负责人\n新公司甲,新同事\n';
    const id = await upload('account', file);
    await expect(check(id, () => ({ createMissing: ['owner'] }))).rejects.toMatchObject({
      code: 'import.mayNotCreateOwners',
      status: 403,
    });
    expect(await client.show({ id })).toMatchObject({ state: 'mapping', may: { createOwners: false } });
    const done = await by('admin').whole('account', file, () => ({ createMissing: ['owner'] }));
    expect(done.outcome).toMatchObject({ created: 1, owners: 1 });
  });

  test('what somebody else owns is neither shown nor overwritten', async () => {
    await by('director').whole('account', '名称,负责人,行业\n南方某厂,southRep,汽车\n');
    const { client, whole } = by('northManager');
    const done = await whole('account', '名称,行业\n南方某厂,钢铁冶金\n', () => ({ policy: 'update' }));
    expect(done.outcome).toMatchObject({ updated: 0, faulty: 1 });
    const { rows } = await client.faults({ id: done.id });
    expect(rows[0]!.issues[0]!.message).toContain('不在您的可见范围');
    expect((await accounts('南方某厂'))[0]).toMatchObject({ industry: '汽车' });
  });
});

describe('steps out of order are refused', () => {
  test('in words', async () => {
    const { client, put, upload } = by('director');
    const { id } = await client.create({ noun: 'account', fileName: '客户.csv' });
    await expect(client.run({ id })).rejects.toMatchObject({
      code: 'import.wrongMoment',
      message: expect.stringContaining('上传中'),
    });
    await expect(client.read({ id })).rejects.toMatchObject({ code: 'file.empty' });
    expect((await put(id, 3, Buffer.from('x'))).status).toBe(409);
    expect((await put(id, 0, Buffer.alloc(9 * 1024 * 1024))).status).toBe(413);
    const other = await upload('account', '甲,乙\n1,2\n');
    const { plan } = await client.read({ id: other });
    expect(plan?.targets).toEqual([null, null]);
    await expect(client.check({ id: other, plan: plan! })).rejects.toMatchObject({
      code: 'import.targetMissing',
      message: expect.stringContaining('客户名称'),
    });
    await expect(client.cancel({ id: other })).rejects.toMatchObject({ code: 'import.wrongMoment' });
    await expect(client.undo({ id: other })).rejects.toMatchObject({ code: 'import.wrongMoment' });
  });
});

describe('names that differ in the region alone', () => {
  test('are two companies, and what names them finds the right one', async () => {
    const first = await by('director').whole(
      'account',
      '客户名称\n甘肃云岭能源\n湖北云岭能源有限公司\n湖北省云岭能源\n',
    );
    expect(first.outcome).toMatchObject({ created: 2, skipped: 1 });
    const again = await by('director').whole('account', '客户名称\n甘肃云岭能源集团\n陕西云岭能源\n');
    expect(again.outcome).toMatchObject({ created: 1, skipped: 1 });
    const file = '姓名,客户名称\n王一,湖北云岭能源\n王二,云南云岭能源\n王三,四川云岭能源\n';
    const people = await by('director').whole('contact', file, () => ({ createMissing: ['account'] }));
    expect(people.outcome).toMatchObject({ created: 3, accounts: 2 });
    expect((await accounts('%云岭能源%')).map(({ name }) => name)).toEqual(
      ['云南云岭能源', '四川云岭能源', '湖北云岭能源有限公司', '甘肃云岭能源', '陕西云岭能源'].toSorted(),
    );
  });

  test('a number of the other system tells rows of one name apart, also a thousand rows later', async () => {
    const rows = Array.from({ length: 2_500 }, (_, i) => `Z-${i},远东第${i % 1_500}号厂`);
    const done = await by('director').whole('account', ['客户编号,客户名称', ...rows].join('\n'));
    expect(done.outcome).toMatchObject({ created: 2_500, skipped: 0 });
    await by('director').undo(done.id);
  });
});

test('a company that the planner has not heard of is known to it while it imports, so that look-ups take their index', async () => {
  const fresh = await openTestCompany({ imports: importHandlers }, { routes: importRoutes });
  const { database, tenantId } = fresh;
  const other = '0190d7b4-0000-7000-8000-00000000000b';
  await database.system.insertInto('tenants').values({ id: other, name: other }).execute();
  await database.pool.query(`insert into accounts (tenant_id, id, name, name_key, created_at, updated_at)
    select '${other}', gen_random_uuid(), 'K' || n, 'k' || n, now(), now() from generate_series(1, 3000) n`);
  await database.pool.query('analyze accounts');
  const rows = Array.from({ length: 2_400 }, (_, n) => `新锐${n}号有限公司`);
  expect(
    await importer(fresh, fresh.actors['director']!).whole('account', ['客户名称', ...rows].join('\n')),
  ).toMatchObject({
    outcome: { created: 2_400 },
  });
  const { rows: plan } = await database.pool.query(
    `explain select id from accounts where tenant_id = '${tenantId}' and name_key = 'a'`,
  );
  expect(JSON.stringify(plan)).toContain('accounts_name_key');
  await fresh.close();
});
