import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { importHandlers } from '#imports/imports.server.ts';
import { importRoutes } from '#imports/import-routes.server.ts';
import { importer } from '#imports/testing.server.ts';
import { dealHandlers } from '#deals/deals.server.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { usersContract } from '#team/users.contract.ts';
import { userHandlers } from '#team/users.server.ts';

let company: TestCompany;
const by = (name: string) => importer(company, company.actors[name]!);
const people = async () => {
  const { rows } = await sql<{ name: string; path: string; roles: string[]; scope: string }>`
    select u.name, u.roles, u.scope, u.title,
      (select string_agg(a.name, ' / ' order by cardinality(a.path)) from teams a where a.tenant_id = t.tenant_id and t.path @> array[a.id]) as path
    from users u left join teams t on t.tenant_id = u.tenant_id and t.id = u.team_id
    where u.tenant_id = ${company.tenantId} and u.created_at > '2026-06-01' order by u.name`.execute(
    company.database.system,
  );
  return rows;
};
const teams = async () => {
  const { rows } = await sql<{ name: string }>`select name from teams where tenant_id = ${company.tenantId}
    order by name`.execute(company.database.system);
  return rows.map(({ name }) => name);
};

beforeAll(async () => {
  company = await openTestCompany(
    { imports: importHandlers, users: userHandlers, deals: dealHandlers },
    { routes: importRoutes },
  );
  await company.database.write(company.tenantId, (tx) =>
    installPlaybooks(tx, company.tenantId, '2016-01-01T00:00:00.000Z'),
  );
});
afterAll(() => company.close());

