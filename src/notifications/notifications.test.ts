import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { accountHandlers } from '#accounts/accounts.server.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { dealHandlers } from '#deals/deals.server.ts';
import { noteHandlers } from '#notes/notes.server.ts';
import { notesContract } from '#notes/notes.contract.ts';
import { followEvents } from '#platform/events/events.server.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { taskHandlers } from '#tasks/tasks.server.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';
import { handOverHandlers } from '#team/hand-over.server.ts';
import { handOverContract } from '#team/hand-over.contract.ts';
import { notificationsContract } from '#notifications/notifications.contract.ts';
import { notificationHandlers } from '#notifications/notifications.server.ts';
import { tellPeople } from '#notifications/tell-people.server.ts';

let company: TestCompany;
const actor = (name: string) => company.actors[name]!;
const idOf = (name: string) => actor(name).userId;
const inbox = (name: string) => company.as(notificationsContract, actor(name));
const deals = (name: string) => company.as(dealsContract, actor(name));
const told = async (name: string) =>
  (await inbox(name).list({ unread: true })).rows.map(({ kind, facts, actorName }) => ({ kind, ...facts, actorName }));
const newDeal = (name: string) => deals('northRep').create({ name, playbookId: 'six-step', amount: 100 });
const said = (id: string, statement: string, check: string) =>
  ({
    id,
    check,
    statement,
    direction: 'supports',
    strength: 'said',
    source: { kind: 'stakeholder', name: '王总' },
    observedOn: '2026-03-02',
  }) as const;

beforeAll(async () => {
  followEvents(tellPeople);
  company = await openTestCompany(
    {
      notifications: notificationHandlers,
      accounts: accountHandlers,
      deals: dealHandlers,
      notes: noteHandlers,
      tasks: taskHandlers,
      handOver: handOverHandlers,
    },
    { now: () => new Date('2026-03-03T02:00:00.000Z') },
  );
  await company.database.write(company.tenantId, (tx) =>
    installPlaybooks(tx, company.tenantId, '2026-01-01T00:00:00.000Z'),
  );
});
beforeEach(async () => {
  for (const name of Object.keys(company.actors)) await inbox(name).readAll({});
});
afterAll(() => company.close());

describe('whose deal it is', () => {
  test('is told of evidence that others add, in words, and not of her own', async () => {
    const deal = await newDeal('水厂自控');
    const page = await deals('northRep').show({ id: deal.id });
    const [first] = page.gate.judgements;
    await deals('northRep').addEvidence(said(deal.id, '自己记的', first!.check));
    expect(await told('northRep')).toEqual([]);
    await deals('northManager').addEvidence(said(deal.id, '预算已批', first!.check));
    expect(await told('northRep')).toEqual([
      {
        kind: 'deal.evidenceAdded',
        name: '水厂自控',
        said: '预算已批',
        check: { zh: expect.any(String), en: expect.any(String) },
        actorName: 'northManager',
      },
    ]);
  });

  test('and its members are told of overrides, losses and parking, each once', async () => {
    const deal = await newDeal('泵站改造');
    const { version } = await deals('northRep').setMembers({
      id: deal.id,
      version: 1,
      members: [idOf('southRep'), idOf('northRep')].map((userId) => ({ userId, role: 'sales' })),
    });
    expect(await told('southRep')).toEqual([{ kind: 'deal.joined', name: '泵站改造', actorName: 'northRep' }]);
    const moved = await deals('northManager').advance({ id: deal.id, version, override: { reason: '客户急着走流程' } });
    const lost = { reason: 'lost.price', note: '低了三成' } as const;
    await deals('director').lose({ id: deal.id, version: moved.version, ...lost });
    for (const name of ['northRep', 'southRep']) {
      expect((await told(name)).slice(0, 2)).toEqual([
        { kind: 'deal.lost', name: '泵站改造', reason: 'lost.price', said: '低了三成', actorName: 'director' },
        {
          kind: 'deal.overridden',
          name: '泵站改造',
          said: '客户急着走流程',
          stage: expect.objectContaining({ zh: expect.any(String) }),
          actorName: 'northManager',
        },
      ]);
    }
  });

  test('changes: the new owner gets it, the old one learns of it', async () => {
    const deal = await newDeal('换人');
    await deals('northManager').assign({ id: deal.id, version: 1, ownerId: idOf('northRep2') });
    expect(await told('northRep2')).toEqual([{ kind: 'deal.given', name: '换人', actorName: 'northManager' }]);
    expect(await told('northRep')).toEqual([{ kind: 'deal.reassigned', name: '换人', actorName: 'northManager' }]);
  });
});

