import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { notificationsContract } from '#notifications/notifications.contract.ts';
import { tellPeople } from '#notifications/tell-people.server.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { followEvents } from '#platform/events/events.server.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { router } from '#app/router.server.ts';
import { slicesRoutes } from '#app/routes.server.ts';

/** Acts on many accounts, contacts, deals: the same rules for the three of them. */
const nouns = ['accounts', 'contacts', 'deals'] as const;
type Noun = (typeof nouns)[number];

let company: TestCompany;
beforeAll(async () => {
  followEvents(tellPeople);
  company = await openTestCompany(router, { routes: slicesRoutes });
  await company.database.write(company.tenantId, (tx) =>
    installPlaybooks(tx, company.tenantId, '2026-01-01T00:00:00.000Z'),
  );
});
afterAll(() => company.close());

const actor = (name: string) => company.actors[name]!;
const idOf = (name: string) => actor(name).userId;
const rows = async (text: string, values: unknown[]) => (await company.database.pool.query(text, values)).rows;

function act(noun: Noun, name: string) {
  const accounts = company.as(accountsContract, actor(name));
  const contacts = company.as(contactsContract, actor(name));
  const deals = company.as(dealsContract, actor(name));
  return { accounts, contacts, deals }[noun];
}

let made = 0;
/** Records of the northern rep. */
async function some(noun: Noun, count: number) {
  const rep = actor('northRep');
  const all: { id: string; version: number }[] = [];
  for (let at = 0; at < count; at++) {
    const name = `第${++made}号`;
    if (noun === 'accounts') all.push(await company.as(accountsContract, rep).create({ name, confirm: true }));
    if (noun === 'contacts') all.push(await company.as(contactsContract, rep).create({ name }));
    if (noun === 'deals') all.push(await company.as(dealsContract, rep).create({ name, playbookId: 'six-step' }));
  }
  return all.map(({ id, version }) => ({ id, version }));
}
const to = <T extends object, M extends object>(records: readonly T[], more: M) =>
  records.map((record) => ({ ...record, ...more }));
const none = { notFound: 0, changed: 0, notYours: 0 };