describe('the sales teams of another system', () => {
  const file =
    'sales_agent,manager,regional_office\nAnna,Dustin,Central\nMoses,Dustin,Central\nViolet,Cara,East\n' +
    'Cara,,East\nReed,northManager,North\n,Cara,East\n';
  let importId: string;

  test('are guessed and checked: what will be made is told, nothing is written', async () => {
    const { upload, check } = by('admin');
    importId = await upload('user', file, 'sales_teams.csv');
    const checked = await check(importId);
    expect(checked.plan?.targets).toEqual(['name', 'manager', 'region']);
    expect(checked.report?.counts).toMatchObject({ created: 5, faulty: 1, owners: 1, teams: 4 });
    expect(checked.report?.quirks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'newManager', target: 'manager', text: 'Dustin', rows: 2 }),
        expect.objectContaining({ kind: 'newTeam', target: 'region', text: 'Central', rows: 2 }),
        expect.objectContaining({ kind: 'newTeam', target: 'region', text: 'East' }),
      ]),
    );
    expect(await people()).toEqual([]);
    expect(await teams()).toEqual(['HQ', 'North', 'South']);
  });

  test('come in as a tree: region, the manager’s team, her people; a manager who is here keeps her team', async () => {
    const done = await by('admin').run(importId);
    expect(done).toMatchObject({ state: 'done', outcome: { created: 5, faulty: 1, owners: 1, teams: 4 } });
    const rep = { roles: ['rep'], scope: 'self' };
    const manager = { roles: ['manager'], scope: 'tree' };
    expect(await people()).toMatchObject([
      { name: 'Anna', path: 'HQ / Central / Dustin 团队', ...rep },
      { name: 'Cara', path: 'HQ / East / Cara 团队', ...manager },
      { name: 'Dustin', path: 'HQ / Central / Dustin 团队', ...manager },
      { name: 'Moses', path: 'HQ / Central / Dustin 团队', ...rep },
      { name: 'Reed', path: 'HQ / North', ...rep },
      { name: 'Violet', path: 'HQ / East / Cara 团队', ...rep },
    ]);
    const { rows } = await company.as(usersContract, company.actors['admin']!).list({ search: 'Anna' });
    expect(rows).toMatchObject([{ name: 'Anna', email: null, signsIn: false, active: true }]);
  });

  test('imported again nothing doubles; with addresses and the policy "update" they are completed', async () => {
    const again = await by('admin').whole('user', file);
    expect(again.outcome).toMatchObject({ created: 0, skipped: 5, owners: 0, teams: 0 });
    const more = await by('admin').whole('user', 'name,email,title\nAnna,Anna@example.com,Senior\n', () => ({
      policy: 'update',
    }));
    expect(more.outcome).toMatchObject({ updated: 1 });
    const { rows } = await company.as(usersContract, company.actors['admin']!).list({ search: 'Anna' });
    expect(rows).toMatchObject([{ name: 'Anna', email: 'anna@example.com', title: 'Senior', roles: ['rep'] }]);
    await by('admin').undo(more.id);
    expect((await people())[0]).toMatchObject({ name: 'Anna', title: null });
  });

  test('own the deals that name them, and the manager’s scope holds', async () => {
    const deals = 'name,owner\nD1,Anna\nD2,Violet\nD3,Reed\n';
    const done = await by('admin').whole('deal', deals);
    expect(done.outcome).toMatchObject({ created: 3, owners: 0 });
    const { rows } = await sql<{ id: string; team_id: string; name: string }>`
      select id, team_id, name from users where name in ('Dustin', 'northManager')`.execute(company.database.system);
    const seenBy = async (name: string) => {
      const { id, team_id } = rows.find((row) => row.name === name)!;
      const actor = { ...company.actors['northManager']!, userId: id, teamIds: [team_id] };
      return (await company.as(dealsContract, actor).list({})).rows.map((deal) => deal.name);
    };
    expect(await seenBy('Dustin')).toEqual(['D1']);
    expect(await seenBy('northManager')).toEqual(['D3']);

    // Another team by the file, and hers goes along; undone, back again.
    const moved = await by('admin').whole('user', 'name,team\nAnna,North\n', () => ({ policy: 'update' }));
    expect(moved.outcome).toMatchObject({ updated: 1, teams: 0 });
    expect((await seenBy('northManager')).toSorted()).toEqual(['D1', 'D3']);
    await by('admin').undo(moved.id);
    expect(await seenBy('Dustin')).toEqual(['D1']);
    await by('admin').undo(done.id);
  });

  test('undone, the others are gone; who was changed or has something since stays, with her team', async () => {
    const deal = await by('admin').whole('deal', 'name,owner\nD4,Violet\n');
    const { undone } = await by('admin').undo(importId);
    expect(undone?.keptRecords.map(({ noun, name }) => `${noun} ${name}`).toSorted()).toEqual([
      'team Cara 团队',
      'team Central',
      'team Dustin 团队',
      'team East',
      // Changed by hand since.
      'user Anna',
      'user Violet',
    ]);
    expect((await people()).map(({ name }) => name)).toEqual(['Anna', 'Violet']);
    await by('admin').undo(deal.id);
  });

  test('undone when nobody has touched it, it leaves no team behind', async () => {
    const before = await teams();
    const done = await by('admin').whole('user', 'name,manager,region\nZoe,Yan,Overseas\n');
    expect(await teams()).toHaveLength(before.length + 2);
    expect((await by('admin').undo(done.id)).undone).toMatchObject({ removed: 4, kept: 0 });
    expect(await teams()).toEqual(before);
  });
});

describe('what cannot be meant', () => {
  test('is told: two of one name, the address of somebody who left', async () => {
    await company.database.write(company.tenantId, (tx) =>
      sql`update users set active = false where tenant_id = ${company.tenantId} and name = 'service'`.execute(tx),
    );
    await by('admin').whole('user', 'name,email\nLi,li1@example.com\nLi,li2@example.com\n');
    const file = 'name,email,manager\nLi,,\nNew,service@example.com,\nWu,,Li\nBad,no address,\n';
    const { client, whole } = by('admin');
    const done = await whole('user', file);
    expect(done.outcome).toMatchObject({ created: 0, faulty: 4 });
    const { rows } = await client.faults({ id: done.id });
    expect(rows.map(({ issues }) => issues.map(({ target }) => target))).toEqual([
      ['name'],
      ['email'],
      ['manager'],
      ['email'],
    ]);
  });

  test('managers of managers, and a ring of them, end', async () => {
    const file = 'name,manager,region\nA,B,West\nB,C,West\nC,A,West\n';
    const done = await by('admin').whole('user', file);
    expect(done.outcome).toMatchObject({ created: 3, owners: 0 });
    const paths = new Map((await people()).map(({ name, path }) => [name, path]));
    expect(paths.get('B')).toBe(`${paths.get('C')} / B 团队`);
  });

  test('a manager may not bring in colleagues', async () => {
    await expect(by('northManager').upload('user', 'name\nX\n')).rejects.toMatchObject({ code: 'permission.missing' });
  });
});
