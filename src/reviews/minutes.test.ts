import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { monday, openReviewsCompany } from '#reviews/testing.server.ts';

let co: Awaited<ReturnType<typeof openReviewsCompany>>;
beforeAll(async () => {
  co = await openReviewsCompany();
});
afterAll(() => co.close());
beforeEach(() => co.house.setClock('2026-03-02T02:00:00.000Z'));

describe('after the session', () => {
  test('owners are told, the deal tells it, the minutes stand, people comment', async () => {
    const deal = await co.newDeal();
    const { review, item } = await co.held([deal.id]);
    const at = { id: review.id, itemId: item.id };
    await co.as('northManager').write({ ...at, version: item.version, decision: '继续推进', discussed: true });
    await co.as('northManager').addAct({ ...at, title: '约见', ownerId: co.idOf('northRep'), dueOn: '2026-03-06' });
    await co.as('northManager').close({ id: review.id, version: review.version, summary: '都要见拍板人' });
    expect((await co.told('northRep'))[0]).toMatchObject({
      kind: 'review.closed',
      subject: { kind: 'review', id: review.id },
    });
    const [latest] = (await co.timeline('northRep').list({ subjectKind: 'deal', subjectId: deal.id })).rows;
    expect(latest).toMatchObject({
      type: 'deal.reviewed',
      data: { review: { id: review.id, name: '周一评审' }, decision: '继续推进', acts: 1 },
    });
    const over = { code: 'review.over' };
    await expect(co.as('northRep').write({ ...at, version: 2, notes: '?' })).rejects.toMatchObject(over);
    await expect(co.as('northRep').addPoint({ ...at, kind: 'question', text: '?' })).rejects.toMatchObject(over);
    await expect(
      co.as('northRep').addAct({ ...at, title: '?', ownerId: co.idOf('northRep'), dueOn: '2026-03-06' }),
    ).rejects.toMatchObject(over);
    const said = await co.as('northRep').comment({ ...at, body: '周四去，@presales 一起？ @southRep 也来' });
    expect((await co.told('presales'))[0]).toMatchObject({ kind: 'review.mentioned', facts: { name: '周一评审' } });
    // Who does not see the deal is not told of what is said about it.
    expect((await co.told('southRep')).filter(({ kind }) => kind === 'review.mentioned')).toEqual([]);
    await expect(co.as('northManager').removeComment({ id: review.id, commentId: said.id })).rejects.toMatchObject({
      code: 'review.notAuthor',
      message: expect.stringContaining('northRep'),
    });
    await co.as('northRep').removeComment({ id: review.id, commentId: said.id });
    await expect(co.as('northRep').removeComment({ id: review.id, commentId: said.id })).rejects.toMatchObject({
      code: 'record.notFound',
    });
    const { items, review: closed } = await co.as('northRep').show({ id: review.id });
    expect(items[0]!.comments).toEqual([]);
    expect(closed).toMatchObject({ state: 'closed', summary: '都要见拍板人' });
  });

  test('a deal that nobody talked about tells nothing', async () => {
    const deal = await co.newDeal();
    const { review } = await co.held([deal.id]);
    await co.as('northManager').close({ id: review.id, version: review.version });
    const { rows } = await co.timeline('northRep').list({ subjectKind: 'deal', subjectId: deal.id });
    expect(rows.map(({ type }) => type)).not.toContain('deal.reviewed');
  });

  test('the next review tests what the last one left, and tells what changed since', async () => {
    const deal = await co.newDeal();
    const { review, item } = await co.held([deal.id]);
    const at = { id: review.id, itemId: item.id };
    const check = item.agenda.misses.find((miss) => miss.check !== null)!.check!;
    const give = (title: string, more: object = {}) =>
      co.as('northManager').addAct({ ...at, title, ownerId: co.idOf('northRep'), dueOn: '2026-03-06', ...more });
    const weak = await co.as('northManager').addPoint({
      ...at,
      kind: 'vulnerability',
      text: '需求没坐实',
      checkId: check,
    });
    await co.as('northManager').addPoint({ ...at, kind: 'vulnerability', text: '对手更便宜' });
    const done = await give('约见');
    await give('坐实需求', { checkId: check, pointId: weak.id });
    await give('报价');
    await co.as('northManager').close({ id: review.id, version: review.version });

    co.house.setClock('2026-03-04T02:00:00.000Z');
    const about = { subjectKind: 'deal', subjectId: deal.id } as const;
    await co.tasks('northRep').create({ ...about, title: '月初的事', dueOn: '2026-03-05' });
    await co.tasks('northRep').finish({ id: done.taskId, version: 1, done: true });
    await co.house.as('northRep').addEvidence({
      id: deal.id,
      check,
      direction: 'supports',
      strength: 'written',
      statement: '客户书面确认',
      source: { kind: 'document', name: '会议纪要' },
      observedOn: '2026-03-04',
    });
    await co.house.as('northRep').update({ id: deal.id, version: deal.version, closeOn: '2026-12-31', amount: 100 });

    co.house.setClock('2026-03-09T02:00:00.000Z');
    const next = await co.as('northManager').create({
      ...monday,
      on: '2026-03-09',
      about: { kind: 'deals', dealIds: [deal.id] },
    });
    const [again] = (await co.as('northManager').show({ id: next.id })).items;
    expect(again!.reasons).toEqual(['unanswered', 'slipping']);
    expect(again!.agenda.last).toMatchObject({
      reviewId: review.id,
      acts: [
        { title: '约见', state: 'done' },
        { title: '坐实需求', state: 'met' },
        { title: '报价', state: 'late' },
      ],
      vulnerabilities: [
        { text: '需求没坐实', state: 'met' },
        { text: '对手更便宜', state: 'unanswered' },
      ],
    });
    expect(again!.agenda.changes).toMatchObject([
      { kind: 'amount', from: 300_000_000, to: 100 },
      { kind: 'closeOn', from: '2026-09-30', to: '2026-12-31', later: 1 },
      { kind: 'evidence', statement: '客户书面确认' },
      { kind: 'late', title: '月初的事' },
    ]);
    const past = await co.as('northManager').show({ id: review.id });
    expect(past.items[0]!.acts.map(({ state }) => state)).toEqual(['done', 'met', 'late']);
    expect(past.items[0]!.points.map(({ state }) => state)).toEqual(['met', 'unanswered']);
  });
});
