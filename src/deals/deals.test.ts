import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDealsCompany } from '#deals/testing.server.ts';
import { builtInPlaybooks } from '#playbooks/playbook-store.server.ts';
import { playbooksContract } from '#playbooks/playbooks.contract.ts';
import { winningStage } from '#deals/deal-decisions.ts';
import type { Deal } from '#deals/deal.ts';

let at: Awaited<ReturnType<typeof openDealsCompany>>;
const as = (name: string) => at.as(name);

beforeAll(async () => {
  at = await openDealsCompany();
});
afterAll(() => at.close());

test('a deal starts in the first stage, as a lead, and its page tells what the gate misses', async () => {
  const deal = await at.newDeal('首钢轧机改造');
  expect(deal).toMatchObject({ stageId: at.sixStep.playbook.stages[0]!.id, class: 'lead', state: 'open', version: 1 });
  const { gate, stages } = await as('northRep').show({ id: deal.id });
  expect(gate.open).toBe(false);
  const starred = at.sixStep.playbook.stages[0]!.checks.filter(({ mandatory }) => mandatory).map(({ id }) => id);
  expect(gate.misses.flatMap((miss) => (miss.kind === 'check' ? [miss.check] : []))).toEqual(starred);
  expect(gate.misses.every(({ act, words }) => act.by >= '2026-03-02' && words.zh !== '' && act.act.en !== '')).toBe(
    true,
  );
  expect(stages[0]).toEqual({ id: at.sixStep.playbook.stages[0]!.id, met: 0, total: starred.length });
});

describe('the gate', () => {
  test('refuses with every miss, opens on evidence, and the whole method can be walked to the end', async () => {
    let deal: Deal = await at.newDeal('鞍钢除尘');
    const won = { reason: 'won.solution' as const };
    await expect(as('northRep').advance({ id: deal.id, version: deal.version })).rejects.toMatchObject({
      code: 'gate.closed',
      status: 409,
      data: { misses: expect.arrayContaining([expect.objectContaining({ kind: 'check' })]) },
      message: expect.stringContaining('补齐证据'),
    });
    for (const stage of at.sixStep.playbook.stages) {
      expect(deal.stageId).toBe(stage.id);
      const page = await at.satisfyGate(deal.id);
      expect(page.gate.misses).toEqual([]);
      const version = page.deal.version;
      const wins = stage.id === winningStage(at.sixStep);
      const unexplained = as('northRep').advance({ id: deal.id, version });
      const outcome = await (wins ? unexplained.catch(({ code }: { code: string }) => ({ code })) : unexplained);
      expect('code' in outcome && outcome.code).toBe(wins && 'deal.winReasonRequired');
      deal = 'code' in outcome ? await as('northRep').advance({ id: deal.id, version, won }) : outcome;
    }
    expect(deal).toMatchObject({
      state: 'won',
      reason: 'won.solution',
      closedOn: '2026-03-02',
      finishedOn: '2026-03-02',
    });
    await expect(as('northRep').advance({ id: deal.id, version: deal.version })).rejects.toMatchObject({
      code: 'deal.finished',
    });
  });

  test('is opened by a manager with a reason, is shown until healed, and never by a rep', async () => {
    const deal = await at.newDeal('本钢焦化');
    const ask = { id: deal.id, version: 1, override: { reason: '客户总经理当面要求下周签' } };
    await expect(as('northRep').advance(ask)).rejects.toMatchObject({ code: 'override.notAllowed', status: 403 });
    await expect(as('northManager').advance({ ...ask, override: { reason: '  ' } })).rejects.toMatchObject({
      code: 'override.reasonRequired',
    });
    const advanced = await as('northManager').advance(ask);
    expect(advanced.stageId).toBe(at.sixStep.playbook.stages[1]!.id);
    expect(advanced.overrides).toEqual([
      expect.objectContaining({ by: at.company.actors['northManager']!.userId, reason: ask.override.reason }),
    ]);
    const { rows } = await as('northRep').list({ search: '本钢' });
    expect(rows[0]).toMatchObject({ overridden: true });
  });

  test('two people advancing at once: one wins, the other is told', async () => {
    const deal = await at.newDeal('同时推进');
    const page = await at.satisfyGate(deal.id);
    const ask = { id: deal.id, version: page.deal.version };
    const both = await Promise.allSettled([as('northRep').advance(ask), as('northManager').advance(ask)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'record.changed' } });
  });

  test('moves back to an earlier stage with a reason; evidence stays', async () => {
    const deal = await at.newDeal('退回');
    const page = await at.satisfyGate(deal.id);
    const advanced = await as('northRep').advance({ id: deal.id, version: page.deal.version });
    const { id, version } = advanced;
    const [first, second] = at.sixStep.playbook.stages;
    await expect(as('northRep').moveBack({ id, version, to: first!.id, reason: ' ' })).rejects.toMatchObject({
      code: 'retreat.reasonRequired',
    });
    await expect(as('northRep').moveBack({ id, version, to: second!.id, reason: 'x' })).rejects.toMatchObject({
      code: 'stage.notEarlier',
    });
    await expect(as('northRep').moveBack({ id, version, to: 'nowhere', reason: 'x' })).rejects.toMatchObject({
      code: 'stage.unknown',
    });
    const back = await as('northRep').moveBack({ id, version, to: first!.id, reason: '决策人换了' });
    expect(back.stageId).toBe(first!.id);
    expect((await as('northRep').show({ id })).evidence.length).toBeGreaterThan(0);
  });

  test('closes again as evidence fades', async () => {
    const deal = await at.newDeal('证据老化');
    await at.satisfyGate(deal.id);
    expect((await as('northRep').show({ id: deal.id })).gate.open).toBe(true);
    at.setClock('2027-03-02T02:00:00.000Z');
    const { gate } = await as('northRep').show({ id: deal.id });
    expect(gate.open).toBe(false);
    expect(gate.misses.some((miss) => miss.kind === 'check' && miss.state === 'stale')).toBe(true);
    at.setClock('2026-03-02T02:00:00.000Z');
  });
});

