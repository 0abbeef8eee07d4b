import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDealsCompany } from '#deals/testing.server.ts';
import { newId } from '#platform/id.server.ts';
import { reviewsContract } from '#reviews/reviews.contract.ts';
import { reviewHandlers } from '#reviews/reviews.server.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';
import { taskHandlers } from '#tasks/tasks.server.ts';

/** Who sees which review, and what of it. */
let house: Awaited<ReturnType<typeof openDealsCompany>>;
const as = (name: string) => house.company.as(reviewsContract, house.company.actors[name]!);
const idOf = (name: string) => house.company.actors[name]!.userId;
const dealOf = (name: string, title: string) =>
  house.as(name).create({ name: title, playbookId: 'six-step', amount: 1_000_000 });

beforeAll(async () => {
  house = await openDealsCompany({ reviews: reviewHandlers, tasks: taskHandlers });
});
afterAll(() => house.close());

async function both(memberIds: string[] = []) {
  const deals = [await dealOf('northRep', '北方水厂'), await dealOf('southRep', '南方电厂')];
  const about = { kind: 'deals' as const, dealIds: deals.map(({ id }) => id) };
  const { id, version } = await as('director').create({ name: '大单会', on: '2026-03-02', about, memberIds });
  await as('director').start({ id, version });
  return { id, deals };
}

describe('a review of deals of two teams', () => {
  test('each reader is shown the deals that she may see, and no word of the others', async () => {
    const { id, deals } = await both();
    const { items } = await as('director').show({ id });
    const south = items.find(({ deal }) => deal.id === deals[1]!.id)!;
    await as('director').write({ id, itemId: south.id, version: south.version, notes: '南方机密' });
    await as('director').addPoint({ id, itemId: south.id, kind: 'vulnerability', text: '南方机密' });
    const seen = await as('northRep').show({ id });
    expect(seen.items.map(({ deal }) => deal.name)).toEqual(['北方水厂']);
    expect(JSON.stringify(seen.items)).not.toContain('南方');
    for (const name of ['northManager', 'presales'])
      expect((await as(name).show({ id })).items.map(({ deal }) => deal.name)).toEqual(['北方水厂']);
    const at = { id, itemId: south.id };
    const notFound = { code: 'record.notFound' };
    await expect(as('northRep').write({ ...at, version: 1, notes: '?' })).rejects.toMatchObject(notFound);
    await expect(as('northRep').comment({ ...at, body: '?' })).rejects.toMatchObject(notFound);
    await expect(as('northRep').addPoint({ ...at, kind: 'question', text: '?' })).rejects.toMatchObject(notFound);
    await expect(
      as('northRep').addAct({ ...at, title: '?', ownerId: idOf('northRep'), dueOn: '2026-03-06' }),
    ).rejects.toMatchObject(notFound);
  });

  test('its summary is for those who took part, and those who see every deal', async () => {
    const { id } = await both();
    const { review } = await as('director').show({ id });
    await as('director').close({ id, version: review.version, summary: '南北都说到了' });
    const summary = async (name: string) => (await as(name).show({ id })).review.summary;
    expect(await summary('director')).toBe('南北都说到了');
    expect(await summary('northRep')).toBe('南北都说到了');
    expect(await summary('northManager')).toBeNull();
    expect(await summary('auditor')).toBe('南北都说到了');
  });

  test('its chair who may not see a deal leaves it where it is', async () => {
    const { id, deals } = await both();
    const page = await as('northManager').show({ id });
    const more = await dealOf('northRep', '北方泵站');
    await as('northManager').setAgenda({ id, version: page.review.version, dealIds: [deals[0]!.id, more.id] });
    const { items } = await as('director').show({ id });
    expect(items.map(({ deal }) => deal.name)).toEqual(['北方水厂', '北方泵站', '南方电厂']);
  });
});

test('who sees none of its deals and takes no part finds nothing; who takes part finds an empty agenda', async () => {
  const deal = await dealOf('northRep', '北方机密');
  const about = { kind: 'deals' as const, dealIds: [deal.id] };
  const open = { name: '机密会', on: '2026-03-02', about };
  const { id } = await as('northManager').create(open);
  const notFound = { code: 'record.notFound' };
  await expect(as('southRep').show({ id })).rejects.toMatchObject(notFound);
  await expect(as('southManager').start({ id, version: 1 })).rejects.toMatchObject(notFound);
  expect((await as('southRep').list({})).rows.map((row) => row.id)).not.toContain(id);
  const guests = await as('northManager').create({ ...open, memberIds: [idOf('southRep')] });
  expect((await as('southRep').show({ id: guests.id })).items).toEqual([]);
  const row = (await as('southRep').list({})).rows.find((one) => one.id === guests.id);
  expect(row).toMatchObject({ deals: 0, acts: 0 });
});

