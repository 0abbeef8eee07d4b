import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { accountHandlers } from '#accounts/accounts.server.ts';
import { fieldsContract } from '#fields/fields.contract.ts';
import { fieldHandlers } from '#fields/fields.server.ts';

let company: TestCompany;
const as = (name: string) => company.as(accountsContract, company.actors[name]!);
const idOf = (name: string) => company.actors[name]!.userId;
const code = '914403001922038216';
const confirm = true;

beforeAll(async () => {
  company = await openTestCompany({ accounts: accountHandlers, fields: fieldHandlers });
});
afterAll(() => company.close());

test('a rep creates an account and owns it; her manager sees it, the other team does not', async () => {
  const fields = {
    name: '临江数控机床有限公司',
    industry: '装备制造',
    province: '江苏',
    phone: '0512-6288 0000',
    site: '',
  };
  const account = await as('northRep').create(fields);
  expect(account).toMatchObject({
    ...fields,
    site: null,
    ownerId: idOf('northRep'),
    teamId: company.teams.north,
    version: 1,
  });
  const page = await as('northManager').show({ id: account.id });
  expect(page).toMatchObject({ account, teamName: 'North', members: [], counts: { contacts: 0, deals: 0 } });
  await expect(as('southRep').show({ id: account.id })).rejects.toMatchObject({ code: 'record.notFound', status: 404 });
  expect((await as('southRep').list({ search: '临江' })).rows).toEqual([]);
  expect((await as('northRep').list({ search: 'ljsk' })).rows.map((row) => row.id)).toEqual([account.id]);
});

test('a wrong credit code is told to the character, with the other faults', async () => {
  const bad = { name: ' ', creditCode: '9144O3001922038216', phone: '无' };
  await expect(as('northRep').create(bad)).rejects.toMatchObject({
    code: 'input.invalid',
    data: {
      issues: [
        { path: ['name'] },
        { path: ['creditCode'], message: expect.stringContaining('第 5 位“O”') },
        { path: ['phone'] },
      ],
    },
  });
});

test('a similar account is shown first; confirming goes on; the same code never does', async () => {
  const first = await as('northRep').create({ name: '海晟电气股份有限公司', creditCode: code.toLowerCase() });
  expect(first.creditCode).toBe(code);
  const similar = { name: '海晟电气（中国）有限公司' };
  await expect(as('northRep').create(similar)).rejects.toMatchObject({
    code: 'account.maybeDuplicate',
    data: { candidates: [{ id: first.id, name: first.name, ownerName: 'northRep', why: ['name'] }] },
  });
  await expect(as('southRep').create(similar)).rejects.toMatchObject({
    data: {
      candidates: [
        { id: null, name: null, ownerName: 'northRep', industry: null, place: null, createdAt: null, why: ['name'] },
      ],
    },
  });
  expect(await as('southRep').create({ ...similar, confirm })).toMatchObject(similar);
  await expect(as('southRep').create({ name: '另一家', creditCode: code, confirm })).rejects.toMatchObject({
    code: 'account.codeTaken',
    message: expect.stringContaining('northRep'),
  });
});

test('the duplicate check finds by code and phone too, and leaves out the account itself', async () => {
  const account = await as('northRep').create({
    name: '查重机电',
    phone: '+86 21 5555 6666',
    industry: '装备制造',
    province: '江苏',
    city: '苏州',
  });
  const asked = { name: '别的名字', phone: '(021) 55556666 转 8' };
  const { candidates } = await as('northRep').duplicates(asked);
  const { id, name, createdAt } = account;
  expect(candidates).toEqual([
    { id, name, ownerName: 'northRep', industry: '装备制造', place: '苏州', createdAt, why: ['phone'] },
  ]);
  expect((await as('northRep').duplicates({ ...asked, exceptId: account.id })).candidates).toEqual([]);
});

test('changing: the version is checked, nothing changes nothing, a taken code is refused', async () => {
  const account = await as('northRep').create({ name: '改动阀门' });
  const { id } = account;
  expect(await as('northRep').update({ id, version: 1, name: '改动阀门' })).toEqual(account);
  const changed = await as('northRep').update({ id, version: 1, name: '新阀门', tags: ['重点'] });
  expect(changed).toMatchObject({ name: '新阀门', tags: ['重点'], version: 2 });
  expect((await as('northRep').list({ search: 'xfm', tag: '重点' })).rows).toHaveLength(1);
  await expect(as('northRep').update({ id, version: 1, city: '苏州' })).rejects.toMatchObject({
    code: 'record.changed',
  });
  await expect(as('northRep').update({ id, version: 2, creditCode: code })).rejects.toMatchObject({
    code: 'account.codeTaken',
  });
  await expect(as('auditor').update({ id, version: 2, city: '苏州' })).rejects.toMatchObject({
    code: 'permission.missing',
  });
  await expect(as('southRep').update({ id, version: 2, city: '苏州' })).rejects.toMatchObject({
    code: 'record.notFound',
  });
});