test('parks with a revisit date, loses with winner and price gap, reopens', async () => {
  const deal = await at.newDeal('起落');
  const parked = await as('northRep').park({
    id: deal.id,
    version: 1,
    reason: 'parked.budget',
    revisitOn: '2026-06-01',
  });
  expect(parked).toMatchObject({ state: 'parked', revisitOn: '2026-06-01' });
  const { id } = deal;
  await expect(as('northRep').advance({ id, version: 2 })).rejects.toMatchObject({ code: 'deal.notOpen' });
  const lost = await as('northRep').lose({
    id,
    version: 2,
    reason: 'lost.price',
    winner: '华北重工',
    priceGap: 12_000_000,
  });
  expect(lost).toMatchObject({ state: 'lost', winner: '华北重工', priceGap: 12_000_000, closedOn: '2026-03-02' });
  const open = await as('northRep').reopen({ id, version: 3, reason: '中标方弃标' });
  expect(open).toMatchObject({ state: 'open', winner: null, priceGap: null, closedOn: null });
  await expect(as('northRep').reopen({ id, version: 4, reason: 'x' })).rejects.toMatchObject({
    code: 'deal.notClosed',
  });
});

describe('visibility', () => {
  test('a rep sees her own, a manager her tree, the deal team what it works on; others find nothing', async () => {
    const { id } = await at.newDeal('可见范围');
    for (const name of ['northRep', 'northManager', 'director', 'presales'])
      expect((await as(name).show({ id })).deal.id).toBe(id);
    for (const name of ['northRep2', 'southManager', 'southRep'])
      await expect(as(name).show({ id })).rejects.toMatchObject({ code: 'record.notFound', status: 404 });
    await as('northRep').setMembers({
      id,
      version: 1,
      members: [{ userId: at.company.actors['southRep']!.userId, role: 'presales' }],
    });
    expect((await as('southRep').show({ id })).members).toHaveLength(1);
    // Who works on a deal may not give it away; who owns it may.
    const { version } = (await as('southRep').show({ id })).deal;
    const self = at.company.actors['southRep']!.userId;
    await expect(as('southRep').assign({ id, version, ownerId: self })).rejects.toMatchObject({ code: 'owner.other' });
    expect((await as('southRep').list({ search: '可见' })).rows).toHaveLength(1);
  });

  test('references to what one may not see are refused', async () => {
    const stranger = '01890000-0000-7000-8000-000000000000';
    await expect(at.newDeal('x', { accountId: stranger })).rejects.toMatchObject({ code: 'account.unknown' });
    await expect(at.newDeal('x', { playbookId: 'none' })).rejects.toMatchObject({ code: 'playbook.unknown' });
    await expect(at.newDeal('x', { ownerId: stranger })).rejects.toMatchObject({ code: 'user.unknown' });
    const lines = [{ productId: stranger, quantity: 1, unitPrice: 1 }];
    await expect(at.newDeal('x', { lines })).rejects.toMatchObject({ code: 'product.unknown' });
  });
});

test('the board counts every column and goes on where its cards end', async () => {
  for (let i = 0; i < 5; i++) await as('southRep').create({ name: `看板 ${i}`, playbookId: 'industrial', amount: 100 });
  const { columns } = await as('southRep').board({ playbookId: 'industrial', cards: 2 });
  expect(columns).toEqual([expect.objectContaining({ count: 5, amount: 500 })]);
  const [column] = columns;
  expect(column!.cards).toHaveLength(2);
  const rest = await as('southRep').list({
    playbookId: 'industrial',
    state: 'open',
    stageId: column!.stageId,
    after: column!.next!,
  });
  expect(rest.rows).toHaveLength(3);
});

test('the playbooks that ship can be read', async () => {
  const list = await at.company.as(playbooksContract, at.company.actors['northRep']!).list({});
  const shipped = (await builtInPlaybooks()).map(({ playbook }) => playbook);
  expect(list.map(({ id }) => id)).toEqual(shipped.map(({ id }) => id).toSorted());
  const { id, version } = list.find((book) => book.id === 'industrial')!;
  const playbook = await at.company.as(playbooksContract, at.company.actors['northRep']!).show({ id, version });
  expect(playbook.stages.length).toBe(6);
});
