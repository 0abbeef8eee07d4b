import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldsContract } from '#fields/fields.contract.ts';
import { fieldHandlers } from '#fields/fields.server.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { importHandlers } from '#imports/imports.server.ts';
import { importRoutes } from '#imports/import-routes.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { cardColumns } from '#platform/import-export/vcard/card-table.ts';
import { importer } from '#imports/testing.server.ts';

const home = cardColumns.indexOf('homePhones');

/** What a file tells of a private life: found by the check, row by row, with the policy's words; never half a row. */
let company: TestCompany;
const admin = () => importer(company, company.actors['admin']!);
const contacts = async (importId: string) =>
  (
    await company.database.pool.query(
      'select name, title, tags, custom from contacts where import_id = $1 order by name',
      [importId],
    )
  ).rows as { name: string }[];

beforeAll(async () => {
  company = await openTestCompany({ fields: fieldHandlers, imports: importHandlers }, { routes: importRoutes });
  await company.database.write(company.tenantId, (tx) =>
    installPlaybooks(tx, company.tenantId, '2026-01-01T00:00:00.000Z'),
  );
  const fields = company.as(fieldsContract, company.actors['admin']!);
  await fields.create({ noun: 'contact', key: 'remark', label: '备注', type: 'text' });
  // Of before such fields were refused.
  const { id } = await fields.create({ noun: 'contact', key: 'day', label: '日子', type: 'text' });
  await company.database.system.updateTable('custom_fields').set({ label: '生日' }).where('id', '=', id).execute();
  await fields.create({ noun: 'account', key: 'remark', label: '备注', type: 'text' });
});
afterAll(() => company.close());

const people =
  '姓名,职务,手机,标签,备注,住宅电话,政治面貌\n' +
  '王建国,采购经理,13800138000,重点,周三下午可以见,,\n' +
  '李明远,厂长,13800138001,,王总女儿今年高考，他又查出高血压,,\n' +
  '赵敏,11010519491231002X,13800138002,,,,\n' +
  '周平,科长,11010519491231002X,,,,\n' +
  '孙丽,处长,13800138004,李处长吃素,她生日是 6 月 18 日,,\n' +
  '吴迪,总工,13800138005,,,021-55551111,\n' +
  '郑和,主任,13800138006,,答应给他 3 个点回扣,,党员\n';

test('is told of in the check, with the reason, and in the sheet; the run takes the others whole', async () => {
  const { upload, check, run, client } = admin();
  const id = await upload('contact', people);
  const { plan } = await client.read({ id });
  // Columns that hold nothing else are left out by themselves.
  expect(plan!.targets.slice(5)).toEqual([null, null]);
  const checked = await check(id);
  expect(checked.report?.counts).toMatchObject({ created: 2, faulty: 5 });
  const { rows } = await client.faults({ id });
  expect(rows.map(({ row, issues }) => [row, issues.map(({ target }) => target)])).toEqual([
    [3, ['custom.remark']],
    [4, ['title']],
    [5, ['mobile']],
    [6, ['tags', 'custom.remark']],
    [8, ['custom.remark']],
  ]);
  const words = rows.map(({ issues }) => issues.map(({ message }) => message).join(' '));
  expect(words[0]).toMatch(/不该记录的个人信息：子女情况.*健康状况.*与成交无关/);
  expect(words[1]).toContain('身份证号（“110…2x”）');
  expect(words[3]).toMatch(/饮食忌口.*征得本人单独同意.*生日/);
  expect(words[4]).toContain('个人利益');
  const sheet = await company.app.request(`/api/imports/${id}/faults.csv`, {
    headers: { 'x-test-user': company.actors['admin']!.userId },
  });
  expect(await sheet.text()).toMatch(/李明远[^\n]*内容里有不该记录的个人信息/);
  expect(await run(id)).toMatchObject({ outcome: { created: 2, faulty: 5 } });
  expect((await contacts(id)).map(({ name }) => name)).toEqual(['吴迪', '王建国']);
});

test('a column of something private is refused in each row that has it, whatever it is to become', async () => {
  const { upload, check, client } = admin();
  const id = await upload('contact', people);
  const checked = await check(id, ({ targets }) => ({
    targets: targets.map((target, at) => (at === 5 ? 'phone' : at === 6 ? 'department' : at === 4 ? null : target)),
  }));
  expect(checked.report?.counts).toMatchObject({ created: 1, skipped: 1, faulty: 5 });
  const { rows } = await client.faults({ id });
  expect(rows.slice(3).map(({ row, issues }) => [row, issues.map(({ message }) => message)])).toEqual([
    [7, [expect.stringMatching(/“住宅电话”是敏感信息，须先取得本人同意，不能成批导入/)]],
    [8, [expect.stringMatching(/不能记录民族与政治面貌：.*不导入/)]],
  ]);
  // A field of the company's own by such a name takes nothing either; a constant is looked at like a cell.
  const own = await check(id, ({ targets }) => ({
    targets: targets.map((target, at) => (at === 0 ? target : at === 4 ? 'custom.day' : null)),
    constants: { tags: '私人手机 13900139123' },
  }));
  expect(own.report?.counts).toMatchObject({ created: 0, faulty: 7 });
  const { rows: all } = await client.faults({ id });
  expect(all.map(({ issues }) => issues.map(({ target }) => target))).toContainEqual(['tags', 'custom.day']);
  expect(JSON.stringify(all.map(({ issues }) => issues))).not.toContain('13900139123');
});

test('home telephones of an address book need consent, card by card', async () => {
  const { upload, check, client } = admin();
  const card = ['BEGIN:VCARD', 'VERSION:3.0', 'FN:钱大', 'TEL;HOME:021-55551111', 'END:VCARD', ''].join('\r\n');
  const id = await upload('contact', card, 'a.vcf');
  const checked = await check(id, ({ targets }) => ({
    targets: targets.map((target, at) => target ?? (at === home ? 'phone' : null)),
  }));
  expect(checked.report?.counts).toMatchObject({ created: 0, faulty: 1 });
  const { rows } = await client.faults({ id });
  expect(rows[0]!.issues).toMatchObject([{ target: 'phone', message: expect.stringContaining('住宅电话') }]);
});

test('accounts and deals: what is written freely; names and numbers of companies are left alone', async () => {
  const { upload, check, client } = admin();
  const accounts = await upload(
    'account',
    '客户名称,地址,备注\n好孩子幼儿园,解放大道 1 号,\n孙家食品厂,,他是基督徒\n李记五金,家庭住址：滨河路 8 号,\n',
  );
  expect((await check(accounts)).report?.counts).toMatchObject({ created: 1, faulty: 2 });
  const deals = await upload('deal', '商机名称,输赢说明\n手术室净化改造,价格高\n二期,王总得了肺癌，换人了\n');
  expect((await check(deals)).report?.counts).toMatchObject({ created: 1, faulty: 1 });
  const { rows } = await client.faults({ id: deals });
  expect(rows[0]).toMatchObject({ row: 3, issues: [{ target: 'note' }] });
});
