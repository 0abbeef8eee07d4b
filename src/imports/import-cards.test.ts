import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { contactHandlers } from '#people/contacts.server.ts';
import { importHandlers } from '#imports/imports.server.ts';
import { importRoutes } from '#imports/import-routes.server.ts';
import { importer } from '#imports/testing.server.ts';

let company: TestCompany;
const by = (name: string) => importer(company, company.actors[name]!);
type Person = {
  name: string;
  account: string | null;
  mobile: string | null;
  phone: string | null;
  email: string | null;
};
const people = async (importId: string) => {
  const { rows } = await sql<Person & { tags: string[]; custom: object }>`
    select c.name, a.name as account, c.title, c.department, c.mobile, c.phone, c.email, c.wechat, c.tags, c.custom
    from contacts c left join accounts a on a.tenant_id = c.tenant_id and a.id = c.account_id
    where c.tenant_id = ${company.tenantId} and c.import_id = ${importId} order by c.name`.execute(
    company.database.system,
  );
  return rows;
};
const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
const fixture = (name: string) => readFileSync(new URL(`../../tests/fixtures/vcard/${name}.vcf`, import.meta.url));
const book = [
  card(
    'N:王;建国;;;',
    'ORG:青岚泵业有限公司;采购部',
    'TITLE:经理',
    'TEL;CELL:13800138000',
    'BDAY:1980-01-02',
    'UID:a-1',
  ),
  card(
    'N:李;明远;;;',
    'ORG:青岚泵业',
    'TEL;WORK:021-55550000',
    'ADR;TYPE=HOME:;;桂花里 3 号;;;;',
    'CATEGORIES:技术,myContacts',
  ),
  card('FN:赵敏', 'ORG:海宁电气有限公司', 'EMAIL;TYPE=HOME:zhao@example.com', 'TEL;HOME:021-55551111'),
  card('EMAIL:nobody@example.com'),
  card('FN:周平', 'TEL;CELL:call me'),
  card('FN:采购群', 'KIND:group'),
].join('');

beforeAll(async () => {
  company = await openTestCompany({ imports: importHandlers, contacts: contactHandlers }, { routes: importRoutes });
});
afterAll(() => company.close());

describe('an address book', () => {
  let importId: string;

  test('is read: columns by what cards say, what is private told and left out', async () => {
    const { upload, client } = by('northManager');
    importId = await upload('contact', book, '通讯录.vcf');
    const { layout, plan } = await client.read({ id: importId });
    expect(layout).toMatchObject({ kind: 'vcard', encoding: null, rows: 6 });
    expect(layout?.leftOut).toEqual([
      { kind: 'birthday', rows: 1 },
      { kind: 'homeAddress', rows: 1 },
    ]);
    const becomes = Object.fromEntries(layout!.columns.map(({ header }, at) => [header, plan!.targets[at]]));
    expect(becomes).toMatchObject({
      name: 'name',
      organisation: 'account',
      mobile: 'mobile',
      uid: 'externalId',
      categories: 'tags',
      homePhones: null,
      homeEmails: null,
      wechat: null,
    });
    expect(JSON.stringify(layout)).not.toMatch(/1980|桂花里/);
  });

  test('is checked: employers are matched or missing, each fault at its card', async () => {
    const checked = await by('northManager').check(importId);
    expect(checked.report?.counts).toMatchObject({ created: 0, faulty: 6 });
    expect(checked.report?.quirks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'unknownAccount', text: '海宁电气有限公司', first: [3] }),
      ]),
    );
    const creating = await by('northManager').check(importId, () => ({ createMissing: ['account'] }));
    expect(creating.report?.counts).toMatchObject({ created: 3, accounts: 2, faulty: 3 });
    const { rows } = await by('northManager').client.faults({ id: importId });
    expect(rows.map(({ row, issues }) => [row, issues.map(({ target }) => target)])).toEqual([
      [4, ['name']],
      [5, ['mobile']],
      [6, ['name']],
    ]);
    expect(rows[2]!.issues[0]!.message).toBe('这是通讯组或单位的名片，上面没有人，不作为联系人导入');
  });

  test('is imported, and nothing private comes with it', async () => {
    const done = await by('northManager').run(importId);
    expect(done.outcome).toMatchObject({ created: 3, faulty: 3, accounts: 2 });
    expect(await people(importId)).toMatchObject([
      { name: '李明远', account: '青岚泵业有限公司', phone: '021-55550000', tags: ['技术'] },
      { name: '王建国', account: '青岚泵业有限公司', title: '经理', department: '采购部', mobile: '13800138000' },
      { name: '赵敏', account: '海宁电气有限公司', email: null, phone: null, mobile: null },
    ]);
    const { rows } = await sql<{ told: string }>`
      select string_agg(to_jsonb(e)::text, ' ') as told from events e where e.tenant_id = ${company.tenantId}`.execute(
      company.database.system,
    );
    expect(rows[0]!.told).not.toMatch(/1980-01-02|桂花里|021-55551111/);
  });

  test('again: known by card id, by number and employer; nobody comes twice', async () => {
    const again = await by('northManager').whole('contact', book, () => ({ createMissing: ['account'] }));
    expect(again.outcome).toMatchObject({ created: 0, updated: 0, skipped: 3, faulty: 3 });
    const moved = book.replace('TEL;CELL:13800138000', 'TEL;CELL:13900139000');
    const updated = await by('northManager').whole('contact', moved, () => ({ policy: 'update' }));
    expect(updated.outcome).toMatchObject({ created: 0, updated: 1 });
    expect((await people(importId))[1]).toMatchObject({ name: '王建国', mobile: '13900139000' });
    await by('northManager').undo(updated.id);
    expect((await people(importId))[1]).toMatchObject({ mobile: '13800138000' });
  });

  test('the cards not taken come back as a sheet with words over its columns', async () => {
    const response = await company.app.request(`/api/imports/${importId}/faults.csv`, {
      headers: { 'x-test-user': company.actors['northManager']!.userId },
    });
    expect(await response.text()).toMatch(/姓名,单位,部门,职务,手机[\s\S]*名片序号,未导入的原因/);
  });

  test('is taken back, but for whom a later import has touched, with his employer', async () => {
    const undone = await by('northManager').undo(importId);
    expect(undone.undone).toMatchObject({ removed: 3, kept: 2 });
    expect(await people(importId)).toMatchObject([{ name: '王建国', account: '青岚泵业有限公司' }]);
  });
});

