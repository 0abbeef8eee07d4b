import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#platform/id.server.ts';
import { monday, openReviewsCompany } from '#reviews/testing.server.ts';

let co: Awaited<ReturnType<typeof openReviewsCompany>>;
beforeAll(async () => {
  co = await openReviewsCompany();
});
afterAll(() => co.close());
beforeEach(() => co.house.setClock('2026-03-02T02:00:00.000Z'));

describe('the session', () => {
  test('from its beginning the agenda stays as people saw it; deals are only added', async () => {
    const [deal, more] = [await co.newDeal(), await co.newDeal()];
    const { review, item } = await co.held([deal.id]);
    const before = item.agenda.misses;
    expect(item.frozen).toBe(true);
    await co.house.satisfyGate(deal.id);
    const again = await co.as('northManager').show({ id: review.id });
    expect(again.items[0]!.agenda.misses).toEqual(before);
    const at = { id: review.id, version: review.version };
    await expect(co.as('northManager').setAgenda({ ...at, dealIds: [more.id] })).rejects.toMatchObject({
      code: 'review.frozen',
    });
    await co.as('northManager').setAgenda({ ...at, dealIds: [deal.id, more.id] });
    const { items } = await co.as('northManager').show({ id: review.id });
    expect(items.map((one) => [one.deal.id, one.frozen])).toEqual([
      [deal.id, true],
      [more.id, true],
    ]);
  });

  test('two people write notes: the second is told, nothing is lost', async () => {
    const { review, item } = await co.held([(await co.newDeal()).id]);
    const at = { id: review.id, itemId: item.id, version: item.version };
    const saved = await co.as('northManager').write({ ...at, notes: '总会计师还没见' });
    expect(saved).toMatchObject({ notes: '总会计师还没见', version: item.version + 1, discussed: false });
    await expect(co.as('northRep').write({ ...at, notes: '我来约' })).rejects.toMatchObject({ code: 'record.changed' });
    await co.as('northRep').write({ ...at, version: saved.version, decision: '先约见', discussed: true });
    const { items } = await co.as('northManager').show({ id: review.id });
    expect(items[0]).toMatchObject({
      notes: '总会计师还没见',
      decision: '先约见',
      discussed: true,
      updatedByName: 'northRep',
    });
  });

  test('questions are answered, vulnerabilities noted; acts become tasks of their owners', async () => {
    const deal = await co.newDeal();
    const { review, item } = await co.held([deal.id]);
    const at = { id: review.id, itemId: item.id };
    const asked = await co.as('northManager').addPoint({
      ...at,
      kind: 'question',
      text: '预算谁批？',
      answer: '总会计师',
    });
    const changed = await co.as('northRep').changePoint({
      id: review.id,
      pointId: asked.id,
      version: 1,
      answer: '院长办公会',
    });
    expect(changed).toMatchObject({ text: '预算谁批？', answer: '院长办公会', version: 2, state: null });
    await expect(
      co.as('northRep').changePoint({ id: review.id, pointId: asked.id, version: 1, answer: '?' }),
    ).rejects.toMatchObject({ code: 'record.changed' });
    const weak = await co.as('northManager').addPoint({ ...at, kind: 'vulnerability', text: '拍板人没见过' });
    expect(weak).toMatchObject({ kind: 'vulnerability', state: 'unanswered' });
    const act = await co.as('northManager').addAct({
      ...at,
      title: '约总会计师',
      ownerId: co.idOf('northRep'),
      dueOn: '2026-03-06',
      pointId: weak.id,
    });
    expect(act).toMatchObject({ ownerName: 'northRep', state: 'open', pointId: weak.id });
    const list = await co.tasks('northRep').list({ subjectKind: 'deal', subjectId: deal.id });
    expect(list.rows).toMatchObject([{ id: act.taskId, title: '约总会计师', reviewId: review.id }]);
    expect((await co.told('northRep'))[0]).toMatchObject({ kind: 'task.given', facts: { name: '约总会计师' } });

    const spare = await co.as('northManager').addPoint({ ...at, kind: 'vulnerability', text: '写错了' });
    await expect(co.as('northRep').removePoint({ id: review.id, pointId: spare.id, version: 9 })).rejects.toMatchObject(
      {
        code: 'record.changed',
      },
    );
    await co.as('northRep').removePoint({ id: review.id, pointId: spare.id, version: 1 });
    await co.as('northRep').removePoint({ id: review.id, pointId: weak.id, version: 1 });
    const { items } = await co.as('northManager').show({ id: review.id });
    expect(items[0]!.points.map(({ text }) => text)).toEqual(['预算谁批？']);
    expect(items[0]!.acts).toMatchObject([{ title: '约总会计师', pointId: null }]);
  });

  test('refusals: acts for strangers, against points of other items, points that are not there', async () => {
    const [one, two] = [await co.held([(await co.newDeal()).id]), await co.held([(await co.newDeal()).id])];
    const at = { id: one.review.id, itemId: one.item.id };
    const act = { ...at, title: '约见', dueOn: '2026-03-06' };
    await expect(co.as('northManager').addAct({ ...act, ownerId: newId() })).rejects.toMatchObject({
      code: 'user.unknown',
    });
    const elsewhere = { id: two.review.id, itemId: two.item.id, kind: 'vulnerability', text: '别处的' } as const;
    const point = await co.as('northManager').addPoint(elsewhere);
    for (const pointId of [point.id, newId()])
      await expect(
        co.as('northManager').addAct({ ...act, ownerId: co.idOf('northRep'), pointId }),
      ).rejects.toMatchObject({
        code: 'record.notFound',
      });
    await expect(
      co.as('northManager').changePoint({ id: one.review.id, pointId: point.id, version: 1, answer: '?' }),
    ).rejects.toMatchObject({ code: 'record.notFound' });
    await expect(
      co.as('northManager').write({ id: one.review.id, itemId: two.item.id, version: 1, notes: '?' }),
    ).rejects.toMatchObject({ code: 'record.notFound' });
  });

  test('only the chair or a manager leads it', async () => {
    const deal = await co.newDeal();
    const { id, version } = await co.as('northManager').create({
      ...monday,
      about: { kind: 'deals', dealIds: [deal.id] },
    });
    const rep = co.as('northRep');
    const notChair = { code: 'review.notChair', message: expect.stringContaining('northManager') };
    await expect(rep.update({ id, version, name: '我来' })).rejects.toMatchObject(notChair);
    await expect(rep.setAgenda({ id, version, dealIds: [] })).rejects.toMatchObject(notChair);
    await expect(rep.start({ id, version })).rejects.toMatchObject(notChair);
    await expect(rep.close({ id, version })).rejects.toMatchObject(notChair);
    expect((await rep.show({ id })).may).toEqual({ lead: false, write: true });
    expect((await co.as('auditor').show({ id })).may).toEqual({ lead: false, write: false });
    expect((await co.as('director').start({ id, version })).state).toBe('running');
  });

  test('it begins once, with something on its agenda, and ends once', async () => {
    const deal = await co.newDeal();
    const manager = co.as('northManager');
    const { id } = await manager.create({ ...monday, about: { kind: 'deals', dealIds: [deal.id] } });
    await expect(manager.close({ id, version: 1 })).rejects.toMatchObject({ code: 'review.notBegun' });
    await manager.setAgenda({ id, version: 1, dealIds: [] });
    await expect(manager.start({ id, version: 2 })).rejects.toMatchObject({ code: 'review.empty' });
    await manager.setAgenda({ id, version: 2, dealIds: [deal.id] });
    await manager.start({ id, version: 3 });
    await expect(manager.start({ id, version: 4 })).rejects.toMatchObject({ code: 'review.begun' });
    await expect(manager.close({ id, version: 1 })).rejects.toMatchObject({ code: 'record.changed' });
    await manager.close({ id, version: 4 });
    await expect(manager.close({ id, version: 5 })).rejects.toMatchObject({ code: 'review.over' });
    await expect(manager.update({ id, version: 5, name: '?' })).rejects.toMatchObject({ code: 'review.over' });
  });
});
