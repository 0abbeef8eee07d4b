import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDealsCompany } from '#deals/testing.server.ts';
import { funnelContract } from '#funnel/funnel.contract.ts';
import { funnelHandlers } from '#funnel/funnel.server.ts';

let house: Awaited<ReturnType<typeof openDealsCompany>>;
const span = { from: '2026-03-01', to: '2026-06-30' };
const asked = { playbookId: 'six-step', ...span };
const funnel = (name = 'director') => house.company.as(funnelContract, house.company.actors[name]!);
const manager = () => house.as('northManager');
const override = { override: { reason: '先行推进' } };

/** Five deals of the north and one of the south, each with its fate. */
beforeAll(async () => {
  house = await openDealsCompany({ funnel: funnelHandlers });
  const { company, newDeal, setClock } = house;
  const enter = async (name: string, entered: 'discover' | 'evaluate') => {
    const deal = await newDeal(name, { amount: 100_00 });
    return manager().recordFacts({ id: deal.id, version: deal.version, values: { 'deal.enteredAt': entered } });
  };
  const advance = async (id: string) => {
    const { deal } = await manager().show({ id });
    const won = deal.stageId === 'commitment' ? { won: { reason: 'won.price' as const } } : {};
    return manager().advance({ id, version: deal.version, ...override, ...won });
  };
  setClock('2026-03-02T02:00:00.000Z');
  await enter('还在第一阶段', 'discover');
  const won = await enter('一路赢下', 'discover');
  const lost = await enter('第二阶段输掉', 'evaluate');
  const back = await enter('进了又退', 'discover');
  await house.as('southRep').create({ name: '南区的', playbookId: 'six-step', amount: 700, currency: 'USD' });
  setClock('2026-03-12T02:00:00.000Z');
  for (const { id } of [won, lost, back]) await advance(id);
  setClock('2026-04-01T02:00:00.000Z');
  const { deal: moved } = await manager().show({ id: back.id });
  await manager().moveBack({ id: back.id, version: moved.version, to: 'analyse', reason: '需求要重新确认' });
  const { deal: gone } = await manager().show({ id: lost.id });
  await manager().lose({ id: lost.id, version: gone.version, reason: 'lost.price' });
  for (let i = 0; i < 4; i++) await advance(won.id);
  await sql`insert into stage_paces (tenant_id, playbook_id, stage_id, usual_days, stays, counted_at)
    values (${company.tenantId}, 'six-step', 'analyse', 20, 9, now())`.execute(company.database.system);
});
afterAll(() => house.close());

const standing = async (more: object) =>
  (await funnel().show({ ...asked, ...more })).stages.reduce((sum, { standing }) => sum + standing.count, 0);

/** A few numbers of each kind, as this person is told them. */
const seenBy = async (name: string) => {
  const one = funnel(name);
  const standing = (await one.show(asked)).stages[0]!.standing.count;
  const entered = (await one.progress(asked)).conversions[0]!.entered;
  const past = (await one.pipeline({ on: '2026-03-05' })).total.count;
  const { bridges } = await one.changes({ from: '2026-03-01', to: '2026-03-05' });
  const slices = await one.slices({ ...asked, by: 'team' });
  return { standing, entered, past, closing: bridges.map(({ closing }) => closing.count), slices: slices.length };
};

