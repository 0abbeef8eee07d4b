import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dealsContract } from '#deals/deals.contract.ts';
import { dealHandlers } from '#deals/deals.server.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { searchContract } from '#search/search.contract.ts';
import { searchHandlers } from '#search/search.server.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';
import { taskHandlers } from '#tasks/tasks.server.ts';
import { todayContract } from '#today/today.contract.ts';
import { todayHandlers } from '#today/today.server.ts';

let company: TestCompany;
const now = '2026-03-02T02:00:00.000Z';
const rep = () => company.actors['northRep']!;
const today = () => company.as(todayContract, rep()).show({});
const find = () => company.as(searchContract, rep()).find({ text: '水厂' });

beforeAll(async () => {
  company = await openTestCompany(
    { today: todayHandlers, search: searchHandlers, deals: dealHandlers, tasks: taskHandlers },
    { now: () => new Date(now) },
  );
  await company.database.write(company.tenantId, (tx) => installPlaybooks(tx, company.tenantId, now));
});
afterAll(() => company.close());

async function add(count: number) {
  const deals = company.as(dealsContract, rep());
  const tasks = company.as(tasksContract, rep());
  for (let at = 0; at < count; at++) {
    const deal = await deals.create({ name: `水厂改造 ${at}`, playbookId: 'six-step', closeOn: '2026-03-05' });
    await tasks.create({ title: '约谈', dueOn: '2026-03-03', subjectKind: 'deal', subjectId: deal.id });
  }
}

/** How many statements a request sends, transaction control left out. */
async function statements(request: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(Client.prototype, 'query');
  await request();
  const sent = spy.mock.calls.map(([query]) => (typeof query === 'string' ? query : (query as { text: string }).text));
  spy.mockRestore();
  return sent.filter((text) => !/^(begin|commit|rollback)/i.test(text)).length;
}

test('the workbench and the search box send as many statements for many records as for few', async () => {
  await add(1);
  await today();
  const few = { today: await statements(today), find: await statements(find) };
  await add(12);
  expect({ today: await statements(today), find: await statements(find) }).toEqual(few);
  // One that says how to plan and one that takes it back; of each of the three kinds the ids of names that begin so, of
  // those that have it inside, and what is shown of them.
  expect(few.find).toBeLessThanOrEqual(11);
  expect(few.today).toBeLessThanOrEqual(7);
});
