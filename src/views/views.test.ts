import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { MOST_VIEWS } from '#views/view.ts';
import { viewsContract } from '#views/views.contract.ts';
import { viewHandlers } from '#views/views.server.ts';

let company: TestCompany;
const as = (name: string) => company.as(viewsContract, company.actors[name]!);
const search = { state: 'open', 'custom.line': '仪表 & 阀门', sort: 'amount' };

beforeAll(async () => {
  company = await openTestCompany({ views: viewHandlers });
});
afterAll(() => company.close());

test('a view keeps a list’s filters under a name, for its owner alone', async () => {
  const view = await as('northRep').create({ list: 'deals', name: '本季度要签的', search });
  expect(view).toMatchObject({ name: '本季度要签的', search, shared: false, mine: true, isDefault: false });
  expect(await as('northRep').list({ list: 'deals' })).toEqual([view]);
  expect(await as('northRep').list({ list: 'accounts' })).toEqual([]);
  expect(await as('northRep2').list({ list: 'deals' })).toEqual([]);
});

test('shared, colleagues choose it, also as their default, and may not change it', async () => {
  const view = await as('northManager').create({
    list: 'accounts',
    name: '重点客户',
    search: { tag: '重点' },
    shared: true,
  });
  expect(await as('southRep').list({ list: 'accounts' })).toEqual([{ ...view, mine: false }]);
  await as('southRep').setDefault({ list: 'accounts', id: view.id });
  expect((await as('southRep').list({ list: 'accounts' }))[0]!.isDefault).toBe(true);
  expect((await as('northManager').list({ list: 'accounts' }))[0]!.isDefault).toBe(false);
  await expect(as('southRep').update({ id: view.id, name: '我的' })).rejects.toMatchObject({ code: 'record.notFound' });
  await expect(as('southRep').remove({ id: view.id })).rejects.toMatchObject({ code: 'record.notFound' });
  await as('southRep').setDefault({ list: 'accounts', id: null });
  expect((await as('southRep').list({ list: 'accounts' }))[0]!.isDefault).toBe(false);
});

test('renamed, changed, no longer shared, deleted', async () => {
  const view = await as('director').create({
    list: 'contacts',
    name: '院里的',
    search: { search: '设计院' },
    shared: true,
  });
  await as('director').setDefault({ list: 'contacts', id: view.id });
  expect(await as('director').update({ id: view.id, name: '设计院的人', search: {}, shared: false })).toEqual({
    ...view,
    name: '设计院的人',
    search: {},
    shared: false,
    isDefault: true,
  });
  expect(await as('admin').list({ list: 'contacts' })).toEqual([]);
  await as('director').remove({ id: view.id });
  expect(await as('director').list({ list: 'contacts' })).toEqual([]);
});

test('one name once, and not too many', async () => {
  const mine = as('presales');
  await mine.create({ list: 'deals', name: '一', search: {} });
  await expect(mine.create({ list: 'deals', name: ' 一 ', search })).rejects.toMatchObject({
    code: 'view.nameTaken',
    message: expect.stringContaining('“一”'),
  });
  const other = await mine.create({ list: 'deals', name: '二', search: {} });
  await expect(mine.update({ id: other.id, name: '一' })).rejects.toMatchObject({ code: 'view.nameTaken' });
  for (let at = 2; at < MOST_VIEWS; at++) await mine.create({ list: 'deals', name: `视图 ${at}`, search: {} });
  await expect(mine.create({ list: 'deals', name: '再来一个', search: {} })).rejects.toMatchObject({
    code: 'view.tooMany',
  });
});

test('another’s private view, another list’s view and another company’s are not found', async () => {
  const view = await as('service').create({ list: 'deals', name: '售后', search: {} });
  for (const [name, list] of [
    ['southRep', 'deals'],
    ['service', 'accounts'],
  ] as const)
    await expect(as(name).setDefault({ list, id: view.id })).rejects.toMatchObject({ code: 'record.notFound' });
  const other = await openTestCompany({ views: viewHandlers }, { database: company.database });
  const stranger = other.as(viewsContract, other.actors['director']!);
  await expect(stranger.remove({ id: view.id })).rejects.toMatchObject({ code: 'record.notFound' });
  expect(await stranger.list({ list: 'deals' })).toEqual([]);
});
