import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { newId } from '#platform/id.server.ts';
import { decidePlace, treeOf, type Team } from '#team/team.ts';
import { AT } from '#team/testing.server.ts';
import { teamsContract } from '#team/teams.contract.ts';
import { teamHandlers } from '#team/teams.server.ts';

let company: TestCompany;
const as = (name: string) => company.as(teamsContract, company.actors[name]!);
const all = async () => (await as('admin').list({})).rows;
beforeAll(async () => {
  company = await openTestCompany({ teams: teamHandlers });
});
afterAll(() => company.close());

describe('the tree of teams', () => {
  test('is seen by everyone, with how many people stand in each', async () => {
    const [root] = treeOf((await as('northRep').list({})).rows);
    expect(root).toMatchObject({ name: 'HQ', people: 4 });
    expect(root!.children).toMatchObject([
      { name: 'North', people: 5 },
      { name: 'South', people: 2 },
    ]);
  });

  test('grows, is renamed, moves with all below it, and shrinks', async () => {
    const { north, south, headquarters } = company.teams;
    const east = await as('admin').create({ name: '华东', parentId: north });
    const city = await as('admin').create({ name: '上海', parentId: east.id });
    expect(city.path).toEqual([headquarters, north, east.id, city.id]);
    await as('admin').change({ id: east.id, version: 1, parentId: south, name: '华东大区' });
    const moved = (await all()).find(({ id }) => id === city.id)!;
    expect(moved.path).toEqual([headquarters, south, east.id, city.id]);
    await expect(as('admin').remove({ id: east.id })).rejects.toMatchObject({
      code: 'team.notEmpty',
      data: { people: 0, teams: 1, records: 0 },
    });
    await as('admin').remove({ id: city.id });
    await as('admin').remove({ id: east.id });
    expect(await all()).toHaveLength(3);
    await consistent();
  });

  test('never becomes a ring', async () => {
    const { north, headquarters } = company.teams;
    const below = await as('admin').create({ name: '环', parentId: north });
    const ring = as('admin').change({ id: north, version: 1, parentId: below.id });
    await expect(ring).rejects.toMatchObject({ code: 'team.cycle' });
    const self = as('admin').change({ id: north, version: 1, parentId: north });
    await expect(self).rejects.toMatchObject({ code: 'team.cycle' });
    const top = as('admin').change({ id: headquarters, version: 1, parentId: north });
    await expect(top).rejects.toMatchObject({ code: 'team.root' });
    await expect(as('admin').remove({ id: headquarters })).rejects.toMatchObject({ code: 'team.root' });
    await as('admin').remove({ id: below.id });
  });

  test('refuses a second team of the same name beside it, and a parent that is not there', async () => {
    const { north, headquarters } = company.teams;
    const twin = { name: 'South', parentId: headquarters };
    await expect(as('admin').create(twin)).rejects.toMatchObject({ code: 'team.nameTaken', data: { name: 'South' } });
    const rename = as('admin').change({ id: north, version: 1, name: 'South' });
    await expect(rename).rejects.toMatchObject({ code: 'team.nameTaken' });
    const orphan = as('admin').create({ name: '孤儿', parentId: newId() });
    await expect(orphan).rejects.toMatchObject({ code: 'team.parentMissing' });
    await expect(as('northManager').create(twin)).rejects.toMatchObject({ code: 'permission.missing' });
  });

  test('keeps a team that has people or records', async () => {
    const { north } = company.teams;
    const people = as('admin').remove({ id: north });
    await expect(people).rejects.toMatchObject({ code: 'team.notEmpty', data: { people: 5 } });
    const empty = await as('admin').create({ name: '公海', parentId: north });
    const row = { tenant_id: company.tenantId, id: newId(), name: '无主', name_key: '无主', team_id: empty.id };
    await company.database.write(company.tenantId, (tx) =>
      tx
        .insertInto('accounts')
        .values({ ...row, created_at: AT, updated_at: AT })
        .execute(),
    );
    await expect(as('admin').remove({ id: empty.id })).rejects.toMatchObject({ data: { records: 1 } });
  });

  test('two people, one team: the second is told', async () => {
    const team = await as('admin').create({ name: '两人', parentId: company.teams.south });
    await as('admin').change({ id: team.id, version: 1, name: '甲' });
    const second = as('admin').change({ id: team.id, version: 1, name: '乙' });
    await expect(second).rejects.toMatchObject({ code: 'record.changed' });
  });
});

test('whatever is moved wherever, paths never contain a team twice', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 40 }), (moves) => {
      const teams = new Map(
        ids.map((id, at) => [id, { id, parentId: at === 0 ? null : ids[at - 1]!, path: ids.slice(0, at + 1) }]),
      );
      for (const [what, where] of moves) {
        const team = teams.get(ids[what]!)!;
        const place = decidePlace(team, teams.get(ids[where]!), team.id, []);
        if (isRefusal(place)) continue;
        const depth = team.path.length - 1;
        team.parentId = ids[where]!;
        for (const one of teams.values())
          if (one.path.includes(team.id)) one.path = [...place.path.slice(0, -1), ...one.path.slice(depth)];
      }
      for (const { id, path, parentId } of teams.values()) {
        expect(new Set(path).size).toBe(path.length);
        expect(path.at(-1)).toBe(id);
        expect(path.at(-2) ?? null).toBe(parentId);
      }
    }),
  );
});

async function consistent() {
  const teams = new Map((await all()).map((team) => [team.id, team]));
  for (const team of teams.values()) {
    const above: Team | undefined = teams.get(team.parentId ?? '');
    expect(team.path).toEqual([...(above?.path ?? []), team.id]);
  }
}