describe.each(nouns)('%s', (noun) => {
  const table = noun;
  const ownersOf = async (records: readonly { id: string }[]) =>
    await rows(`select owner_id, team_id from ${table} where id = any($1) order by id`, [records.map(({ id }) => id)]);

  test('go to a colleague and back, with an event each', async () => {
    const mine = await some(noun, 3);
    const given = await act(noun, 'northManager').assignMany({ rows: to(mine, { ownerId: idOf('northRep2') }) });
    expect(given).toMatchObject({ left: none, undoable: true });
    expect(given.done.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(mine.map(({ id }) => ({ id, version: 2 })));
    const owner = { owner_id: idOf('northRep2'), team_id: company.teams.north };
    expect(await ownersOf(mine)).toEqual([owner, owner, owner]);
    const events = await rows('select type, actor_id, data from events where subject_id = $1 order by id', [
      mine[0]!.id,
    ]);
    expect(events.at(-1)).toMatchObject({
      type: noun === 'deals' ? 'deal.reassigned' : `${noun.slice(0, -1)}.ownerChanged`,
      actor_id: idOf('northManager'),
      data: {
        version: 2,
        before: { ownerId: idOf('northRep') },
        after: { ownerId: idOf('northRep2') },
        to: 'northRep2',
      },
    });
    const back = await act(noun, 'northManager').assignMany({ rows: to(given.done, { ownerId: idOf('northRep') }) });
    expect(back.done.map(({ version }) => version)).toEqual([3, 3, 3]);
    expect((await ownersOf(mine)).map(({ owner_id }) => owner_id as string)).toEqual(mine.map(() => idOf('northRep')));
  });

  test('the new owner is told once, and led to all of them', async () => {
    const mine = await some(noun, 4);
    const inbox = company.as(notificationsContract, actor('southRep'));
    await inbox.readAll({});
    await act(noun, 'director').assignMany({ rows: to(mine, { ownerId: idOf('southRep') }) });
    const told = (await inbox.list({ unread: true })).rows;
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ kind: `${noun.slice(0, -1)}.given`, facts: { several: 4 } });
  });

  test('get tags and lose them', async () => {
    const mine = await some(noun, 2);
    const tagged = await act(noun, 'northRep').tagMany({ rows: to(mine, { tags: ['重点', '续约', '重点'] }) });
    expect(tagged).toMatchObject({ left: none, undoable: true });
    const tags = async () => (await rows(`select tags from ${table} where id = $1`, [mine[0]!.id]))[0];
    expect(await tags()).toEqual({ tags: ['重点', '续约'] });
    // What is so already is done, without an event.
    const again = await act(noun, 'northRep').tagMany({ rows: to(tagged.done, { tags: ['重点', '续约'] }) });
    expect(again.done).toEqual(expect.arrayContaining(tagged.done));
    await act(noun, 'northRep').tagMany({ rows: to(again.done, { tags: [] }) });
    expect(await tags()).toEqual({ tags: [] });
    const events = await rows('select data from events where subject_id = $1 order by id', [mine[0]!.id]);
    expect(events.slice(-2).map(({ data }) => (data as { after: object }).after)).toEqual([
      { tags: ['重点', '续约'] },
      { tags: [] },
    ]);
  });

  test('what was changed meanwhile is left, invisible is not found, and nothing of either is written', async () => {
    const [mine, changed] = await some(noun, 2);
    await act(noun, 'northRep').tagMany({ rows: [{ ...changed!, tags: ['别人改过'] }] });
    const [hidden] = await some(noun, 1);
    await act(noun, 'director').assignMany({ rows: [{ ...hidden!, ownerId: idOf('southRep') }] });
    const asked = [mine!, changed!, { ...hidden!, version: 2 }, { id: crypto.randomUUID(), version: 1 }];
    const result = await act(noun, 'northRep').tagMany({ rows: to(asked, { tags: ['x'] }) });
    expect(result).toEqual({
      done: [{ id: mine!.id, version: 2 }],
      left: { notFound: 2, changed: 1, notYours: 0 },
      undoable: true,
    });
    const tagged = await rows(`select id from ${table} where tags @> '{x}' and id = any($1)`, [
      asked.map(({ id }) => id),
    ]);
    expect(tagged).toEqual([{ id: mine!.id }]);
  });

  test('who gives away what she then cannot see or change is told that it cannot be undone', async () => {
    const mine = await some(noun, 1);
    const given = await act(noun, 'northRep').assignMany({ rows: to(mine, { ownerId: idOf('southRep') }) });
    expect(given).toMatchObject({ done: [{ version: 2 }], undoable: false });
  });

  test('go to nobody unknown: nothing is written', async () => {
    const mine = await some(noun, 1);
    const refused = { code: 'user.unknown' };
    const asked = { rows: to(mine, { ownerId: crypto.randomUUID() }) };
    await expect(act(noun, 'northRep').assignMany(asked)).rejects.toMatchObject(refused);
    expect(await rows(`select version from ${table} where id = $1`, [mine[0]!.id])).toEqual([{ version: 1 }]);
  });

  test('not by those who only read', async () => {
    const mine = await some(noun, 1);
    const refused = { code: 'permission.missing' };
    const auditor = act(noun, 'auditor');
    await expect(auditor.tagMany({ rows: to(mine, { tags: [] }) })).rejects.toMatchObject(refused);
    await expect(auditor.assignMany({ rows: to(mine, { ownerId: idOf('auditor') }) })).rejects.toMatchObject(refused);
  });

  test('as many statements for many as for few', async () => {
    const few = await some(noun, 3);
    const many = await some(noun, 12);
    const give = (asked: typeof few, name: string) =>
      statements(() => act(noun, 'director').assignMany({ rows: to(asked, { ownerId: idOf(name) }) }));
    await give(few, 'northRep2');
    const count = await give(to(few, { version: 2 }), 'northRep');
    expect(await give(many, 'northRep2')).toBe(count);
    const tag = (asked: typeof few) =>
      statements(() => act(noun, 'director').tagMany({ rows: to(asked, { tags: ['y'] }) }));
    expect(await tag(to(many, { version: 2 }))).toBe(await tag(to(few, { version: 3 })));
  });

  test('are exported as chosen, of those that one sees', async () => {
    const mine = await some(noun, 3);
    await act(noun, 'director').assignMany({ rows: [{ ...mine[2]!, ownerId: idOf('southRep') }] });
    const ids = mine.map(({ id }) => id).join(',');
    const headers = { 'x-test-user': idOf('northRep'), 'accept-language': 'zh' };
    const body = new URLSearchParams({ ids, columns: 'name', format: 'csv' });
    const asked = new Request(`http://test/api/exports/${noun}`, { method: 'POST', headers, body });
    const lines = (await (await company.app.fetch(asked)).text()).trim().split(/\r?\n/);
    expect(lines).toHaveLength(1 + 2);
    const [{ data }] = (await rows(
      `select data from events where type = 'export.taken' order by id desc limit 1`,
      [],
    )) as [{ data: { filters: { ids: string[] } } }];
    expect(data.filters.ids).toEqual(mine.map(({ id }) => id));
  });
});

test('an account is handed over by its owner or a manager only; the others are counted', async () => {
  const [mine] = await some('accounts', 1);
  const accounts = company.as(accountsContract, actor('northRep'));
  await accounts.setMembers({ ...mine!, members: [{ userId: idOf('northRep2'), role: 'sales' }] });
  const asked = { rows: [{ id: mine!.id, version: 2, ownerId: idOf('northRep2') }] };
  const member = company.as(accountsContract, actor('northRep2'));
  expect(await member.assignMany(asked)).toMatchObject({ done: [], left: { ...none, notYours: 1 } });
});

async function statements(request: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(Client.prototype, 'query');
  await request();
  const { length } = spy.mock.calls;
  spy.mockRestore();
  return length;
}
