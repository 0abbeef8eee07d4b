import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '#shared/day.ts';
import { rescoreDeals } from '#deals/rescore.server.ts';
import { openDealsCompany } from '#deals/testing.server.ts';
import { todayContract } from '#today/today.contract.ts';
import { todayHandlers } from '#today/today.server.ts';

let at: Awaited<ReturnType<typeof openDealsCompany>>;
const rounds = async (name = 'northRep') => {
  const { deals } = await at.company.as(todayContract, at.company.actors[name]!).show({});
  return deals.round;
};

beforeAll(async () => {
  at = await openDealsCompany({ today: todayHandlers });
});
afterAll(() => at.close());

test('an account kept for years comes back when its plan review is due, with what to ask; other won deals do not', async () => {
  const [kept, sixStep] = [await at.newDeal('长期客户', { playbookId: 'key-account' }), await at.newDeal('一次买卖')];
  for (const [{ id }, stages] of [[kept, 3] as const, [sixStep, 5] as const]) {
    for (let stage = 1; stage <= stages; stage++) {
      const { deal } = await at.satisfyGate(id);
      const won = stage === stages ? { won: { reason: 'won.service' as const } } : {};
      await at.as('northRep').advance({ id, version: deal.version, ...won });
    }
  }
  expect((await at.as('northRep').show({ id: sixStep.id })).deal).toMatchObject({ state: 'won', finishedOn: null });
  const due = await rounds();
  expect(due).toMatchObject({ count: 1, more: 0 });
  expect(due.lines[0]).toMatchObject({ name: '长期客户', reasons: ['round'], ask: { check: 'plan-reviewed' } });
  expect(due.lines[0]!.ask!.others.length).toBeGreaterThan(0);

  const page = await at.satisfyGate(kept.id);
  expect(page.gate).toMatchObject({ endless: true, open: true });
  expect(await rounds()).toEqual({ count: 0, more: 0, lines: [] });
  expect((await rounds('northRep2')).count).toBe(0);

  // A quarter later what was written has faded; the night counts again how the deal stands.
  const later = addDays(page.deal.stageSince.slice(0, 10), 100);
  at.setClock(`${later}T02:00:00.000Z`);
  await rescoreDeals(at.company.database, at.company.tenantId, later);
  expect((await rounds()).lines).toMatchObject([{ name: '长期客户', ask: { check: 'plan-reviewed' } }]);
});