test('a task tells its review only to who sees the deal', async () => {
  const deal = await dealOf('northRep', '北方设计院');
  const about = { kind: 'deals' as const, dealIds: [deal.id] };
  const { id } = await as('northManager').create({ name: '评审', on: '2026-03-02', about });
  const { items } = await as('northManager').show({ id });
  const act = { id, itemId: items[0]!.id, title: '借样机', dueOn: '2026-03-06' };
  await as('northManager').addAct({ ...act, ownerId: idOf('southRep') });
  const { rows } = await house.company.as(tasksContract, house.company.actors['southRep']!).mine({});
  expect(rows.find(({ title }) => title === '借样机')).toMatchObject({ reviewId: null, subjectName: null });
});

describe('lists', () => {
  test('upcoming and past, mine, of a deal; newest first or soonest first', async () => {
    const deal = await dealOf('northRep', '北方列表');
    const about = { kind: 'deals' as const, dealIds: [deal.id] };
    const plan = (who: string, name: string, on: string) => as(who).create({ name, on, about });
    const past = await plan('northManager', '过去', '2026-02-01');
    await as('northManager').start({ id: past.id, version: 1 });
    await as('northManager').close({ id: past.id, version: 2 });
    await plan('northManager', '下周', '2026-03-09');
    await plan('director', '下月', '2026-04-01');
    const names = async (who: string, input: object) =>
      (await as(who).list({ dealId: deal.id, ...input })).rows.map(({ name }) => name);
    expect(await names('northManager', {})).toEqual(['下月', '下周', '过去']);
    expect(await names('northManager', { when: 'upcoming', order: 'asc' })).toEqual(['下周', '下月']);
    expect(await names('northManager', { when: 'past' })).toEqual(['过去']);
    expect(await names('northManager', { mine: true })).toEqual(['下周', '过去']);
    expect(await names('southRep', {})).toEqual([]);
    const first = await as('northManager').list({ dealId: deal.id, limit: 2 });
    const rest = await as('northManager').list({ dealId: deal.id, limit: 2, after: first.next! });
    expect([...first.rows, ...rest.rows].map(({ name }) => name)).toEqual(['下月', '下周', '过去']);
    expect((await as('northManager').list({ dealId: newId() })).rows).toEqual([]);
  });

  test('count the acts that are given and done', async () => {
    const deal = await dealOf('northRep', '北方计数');
    const { id } = await as('northManager').create({
      name: '计数',
      on: '2026-03-02',
      about: { kind: 'deals', dealIds: [deal.id] },
    });
    const { items } = await as('northManager').show({ id });
    const act = { id, itemId: items[0]!.id, ownerId: idOf('northRep'), dueOn: '2026-03-06' };
    const { taskId } = await as('northManager').addAct({ ...act, title: '一' });
    await as('northManager').addAct({ ...act, title: '二' });
    await house.company
      .as(tasksContract, house.company.actors['northRep']!)
      .finish({ id: taskId, version: 1, done: true });
    const [row] = (await as('northRep').list({ dealId: deal.id })).rows;
    expect(row).toMatchObject({ deals: 1, acts: 2, actsDone: 1, state: 'planned', chairName: 'northManager' });
  });
});

/** How many statements a request sends, transaction control left out. */
async function statements(request: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(Client.prototype, 'query');
  await request();
  const sent = spy.mock.calls.map(([query]) => (typeof query === 'string' ? query : (query as { text: string }).text));
  spy.mockRestore();
  return sent.filter((text) => !/^(begin|commit|rollback)/i.test(text)).length;
}

async function statementsOf(count: number) {
  const deals = [];
  for (let at = 0; at < count; at++) deals.push(await dealOf('northRep', `数 ${at}`));
  const about = { kind: 'deals' as const, dealIds: deals.map(({ id }) => id) };
  const { id } = await as('northManager').create({ name: '数', on: '2026-03-02', about });
  const asked = {
    show: await statements(() => as('northManager').show({ id })),
    candidates: await statements(() => as('northManager').candidates({ id })),
    list: await statements(() => as('northManager').list({})),
    start: await statements(() => as('northManager').start({ id, version: 1 })),
    held: await statements(() => as('northManager').show({ id })),
  };
  return asked;
}

test('a review of many deals sends as many statements as one of a single deal', async () => {
  const few = await statementsOf(1);
  expect(await statementsOf(9)).toEqual(few);
  expect(few.show).toBeLessThanOrEqual(17);
});