describe('the funnel', () => {
  test('what stands, by stage and currency; what is won goes on in its column', async () => {
    const { columns, stages } = await funnel().show(asked);
    expect(columns.find(({ id }) => id === 'analyse')!.standing).toEqual({
      count: 3,
      unknown: 0,
      amounts: [
        { currency: 'CNY', amount: 200_00 },
        { currency: 'USD', amount: 700 },
      ],
    });
    expect(columns.find(({ id }) => id === 'collect')!.standing!.count).toBe(1);
    expect(columns.find(({ id }) => id === 'customer')).toMatchObject({ standing: null, accounts: 0 });
    const first = stages[0]!;
    expect(first.stays).toEqual({ n: 3, median: 10, p75: 10 });
    // Both northern and southern first-day deals stand for 30 days; the one that came back does not.
    expect(first).toMatchObject({ usualDays: 20, stuck: { count: 2 } });
    expect(stages[1]!.stuck).toBeNull();
  });

  test('of those that came into a stage, the share that went on, and what became of the others', async () => {
    const { conversions, cohorts } = await funnel().progress(asked);
    expect(conversions.slice(0, 2)).toEqual([
      { stageId: 'analyse', entered: 5, reached: 3, still: 2, lost: 0, parked: 0 },
      { stageId: 'trust', entered: 3, reached: 1, still: 1, lost: 1, parked: 0 },
    ]);
    expect(conversions.at(-1)).toEqual({ stageId: 'collect', entered: 1, reached: 0, still: 1, lost: 0, parked: 0 });
    expect(cohorts).toEqual([
      { month: '2026-03', entered: 5, reached: [5, 3, 1, 1, 1, 1], won: 1, lost: 1, parked: 0, open: 3 },
    ]);
    const april = await funnel().progress({ ...asked, from: '2026-04-01' });
    expect(april.conversions.map(({ entered }) => entered)).toEqual([0, 0, 1, 1, 1, 1]);
    expect(april.cohorts).toEqual([]);
  });

  test('every number opens its deals', async () => {
    const { stages } = await funnel().show(asked);
    const { conversions, cohorts } = await funnel().progress(asked);
    const count = async (more: object) => (await funnel().deals({ ...asked, ...more } as never)).rows.length;
    for (const [i, { stageId, standing, stuck }] of stages.entries()) {
      expect(await count({ set: 'standing', stageId })).toBe(standing.count);
      expect(await count({ set: 'stuck', stageId })).toBe(stuck?.count ?? 0);
      for (const set of ['entered', 'reached', 'still', 'lost', 'parked'] as const)
        expect({ stageId, set, n: await count({ set, stageId }) }).toEqual({ stageId, set, n: conversions[i]![set] });
      expect(await count({ set: 'month', month: '2026-03', stageId })).toBe(cohorts[0]!.reached[i]);
    }
    for (const state of ['won', 'lost', 'parked', 'open'] as const)
      expect(await count({ set: 'month', month: '2026-03', state })).toBe(cohorts[0]![state]);
    expect(await count({ set: 'month', month: '2026-02' })).toBe(0);
    expect(await count({ set: 'entered' })).toBe(0);
    const [slice] = await funnel().slices({ ...asked, by: 'team' });
    expect(await count({ set: 'sliceStanding', by: 'team', key: slice!.key })).toBe(slice!.standing.count);
  });

  test('win rates by when we came in, with how much they may be believed', async () => {
    const { entries } = await funnel().show(asked);
    expect(entries.slice(0, 2)).toMatchObject([
      { period: 'guiding', won: 1, lost: 0 },
      { period: 'competing', won: 0, lost: 1 },
    ]);
    expect(entries[0]!.interval!.low).toBeCloseTo(0.2065, 3);
    const { rows } = await funnel().deals({ ...asked, set: 'entryLost', period: 'competing' });
    expect(rows.map(({ name }) => name)).toEqual(['第二阶段输掉']);
    expect((await funnel().deals({ ...asked, set: 'entryWon', period: 'unknown' })).rows).toEqual([]);
  });

  test('a column that takes part of a stage counts the deals whose facts fit', async () => {
    const { rows } = await funnel().deals({ ...asked, set: 'standing', stageId: 'collect' });
    const order = async () => (await funnel().show(asked)).columns.find(({ id }) => id === 'order')!.standing!.count;
    expect(await order()).toBe(0);
    await sql`update deals set facts = '{"values":{"contract.state":"signed"},"lists":{"milestones":[]}}'
      where id = ${rows[0]!.id}`.execute(house.company.database.system);
    expect(await order()).toBe(1);
    const opened = await funnel().deals({ ...asked, set: 'column', columnId: 'order' });
    expect(opened.rows.map(({ id }) => id)).toEqual([rows[0]!.id]);
  });

  test('is narrowed by owner, team with all below it, grade and origin', async () => {
    const { teams, actors } = house.company;
    expect(await standing({})).toBe(4);
    expect(await standing({ teamId: teams.headquarters })).toBe(4);
    expect(await standing({ teamId: teams.south })).toBe(1);
    expect(await standing({ ownerId: actors['northRep']!.userId })).toBe(3);
    expect(await standing({ grade: 'A' })).toBe(0);
    expect(await standing({ origin: 'tender' })).toBe(0);
    expect(await standing({ productLine: '没有的' })).toBe(0);
    expect(await standing({ region: '没有的' })).toBe(0);
  });

  test('a manager sees her tree alone, in every number', async () => {
    expect(await seenBy('director')).toEqual({ standing: 3, entered: 5, past: 5, closing: [4, 1], slices: 2 });
    expect(await seenBy('northManager')).toEqual({ standing: 2, entered: 4, past: 4, closing: [4], slices: 1 });
    expect(await seenBy('southManager')).toEqual({ standing: 1, entered: 1, past: 1, closing: [1], slices: 1 });
    expect(await seenBy('northRep2')).toEqual({ standing: 0, entered: 0, past: 0, closing: [], slices: 0 });
  });

  test('a playbook that is not there is refused', async () => {
    for (const ask of [funnel().show, funnel().progress])
      await expect(ask({ ...asked, playbookId: 'none' })).rejects.toMatchObject({ code: 'playbook.unknown' });
    await expect(funnel().deals({ ...asked, playbookId: 'none', set: 'standing' })).rejects.toMatchObject({
      code: 'playbook.unknown',
    });
  });
});
