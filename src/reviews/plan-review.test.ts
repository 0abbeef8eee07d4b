import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#platform/id.server.ts';
import { monday, openReviewsCompany } from '#reviews/testing.server.ts';

let co: Awaited<ReturnType<typeof openReviewsCompany>>;
beforeAll(async () => {
  co = await openReviewsCompany();
});
afterAll(() => co.close());
beforeEach(() => co.house.setClock('2026-03-02T02:00:00.000Z'));

describe('planning', () => {
  test('a team review puts what most needs talk first; its chair leaves out, orders and adds', async () => {
    const [calm, late, other] = [
      await co.newDeal(),
      await co.newDeal({ closeOn: '2026-02-01' }),
      await co.newDeal({ amount: 1 }),
    ];
    const team = { kind: 'team', teamId: co.house.company.teams.north } as const;
    const review = await co.as('northManager').create({ ...monday, about: team });
    const page = await co.as('northManager').show({ id: review.id });
    expect(page.review).toMatchObject({ state: 'planned', kind: 'team', teamName: 'North', chairName: 'northManager' });
    expect(page.review.members.map(({ name }) => name)).toEqual(['northManager', 'northRep']);
    const ids = page.items.map(({ deal }) => deal.id);
    expect(ids).toEqual(expect.arrayContaining([calm.id, late.id, other.id]));
    expect(page.items[0]).toMatchObject({ deal: { id: late.id }, reasons: ['slipping'], frozen: false });
    expect(page.items[0]!.agenda.misses.length).toBeGreaterThan(0);

    const picked = await co.as('northManager').setAgenda({
      id: review.id,
      version: review.version,
      dealIds: [calm.id, late.id],
    });
    const { items } = await co.as('northManager').show({ id: review.id });
    expect(items.map(({ deal }) => deal.id)).toEqual([calm.id, late.id]);
    const { rows } = await co.as('northManager').candidates({ id: review.id });
    expect(rows.map(({ id }) => id)).toContain(other.id);
    expect(rows.map(({ id }) => id)).not.toContain(calm.id);
    await expect(
      co.as('northManager').setAgenda({ id: review.id, version: review.version, dealIds: [] }),
    ).rejects.toMatchObject({ code: 'record.changed' });
    expect(picked.version).toBe(review.version + 1);
  });

  test('what was said of a deal that was left out is there again when it comes back', async () => {
    const [one, two] = [await co.newDeal(), await co.newDeal()];
    const review = await co
      .as('northManager')
      .create({ ...monday, about: { kind: 'deals', dealIds: [one.id, two.id] } });
    const { items } = await co.as('northManager').show({ id: review.id });
    const item = items.find(({ deal }) => deal.id === two.id)!;
    await co.as('northRep').comment({ id: review.id, itemId: item.id, body: '上周刚见过总会计师' });
    const without = await co.as('northManager').setAgenda({ id: review.id, version: 1, dealIds: [one.id] });
    await expect(co.as('northRep').comment({ id: review.id, itemId: item.id, body: '?' })).rejects.toMatchObject({
      code: 'record.notFound',
    });
    await co.as('northManager').setAgenda({ id: review.id, version: without.version, dealIds: [two.id, one.id] });
    const again = await co.as('northManager').show({ id: review.id });
    expect(again.items[0]).toMatchObject({ id: item.id, comments: [{ body: '上周刚见过总会计师' }] });
  });

  test('name, day and members are changed; who is asked to come is told', async () => {
    const deal = await co.newDeal();
    const review = await co.as('northManager').create({ ...monday, about: { kind: 'deals', dealIds: [deal.id] } });
    const changed = await co.as('northManager').update({
      id: review.id,
      version: 1,
      name: '周二评审',
      on: '2026-03-03',
      memberIds: [co.idOf('northRep'), co.idOf('presales')],
    });
    expect(changed).toMatchObject({ name: '周二评审', on: '2026-03-03', version: 2 });
    expect(changed.members.map(({ name }) => name).toSorted()).toEqual(['northManager', 'northRep', 'presales']);
    expect(await co.as('northManager').update({ id: review.id, version: 2, name: '周二评审' })).toEqual(changed);
    expect((await co.told('presales'))[0]).toMatchObject({ kind: 'review.invited', facts: { name: '周二评审' } });
    expect((await co.told('northRep'))[0]).toMatchObject({ kind: 'review.invited', facts: { heldOn: '2026-03-02' } });
    expect((await co.told('northManager')).filter(({ kind }) => kind === 'review.invited')).toEqual([]);
  });

  test('refusals: a team outside her scope, one without deals, deals she does not see, people who are not here', async () => {
    const plan = (
      who: string,
      about: Parameters<ReturnType<typeof co.as>['create']>[0]['about'],
      memberIds: string[] = [],
    ) => co.as(who).create({ ...monday, about, memberIds });
    const { north, south } = co.house.company.teams;
    const deal = await co.newDeal();
    await expect(plan('northRep', { kind: 'team', teamId: north })).rejects.toMatchObject({
      code: 'review.teamOther',
    });
    await expect(plan('northManager', { kind: 'team', teamId: south })).rejects.toMatchObject({
      code: 'review.teamOther',
    });
    await expect(plan('southManager', { kind: 'team', teamId: south })).rejects.toMatchObject({
      code: 'review.noDeals',
    });
    await expect(plan('director', { kind: 'team', teamId: newId() })).rejects.toMatchObject({
      code: 'record.notFound',
    });
    await expect(plan('southManager', { kind: 'deals', dealIds: [deal.id] })).rejects.toMatchObject({
      code: 'record.notFound',
    });
    await expect(plan('northManager', { kind: 'deals', dealIds: [deal.id] }, [newId()])).rejects.toMatchObject({
      code: 'user.unknown',
    });
    await expect(plan('auditor', { kind: 'deals', dealIds: [deal.id] })).rejects.toMatchObject({
      code: 'permission.missing',
    });
    const review = await plan('northRep', { kind: 'deals', dealIds: [deal.id] });
    await expect(co.as('northRep').update({ id: review.id, version: 1, memberIds: [newId()] })).rejects.toMatchObject({
      code: 'user.unknown',
    });
  });
});
