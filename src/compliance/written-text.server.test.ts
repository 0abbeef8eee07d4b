import { afterAll, beforeAll, expect, test } from 'vitest';
import { notesContract } from '#notes/notes.contract.ts';
import { openReviewsCompany } from '#reviews/testing.server.ts';
import { noteHandlers } from '#notes/notes.server.ts';

/** Wherever somebody writes about a customer: what describes a personal benefit is refused, with the policy text. */
let house: Awaited<ReturnType<typeof openReviewsCompany>>;
beforeAll(async () => {
  house = await openReviewsCompany({ notes: noteHandlers });
});
afterAll(() => house.close());

const benefit = '给李主任 3 个点回扣';
const declined = '李主任索要回扣，我们已拒绝并上报';
const refused = { code: 'text.personalBenefit', status: 422, message: expect.stringContaining('已拒绝') };
const notes = () => house.house.company.as(notesContract, house.house.company.actors['northRep']!);

const family = '王总女儿今年高考，他又查出高血压';

test('what is private of a person is refused in the same places, all of it at once', async () => {
  const deal = await house.newDeal();
  const about = { subjectKind: 'deal', subjectId: deal.id } as const;
  const told = { code: 'text.privateFact', status: 422, message: expect.stringMatching(/子女情况.*健康状况/) };
  await expect(notes().create({ ...about, body: family })).rejects.toMatchObject(told);
  await expect(house.tasks('northRep').create({ title: family })).rejects.toMatchObject(told);
});

test('notes', async () => {
  const deal = await house.newDeal();
  const about = { subjectKind: 'deal', subjectId: deal.id } as const;
  await expect(notes().create({ ...about, body: benefit })).rejects.toMatchObject(refused);
  const { id, version } = await notes().create({ ...about, body: declined });
  await expect(notes().update({ id, version, body: benefit })).rejects.toMatchObject(refused);
  expect((await notes().list(about)).rows.map(({ body }) => body)).toEqual([declined]);
});

test('tasks', async () => {
  const tasks = house.tasks('northRep');
  await expect(tasks.create({ title: benefit })).rejects.toMatchObject(refused);
  const { id, version } = await tasks.create({ title: declined });
  await expect(tasks.update({ id, version, title: '送购物卡' })).rejects.toMatchObject(refused);
});

test('deal reviews: comments, questions, acts, minutes', async () => {
  const { review, item } = await house.held([(await house.newDeal()).id]);
  const manager = house.as('northManager');
  const at = { id: review.id, itemId: item.id };
  await expect(manager.comment({ ...at, body: benefit })).rejects.toMatchObject(refused);
  const point = { ...at, kind: 'question', text: '怎么见到他？' } as const;
  await expect(manager.addPoint({ ...point, answer: benefit })).rejects.toMatchObject(refused);
  const { id: pointId, version } = await manager.addPoint(point);
  await expect(manager.changePoint({ id: review.id, pointId, version, answer: benefit })).rejects.toMatchObject(
    refused,
  );
  const ownerId = house.idOf('northRep');
  await expect(manager.addAct({ ...at, title: benefit, ownerId, dueOn: '2026-03-06' })).rejects.toMatchObject(refused);
  for (const written of [{ notes: benefit }, { decision: benefit }])
    await expect(manager.write({ ...at, version: item.version, ...written })).rejects.toMatchObject(refused);
  const close = { id: review.id, version: review.version };
  await expect(manager.close({ ...close, summary: benefit })).rejects.toMatchObject(refused);
  await manager.close({ ...close, summary: declined });
});
