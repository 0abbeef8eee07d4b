import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { newId } from '#platform/id.server.ts';
import { urgencyOf } from '#tasks/task.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';
import { taskHandlers } from '#tasks/tasks.server.ts';

let company: TestCompany;
const as = (name: string) => company.as(tasksContract, company.actors[name]!);
const idOf = (name: string) => company.actors[name]!.userId;
const about = { subjectKind: 'account', subjectId: newId() } as const;

beforeAll(async () => {
  company = await openTestCompany({ tasks: taskHandlers });
  const at = '2026-01-01T00:00:00.000Z';
  await company.database.write(company.tenantId, (tx) =>
    tx
      .insertInto('accounts')
      .values({
        tenant_id: company.tenantId,
        id: about.subjectId,
        name: '北方重工',
        name_key: '北方重工',
        owner_id: idOf('northRep'),
        team_id: company.teams.north,
        created_at: at,
        updated_at: at,
      })
      .execute(),
  );
});
afterAll(() => company.close());

test('my open tasks, first due first, undated last', async () => {
  await as('northRep').create({ title: '哪天都行' });
  await as('northRep').create({ ...about, title: '月底', dueOn: '2026-03-31' });
  const first = await as('northRep').create({ ...about, title: '周一', dueOn: '2026-03-02', checkId: 'budget' });
  expect(first).toMatchObject({ ownerName: 'northRep', subjectName: '北方重工', checkId: 'budget', doneAt: null });
  const titles = async (input: { until?: string }) => (await as('northRep').mine(input)).rows.map((task) => task.title);
  expect(await titles({})).toEqual(['周一', '月底', '哪天都行']);
  expect(await titles({ until: '2026-03-15' })).toEqual(['周一']);
  await as('northRep').finish({ id: first.id, version: 1, done: true });
  expect(await titles({})).toEqual(['月底', '哪天都行']);
  expect((await as('northRep').list({ ...about, done: true })).rows.map((task) => task.title)).toEqual(['周一']);
  const open = await as('northRep').finish({ id: first.id, version: 2, done: false });
  expect(open).toMatchObject({ doneAt: null, version: 3 });
  expect(await as('northRep').finish({ id: first.id, version: 3, done: false })).toEqual(open);
});

test('a task given to a colleague is hers, though she may not see what it is about', async () => {
  const task = await as('northRep').create({ ...about, title: '请技术支持', ownerId: idOf('southRep') });
  const [hers] = (await as('southRep').mine({})).rows;
  expect(hers).toMatchObject({ id: task.id, subjectName: null });
  await as('southRep').finish({ id: task.id, version: 1, done: true });
  await expect(as('southRep').list(about)).rejects.toMatchObject({ code: 'record.notFound' });
  const back = await as('northManager').update({
    id: task.id,
    version: 2,
    ownerId: idOf('northRep2'),
    dueOn: '2026-05-01',
  });
  expect(back).toMatchObject({ ownerName: 'northRep2', dueOn: '2026-05-01', version: 3 });
  await expect(as('southRep').update({ id: task.id, version: 3, title: '不再是我的' })).rejects.toMatchObject({
    code: 'record.notFound',
  });
});

test('refusals: unknown owner, stale version, foreign task, foreign subject', async () => {
  await expect(as('northRep').create({ title: '给谁', ownerId: newId() })).rejects.toMatchObject({
    code: 'user.unknown',
  });
  const task = await as('northRep').create({ title: '私事' });
  await expect(as('northRep').update({ id: task.id, version: 1, ownerId: newId() })).rejects.toMatchObject({
    code: 'user.unknown',
  });
  await as('northRep').update({ id: task.id, version: 1, title: '改名' });
  await expect(as('northRep').finish({ id: task.id, version: 1, done: true })).rejects.toMatchObject({
    code: 'record.changed',
  });
  await expect(as('northManager').finish({ id: task.id, version: 2, done: true })).rejects.toMatchObject({
    code: 'record.notFound',
  });
  await expect(as('southRep').create({ ...about, title: '外人' })).rejects.toMatchObject({ code: 'record.notFound' });
});

test.each([
  ['2026-03-01', 'overdue'],
  ['2026-03-02', 'today'],
  ['2026-03-03', 'later'],
  [null, 'undated'],
])('%s is %s', (due, urgency) => {
  expect(urgencyOf(due, '2026-03-02')).toBe(urgency);
});