describe('a mention', () => {
  test('tells whoever may see the record, and nobody else', async () => {
    const deal = await newDeal('提到谁');
    const notes = company.as(notesContract, actor('northManager'));
    await notes.create({
      subjectKind: 'deal',
      subjectId: deal.id,
      body: '@northRep 和 @southRep 请看，另请 director 知悉',
    });
    expect(await told('northRep')).toMatchObject([
      { kind: 'note.mentioned', name: '提到谁', actorName: 'northManager' },
    ]);
    expect(await told('southRep')).toEqual([]);
    expect(await told('director')).toEqual([]);
  });
});

describe('tasks', () => {
  test('given to another, and done by her, are told', async () => {
    const manager = company.as(tasksContract, actor('northManager'));
    const task = await manager.create({ title: '准备报价', dueOn: '2026-03-10', ownerId: idOf('northRep') });
    expect(await told('northRep')).toEqual([
      { kind: 'task.given', name: '准备报价', dueOn: '2026-03-10', actorName: 'northManager' },
    ]);
    await company.as(tasksContract, actor('northRep')).finish({ id: task.id, version: 1, done: true });
    expect(await told('northManager')).toMatchObject([{ kind: 'task.done', name: '准备报价', actorName: 'northRep' }]);
  });
});

describe('accounts', () => {
  test('a merge tells both owners', async () => {
    const rep = company.as(accountsContract, actor('northRep'));
    const winner = await rep.create({ name: '长江电缆有限公司' });
    const loser = await company.as(accountsContract, actor('northRep2')).create({ name: '长江线缆厂' });
    await company
      .as(accountsContract, actor('director'))
      .merge({ id: winner.id, version: 1, loserId: loser.id, loserVersion: 1 });
    for (const name of ['northRep', 'northRep2']) {
      expect(await told(name)).toMatchObject([{ kind: 'account.merged', other: '长江线缆厂', actorName: 'director' }]);
    }
  });

  test('a hand-over tells the heir once, with the counts', async () => {
    const rep = company.as(accountsContract, actor('southRep'));
    for (const name of ['南山材料一厂', '南山材料二厂']) await rep.create({ name });
    await company.as(handOverContract, actor('director')).handOver({
      id: idOf('southRep'),
      version: 1,
      to: { accounts: idOf('southManager') },
    });
    expect(await told('southManager')).toEqual([
      { kind: 'handOver.received', name: 'southRep', counts: { accounts: 2 }, actorName: 'director' },
    ]);
  });
});

describe('the inbox', () => {
  test('counts, pages, marks as read and unread; another person’s is not found', async () => {
    const manager = company.as(tasksContract, actor('northManager'));
    for (let i = 0; i < 5; i++) await manager.create({ title: `待办 ${i}`, ownerId: idOf('northRep') });
    expect(await inbox('northRep').unread({})).toEqual({ count: 5 });
    const first = await inbox('northRep').list({ limit: 3 });
    const second = await inbox('northRep').list({ limit: 3, after: first.next!, unread: true });
    expect([...first.rows, ...second.rows].map(({ facts }) => facts.name)).toEqual(
      [4, 3, 2, 1, 0].map((i) => `待办 ${i}`),
    );
    const one = first.rows[0]!;
    await inbox('northRep').read({ id: one.id });
    expect(await inbox('northRep').unread({})).toEqual({ count: 4 });
    await inbox('northRep').read({ id: one.id, read: false });
    expect(await inbox('northRep').unread({})).toEqual({ count: 5 });
    await expect(inbox('northRep2').read({ id: one.id })).rejects.toMatchObject({ code: 'record.notFound' });
    expect(await inbox('northRep').readAll({ until: '2026-03-01T00:00:00.000Z' })).toEqual({ count: 0 });
    expect(await inbox('northRep').readAll({})).toEqual({ count: 5 });
    expect(await inbox('northRep2').list({})).toMatchObject({ rows: expect.not.arrayContaining([one]) });
  });

  test('what is refused is never told', async () => {
    const deal = await newDeal('没成');
    await expect(deals('northManager').advance({ id: deal.id, version: 7 })).rejects.toMatchObject({
      code: 'record.changed',
    });
    expect(await told('northRep')).toEqual([]);
  });
});
