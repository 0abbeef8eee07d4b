import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Deal } from '#deals/deal.ts';
import { openDealsCompany } from '#deals/testing.server.ts';

let at: Awaited<ReturnType<typeof openDealsCompany>>;
beforeAll(async () => {
  at = await openDealsCompany();
});
afterAll(() => at.close());

test('a key account is won with the contract and then goes round: nobody finishes it', async () => {
  const rep = at.as('northRep');
  let deal: Deal = await at.newDeal('永兴集团年度合作', { playbookId: 'key-account' });
  const won = { reason: 'won.relationship' as const };
  for (const to of ['contact', 'cooperate', 'maintain']) {
    const { deal: ready } = await at.satisfyGate(deal.id);
    deal = await rep.advance({ id: deal.id, version: ready.version, ...(to === 'maintain' && { won }) });
    expect(deal.stageId).toBe(to);
  }
  expect(deal).toMatchObject({ state: 'won', closedOn: '2026-03-02', finishedOn: null });
  for (const ready of [false, true]) {
    const { version } = ready ? (await at.satisfyGate(deal.id)).deal : deal;
    await expect(rep.advance({ id: deal.id, version })).rejects.toMatchObject({ code: 'stage.endless', status: 409 });
    const override = { reason: '今年到此为止' };
    await expect(at.as('northManager').advance({ id: deal.id, version, override })).rejects.toMatchObject({
      code: 'stage.endless',
    });
  }
  const { gate } = await rep.show({ id: deal.id });
  expect(gate).toMatchObject({ endless: true, open: true });
  at.setClock('2026-06-10T02:00:00.000Z');
  const due = (await rep.show({ id: deal.id })).gate.misses.flatMap((miss) =>
    miss.kind === 'check' ? [miss.check] : [],
  );
  expect(due).toContain('plan-reviewed');
});
