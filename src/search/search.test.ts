import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { accountHandlers } from '#accounts/accounts.server.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { contactHandlers } from '#people/contacts.server.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { dealHandlers } from '#deals/deals.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { searchContract } from '#search/search.contract.ts';
import { searchHandlers } from '#search/search.server.ts';

let company: TestCompany;
const find = (name: string, text: string) => company.as(searchContract, company.actors[name]!).find({ text });
const namesOf = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

beforeAll(async () => {
  company = await openTestCompany({
    search: searchHandlers,
    accounts: accountHandlers,
    contacts: contactHandlers,
    deals: dealHandlers,
  });
  const { tenantId, actors } = company;
  await company.database.write(tenantId, (tx) => installPlaybooks(tx, tenantId, '2026-01-01T00:00:00.000Z'));
  const accounts = company.as(accountsContract, actors['northRep']!);
  const contacts = company.as(contactsContract, actors['northRep']!);
  const deals = company.as(dealsContract, actors['northRep']!);
  const steel = await accounts.create({ name: '江宁钢铁集团有限公司', city: '南京' });
  await contacts.create({ name: '钱文博', accountId: steel.id, title: '信息中心主任', mobile: '138 1234 5678' });
  await deals.create({ name: 'MES二期', accountId: steel.id, playbookId: 'six-step', amount: 100 });
  await deals.create({ name: '钢铁云平台', playbookId: 'six-step' });
  await company.as(accountsContract, actors['southRep']!).create({ name: '南海钢铁股份有限公司' });
});
afterAll(() => company.close());

describe('search', () => {
  test('two Chinese characters find accounts, contacts and deals; names that begin with them come first', async () => {
    const { accounts, contacts, deals } = await find('northRep', '钢铁');
    expect(accounts).toEqual([
      { id: expect.any(String), name: '江宁钢铁集团有限公司', industry: null, place: '南京', ownerName: 'northRep' },
    ]);
    expect(contacts).toEqual([]);
    expect(namesOf(deals)).toEqual(['钢铁云平台', 'MES二期']);
    expect(deals[1]).toMatchObject({ accountName: '江宁钢铁集团有限公司', state: 'open', amount: 100 });
  });

  test('pinyin initials, titles and telephone numbers find', async () => {
    expect(namesOf((await find('northRep', 'jngt')).accounts)).toEqual(['江宁钢铁集团有限公司']);
    expect(namesOf((await find('northRep', 'qwb')).contacts)).toEqual(['钱文博']);
    expect(namesOf((await find('northRep', '13812345')).contacts)).toEqual(['钱文博']);
    expect((await find('northRep', '信息中心')).contacts).toMatchObject([{ accountName: '江宁钢铁集团有限公司' }]);
  });

  test('the same slices in another order are not an answer', async () => {
    expect((await find('northRep', '铁钢铁')).accounts).toEqual([]);
  });

  test('nobody finds what she may not see', async () => {
    expect(await find('northRep2', '钢铁')).toEqual({ accounts: [], contacts: [], deals: [] });
    expect(namesOf((await find('southRep', '钢铁')).accounts)).toEqual(['南海钢铁股份有限公司']);
    expect((await find('southRep', '钱文博')).contacts).toEqual([]);
    expect((await find('northManager', '钢铁')).accounts).toHaveLength(1);
    expect((await find('director', '钢铁')).accounts).toHaveLength(2);
  });

  test('another company’s records stay its own', async () => {
    const other = await openTestCompany({ search: searchHandlers }, { database: company.database });
    expect(await other.as(searchContract, other.actors['director']!).find({ text: '钢铁' })).toEqual({
      accounts: [],
      contacts: [],
      deals: [],
    });
  });

  test.each(["'", '%', '_', '\\', '"; drop table deals --', '{}', '（）', '🐉', '\u202e钢铁', 'a'.repeat(100), ' '])(
    '%j is only text',
    async (text) => {
      const { accounts } = await find('director', text);
      expect(accounts.length).toBeLessThanOrEqual(2);
    },
  );

  test('whoever may not read deals finds none', async () => {
    const key = {
      ...company.actors['northRep']!,
      userId: crypto.randomUUID(),
      scope: 'all' as const,
      keyScopes: ['account.read' as const],
    };
    const found = await company.as(searchContract, key).find({ text: '钢铁' });
    expect(found.accounts).toHaveLength(2);
    expect(found.deals).toEqual([]);
  });

  test('too much text is refused', async () => {
    await expect(find('director', '钢'.repeat(101))).rejects.toMatchObject({ code: 'input.invalid' });
  });
});
