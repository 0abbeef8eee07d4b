import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { newId } from '#platform/id.server.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { contactHandlers } from '#people/contacts.server.ts';

let company: TestCompany;
const as = (name: string) => company.as(contactsContract, company.actors[name]!);
const north = newId();
const south = newId();

beforeAll(async () => {
  company = await openTestCompany({ contacts: contactHandlers });
  const at = '2026-01-01T00:00:00.000Z';
  const account = (id: string, name: string, owner: string, team_id: string) => ({
    tenant_id: company.tenantId,
    id,
    name,
    name_key: name,
    owner_id: company.actors[owner]!.userId,
    team_id,
    created_at: at,
    updated_at: at,
  });
  await company.database.write(company.tenantId, (tx) =>
    tx
      .insertInto('accounts')
      .values([
        account(north, '北方重工', 'northRep', company.teams.north),
        account(south, '南方电气', 'southRep', company.teams.south),
      ])
      .execute(),
  );
});
afterAll(() => company.close());

test('whoever sees the account sees its contacts, and nobody else', async () => {
  const fields = {
    name: '钱工',
    title: '总工程师',
    department: '技术部',
    mobile: '+86 138 0013 8000',
    email: 'qian@example.com',
  };
  const contact = await as('northRep').create({ ...fields, accountId: north, wechat: '' });
  expect(contact).toMatchObject({ ...fields, accountName: '北方重工', wechat: null, ownerName: 'northRep' });
  const page = await as('northManager').show({ id: contact.id });
  expect(page.contact).toEqual(contact);
  expect(page.employments).toMatchObject([{ accountName: '北方重工', title: '总工程师', fromOn: null, toOn: null }]);
  await expect(as('southRep').show({ id: contact.id })).rejects.toMatchObject({ code: 'record.notFound' });
  await expect(as('southRep').create({ name: '张', accountId: north })).rejects.toMatchObject({
    code: 'record.notFound',
  });
  for (const search of ['钱工', 'qg', '13800138', '技术']) {
    expect((await as('northRep').list({ search })).rows.map((row) => row.id)).toEqual([contact.id]);
    expect((await as('southRep').list({ search })).rows).toEqual([]);
  }
});

test('a contact without employer is its owner’s', async () => {
  const { id } = await as('southRep').create({ name: '展会来客' });
  expect((await as('southManager').show({ id })).contact.accountId).toBeNull();
  await expect(as('northRep').show({ id })).rejects.toMatchObject({ code: 'record.notFound' });
});

test('all faults at once', async () => {
  await expect(as('northRep').create({ name: '', mobile: '不详', email: 'x@' })).rejects.toMatchObject({
    code: 'input.invalid',
    data: { issues: [{ path: ['name'] }, { path: ['mobile'] }, { path: ['email'], message: '请填写有效的邮箱地址' }] },
  });
});

test('what is private of a person goes into no field either', async () => {
  const told = { code: 'text.privateFact' };
  await expect(as('northRep').create({ name: '冯总', tags: ['女儿今年高考'] })).rejects.toMatchObject(told);
  const { id } = await as('northRep').create({ name: '冯总', title: '副总' });
  await expect(as('northRep').update({ id, version: 1, tags: ['冯总信佛'] })).rejects.toMatchObject(told);
  expect((await as('northRep').show({ id })).contact).toMatchObject({ tags: [], version: 1 });
});

test('a change keeps the present job in step; a stale one is told', async () => {
  const { id } = await as('northRep').create({ name: '孙科', title: '科员', accountId: north });
  const promoted = await as('northRep').update({ id, version: 1, title: '科长', tags: ['技术'] });
  expect(promoted).toMatchObject({ title: '科长', tags: ['技术'], version: 2 });
  expect(await as('northRep').update({ id, version: 2, title: '科长' })).toEqual(promoted);
  expect((await as('northRep').show({ id })).employments[0]!.title).toBe('科长');
  await expect(as('northRep').update({ id, version: 1, title: '处长' })).rejects.toMatchObject({
    code: 'record.changed',
  });
  await expect(as('auditor').update({ id, version: 2, title: '处长' })).rejects.toMatchObject({
    code: 'permission.missing',
  });
});

test('somebody changes employer: the history stays, and who owns her still sees her', async () => {
  const { id } = await as('director').create({ name: '李总', title: '采购经理', accountId: north });
  const moved = await as('director').move({ id, version: 1, accountId: south, on: '2026-03-01', title: '采购总监' });
  expect(moved).toMatchObject({ accountName: '南方电气', title: '采购总监', department: null, version: 2 });
  expect((await as('southRep').show({ id })).employments).toMatchObject([
    { accountName: '南方电气', title: '采购总监', fromOn: '2026-03-01', toOn: null },
    { accountName: null, accountId: null, title: '采购经理', toOn: '2026-03-01' },
  ]);
  await expect(as('northRep').show({ id })).rejects.toMatchObject({ code: 'record.notFound' });
  const again = { id, version: 2, accountId: south, on: '2026-04-01' };
  await expect(as('southRep').move(again)).rejects.toMatchObject({ code: 'contact.sameEmployer' });
  await expect(as('southRep').move({ ...again, accountId: null, on: '2026-01-01' })).rejects.toMatchObject({
    code: 'contact.movedBeforeJoining',
    message: expect.stringContaining('2026-03-01'),
  });
  await expect(as('southRep').move({ ...again, accountId: north })).rejects.toMatchObject({ code: 'record.notFound' });
  const left = await as('director').move({ ...again, accountId: null });
  expect(left).toMatchObject({ accountId: null, title: null });
});

test('events tell that a number changed, not which', async () => {
  const { id } = await as('northRep').create({ name: '保密', mobile: '139 0000 1111', accountId: north });
  await as('northRep').update({ id, version: 1, mobile: '139 2222 3333' });
  const { rows } = await company.database.pool.query<{ data: string }>(
    'select data::text as data from events where subject_id = $1',
    [id],
  );
  expect(rows).toHaveLength(2);
  expect(rows.map((row) => row.data).join('')).not.toMatch(/1111|3333/);
});
