import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { giveBelongings } from '#team/testing.server.ts';
import { usersContract } from '#team/users.contract.ts';
import { userHandlers } from '#team/users.server.ts';

let company: TestCompany;
const actor = (name: string) => company.actors[name]!;
const as = (name: string) => company.as(usersContract, actor(name));
const idOf = (name: string) => actor(name).userId;
beforeAll(async () => {
  company = await openTestCompany({ users: userHandlers });
});
afterAll(() => company.close());

describe('the list of people', () => {
  test('is found by name, address, role and team with all below', async () => {
    expect((await as('northRep').list({ search: 'SOUTHREP@' })).rows).toMatchObject([
      { name: 'southRep', teamName: 'South', roles: ['rep'], scope: 'self', active: true, signedInAt: null },
    ]);
    const managers = await as('admin').list({ role: 'manager' });
    expect(managers.rows.map(({ name }) => name)).toEqual(['northManager', 'southManager']);
    expect((await as('admin').list({ teamId: company.teams.headquarters })).rows).toHaveLength(11);
    expect((await as('admin').list({ teamId: company.teams.south })).rows).toHaveLength(2);
  });

  test('takes % and _ as they are typed', async () => {
    expect((await as('admin').list({ search: '%' })).rows).toEqual([]);
    expect((await as('admin').list({ search: 'north_ep' })).rows).toEqual([]);
  });

  test('pages, also by last sign-in', async () => {
    const seen = new Set<string>();
    let after: string | undefined;
    do {
      const page = await as('admin').list({ sort: 'signedInAt', order: 'desc', limit: 4, after });
      for (const { id } of page.rows) seen.add(id);
      after = page.next ?? undefined;
    } while (after);
    expect(seen.size).toBe(11);
  });
});

describe('changing a person', () => {
  test('roles, scope and title, with an event that says what', async () => {
    const changed = await as('admin').change({
      id: idOf('presales'),
      version: 1,
      roles: ['service', 'presales'],
      scope: 'tree',
      title: '售前总监',
    });
    expect(changed).toMatchObject({ roles: ['presales', 'service'], scope: 'tree', title: '售前总监', version: 2 });
    const event = await lastEvent(idOf('presales'));
    expect(event).toMatchObject({
      type: 'user.changed',
      actor_id: idOf('admin'),
      data: { before: { scope: 'team', title: null }, after: { scope: 'tree', title: '售前总监' } },
    });
  });

  test('of team: what she owns comes along', async () => {
    const { accounts, deals } = await giveBelongings(company, idOf('northRep2'), company.teams.north, idOf('admin'));
    await as('admin').change({ id: idOf('northRep2'), version: 1, teamId: company.teams.south });
    const { rows } = await company.database.pool.query(
      `select team_id from accounts where id = any($1) union all select team_id from deals where id = any($2)
       union all select team_id from contacts where owner_id = $3`,
      [accounts, deals, idOf('northRep2')],
    );
    expect(rows).toHaveLength(5);
    expect(new Set(rows.map(({ team_id }) => team_id as string))).toEqual(new Set([company.teams.south]));
  });

  test('is refused to everybody but an administrator', async () => {
    const change = { id: idOf('northRep'), version: 1, scope: 'all' as const };
    await expect(as('director').change(change)).rejects.toMatchObject({ code: 'permission.missing' });
  });

  test('of her own rank, reach or stay is refused; her own name is not', async () => {
    const me = { id: idOf('admin'), version: 1 };
    const refused = { code: 'user.self', message: expect.stringContaining('另一位管理员') };
    await expect(as('admin').change({ ...me, roles: ['rep'] })).rejects.toMatchObject(refused);
    await expect(as('admin').change({ ...me, scope: 'self' })).rejects.toMatchObject(refused);
    await expect(as('admin').change({ ...me, active: false })).rejects.toMatchObject(refused);
    expect(await as('admin').change({ ...me, name: '管理员' })).toMatchObject({ name: '管理员', version: 2 });
  });

  test('by two at once: the second is told', async () => {
    await as('admin').change({ id: idOf('finance'), version: 1, title: '会计' });
    const second = as('admin').change({ id: idOf('finance'), version: 1, title: '出纳' });
    await expect(second).rejects.toMatchObject({ code: 'record.changed' });
  });

  test('into a team that is not there is refused', async () => {
    const nowhere = as('admin').change({ id: idOf('service'), version: 1, teamId: crypto.randomUUID() });
    await expect(nowhere).rejects.toMatchObject({ code: 'user.teamMissing' });
    const nobody = as('admin').change({ id: crypto.randomUUID(), version: 1, name: 'x' });
    await expect(nobody).rejects.toMatchObject({ code: 'record.notFound' });
  });
});

describe('leaving', () => {
  test('needs empty hands', async () => {
    await giveBelongings(company, idOf('southRep'), company.teams.south, idOf('admin'));
    await expect(as('admin').change({ id: idOf('southRep'), version: 1, active: false })).rejects.toMatchObject({
      code: 'user.stillOwns',
      data: { accounts: 2, contacts: 1, deals: 2, tasks: 1, partners: 0, registrations: 0, memberships: 2 },
      message: expect.stringContaining('8 项'),
    });
  });

  test('ends sessions and keys; coming back starts anew', async () => {
    const left = await as('admin').change({ id: idOf('service'), version: 1, active: false });
    expect(left.active).toBe(false);
    expect((await as('admin').list({ search: 'service@' })).rows).toEqual([]);
    expect((await as('admin').list({ search: 'service@', state: 'left' })).rows).toHaveLength(1);
    const { rows } = await company.database.pool.query('select sessions_from from users where id = $1', [left.id]);
    expect(rows[0].sessions_from).not.toBeNull();
    expect(await lastEvent(left.id)).toMatchObject({ type: 'user.left' });
    await as('admin').change({ id: left.id, version: left.version, active: true });
    expect(await lastEvent(left.id)).toMatchObject({ type: 'user.returned' });
  });

  test('is refused to the last administrator', async () => {
    // The one who asks was an administrator when the request came in, and is not any more.
    await company.database.pool.query("update users set roles = '{rep}' where id = $1", [idOf('admin')]);
    await company.database.pool.query("update users set roles = '{admin}' where id = $1", [idOf('director')]);
    const ask = as('admin').change({ id: idOf('director'), version: 1, roles: ['director'] });
    await expect(ask).rejects.toMatchObject({ code: 'user.lastAdmin' });
  });
});

async function lastEvent(subjectId: string) {
  const { rows } = await company.database.pool.query(
    'select type, actor_id, data from events where subject_id = $1 order by id desc limit 1',
    [subjectId],
  );
  return rows[0] as { type: string; actor_id: string; data: unknown };
}