test.each([
  ['John_Doe_IPHONE', 'John Doe', { account: 'IBM', title: 'Money Counter', phone: '905-777-1234 / 905-222-1234' }],
  ['gmail-single', 'Greg Dartmouth', { account: 'TheCompany', email: 'gdartmouth@hotmail.com' }],
  ['rfc6350-example', 'Samuel Perrin', { account: 'Vallon', phone: '+1-418-555-9254 ext. 102' }],
])('%s through the whole import', async (name, person, expected) => {
  const done = await by('admin').whole('contact', fixture(name), () => ({ createMissing: ['account'] }));
  expect(done.outcome).toMatchObject({ created: 1, faulty: 0 });
  expect(await people(done.id)).toMatchObject([{ name: person, ...expected }]);
  const { undone } = await by('admin').undo(done.id);
  expect(undone).toMatchObject({ removed: 2, kept: 0 });
  expect(await people(done.id)).toEqual([]);
});

test('a number that is none is a fault of its card', async () => {
  const done = await by('admin').check(await by('admin').upload('contact', fixture('outlook-2003'), 'o.vcf'));
  expect(done.report?.counts).toMatchObject({ created: 0, faulty: 1 });
});

test('an employer whose name two accounts share: what helps is said, and the full name does not', async () => {
  const { whole, upload, check, client } = by('admin');
  for (const _ of [1, 2]) await whole('account', '客户名称\n同名阀门有限公司', () => ({ policy: 'create' }));
  const id = await upload('contact', card('FN:任可新', 'ORG:同名阀门有限公司'), 'c.vcf');
  expect((await check(id)).report?.counts).toMatchObject({ created: 0, faulty: 1 });
  const [fault] = (await client.faults({ id })).rows;
  expect(fault?.issues).toEqual([
    { target: 'account', message: expect.stringMatching(/^有 2 个客户都叫“同名阀门有限公司”.*合并/) },
  ]);
});

test('thousands of cards, in UTF-16', async () => {
  const cards = Array.from({ length: 3_000 }, (_, at) =>
    card(`N:王;${at}号;;;`, `TEL;CELL:138${String(at).padStart(8, '0')}`),
  );
  const done = await by('admin').whole('contact', Buffer.from(`\ufeff${cards.join('')}`, 'utf16le'));
  expect(done.outcome).toMatchObject({ created: 3_000, faulty: 0 });
  expect(done.rowsDone).toBe(3_000);
}, 60_000);

test.each(['account', 'deal', 'product', 'user'] as const)('cards are no %ss', async (noun) => {
  const { upload, client } = by('admin');
  const id = await upload(noun, card('FN:王建国'), 'c.vcf');
  await expect(client.read({ id })).rejects.toMatchObject({ code: 'import.cardsAreContacts' });
  expect((await client.show({ id })).state).toBe('uploading');
});

test('a file without a card is refused', async () => {
  const { upload, client } = by('admin');
  const id = await upload('contact', 'BEGIN:VCARDS\n', 'c.vcf');
  await expect(client.read({ id })).rejects.toMatchObject({ code: 'file.noCards' });
});

test('a file that breaks off: the last card is not taken', async () => {
  const whole = book.slice(0, book.indexOf('BDAY'));
  const done = await by('admin').check(await by('admin').upload('contact', whole, 'c.vcf'));
  expect(done.report?.counts).toMatchObject({ created: 0, faulty: 1 });
});