test('a group is a tree: seen whole from any branch, invisible branches counted, loops refused', async () => {
  const top = await as('northRep').create({ name: '盛源集团' });
  const middle = await as('northRep').create({ name: '盛源动力', parentId: top.id });
  const leaf = await as('northRep').create({ name: '盛源动力二厂', parentId: middle.id });
  await as('director').create({ name: '盛源地产', parentId: top.id });
  const { group } = await as('northRep').show({ id: leaf.id });
  expect(group.rows.map((row) => row.name)).toEqual(['盛源集团', '盛源动力', '盛源动力二厂']);
  expect(group.hidden).toBe(1);
  for (const parentId of [leaf.id, top.id]) {
    await expect(as('northRep').update({ id: top.id, version: 1, parentId })).rejects.toMatchObject({
      code: 'account.parentLoop',
    });
  }
  const foreign = await as('southRep').create({ name: '南方孤岛' });
  await expect(as('northRep').update({ id: leaf.id, version: 1, parentId: foreign.id })).rejects.toMatchObject({
    code: 'record.notFound',
  });
});

test('a team member sees the account; who leaves the team no longer does', async () => {
  const account = await as('northRep').create({ name: '团队客户' });
  const { id } = account;
  const members = [{ userId: idOf('southRep'), role: 'sponsor' as const }];
  await as('northRep').setMembers({ id, version: 1, members });
  expect((await as('southRep').show({ id })).members).toEqual([{ ...members[0], name: 'southRep' }]);
  await as('northRep').setMembers({ id, version: 2, members: [] });
  await expect(as('southRep').show({ id })).rejects.toMatchObject({ code: 'record.notFound' });
  const unknown = [{ userId: company.teams.north, role: 'sales' as const }];
  await expect(as('northRep').setMembers({ id, version: 3, members: unknown })).rejects.toMatchObject({
    code: 'user.unknown',
  });
});

test('the owner hands over, the team follows; a member may not give away what is not hers', async () => {
  const { id } = await as('northRep').create({ name: '移交客户' });
  await as('northRep').setMembers({ id, version: 1, members: [{ userId: idOf('southRep'), role: 'sales' }] });
  await expect(as('southRep').assign({ id, version: 2, ownerId: idOf('southRep') })).rejects.toMatchObject({
    code: 'owner.other',
    message: expect.stringContaining('northRep'),
  });
  const moved = await as('northRep').assign({ id, version: 2, ownerId: idOf('northRep2') });
  expect(moved).toMatchObject({ ownerName: 'northRep2', teamId: company.teams.north, version: 3 });
  await expect(as('northRep').show({ id })).rejects.toMatchObject({ code: 'record.notFound' });
  const given = await as('northManager').assign({ id, version: 3, ownerId: idOf('southRep') });
  expect(given.teamId).toBe(company.teams.south);
  expect((await as('southManager').show({ id })).account.ownerName).toBe('southRep');
});

test('custom fields are checked on the way in and filter the list', async () => {
  const fields = company.as(fieldsContract, company.actors['admin']!);
  await fields.create({ noun: 'account', key: 'machines', type: 'number', label: '设备台数' });
  await fields.create({ noun: 'account', key: 'lines', type: 'choices', label: '产线', choices: ['机床', '机器人'] });
  await expect(as('northRep').create({ name: '自定义', custom: { machines: '多', nosuch: 1 } })).rejects.toMatchObject({
    code: 'input.invalid',
    data: { issues: expect.arrayContaining([{ path: ['custom', 'machines'], message: '请填写数字' }]) },
  });
  const account = await as('northRep').create({ name: '自定义甲', custom: { machines: 12, lines: ['机床'] } });
  await as('northRep').create({ name: '自定义乙', custom: { machines: 3 } });
  const found = async (custom: { [key: string]: string }) =>
    (await as('northRep').list({ custom, sort: 'name' })).rows.map((row) => row.name);
  expect(await found({ machines: '10..' })).toEqual(['自定义甲']);
  expect(await found({ machines: '3' })).toEqual(['自定义乙']);
  expect(await found({ lines: '机床' })).toEqual(['自定义甲']);
  await expect(found({ machines: '多' })).rejects.toMatchObject({ code: 'input.invalid' });
  const cleared = await as('northRep').update({ id: account.id, version: 1, custom: { lines: [] } });
  expect(cleared.custom).toEqual({ machines: 12 });
});

test('filters, sorts and pages', async () => {
  for (let i = 0; i < 7; i++)
    await as('southRep').create({ name: `翻页厂${i}`, industry: '钢铁冶金', province: '河北' });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await as('southManager').list({ industry: '钢铁冶金', sort: 'name', limit: 3, after });
    seen.push(...page.rows.map((row) => row.name));
    after = page.next ?? undefined;
  } while (after);
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => `翻页厂${i}`));
  const one = (
    await as('director').list({ ownerId: idOf('southRep'), teamId: company.teams.south, province: '河北', limit: 1 })
  ).rows;
  expect(one).toHaveLength(1);
  const words = await as('southRep').words({});
  expect(words).toMatchObject({
    industries: expect.arrayContaining(['钢铁冶金']),
    provinces: expect.arrayContaining(['河北']),
  });
});
