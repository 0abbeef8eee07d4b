import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { belongingKinds, countBelongings } from '#team/belongings.ts';
import { handOverContract } from '#team/hand-over.contract.ts';
import { handOverHandlers } from '#team/hand-over.server.ts';
import { giveBelongings } from '#team/testing.server.ts';

let company: TestCompany;
const idOf = (name: string) => company.actors[name]!.userId;
const as = (name: string) => company.as(handOverContract, company.actors[name]!);
const everythingTo = (name: string) => Object.fromEntries(belongingKinds.map((kind) => [kind, idOf(name)]));
const query = async (text: string, values: unknown[]) => (await company.database.pool.query(text, values)).rows;
beforeAll(async () => {
  company = await openTestCompany({ handOver: handOverHandlers });
});
afterAll(() => company.close());

describe('handing over', () => {
  test('everything of a leaver, in one go: no orphan is left, and she is out', async () => {
    const id = idOf('northRep');
    const { joined, deals } = await giveBelongings(company, id, company.teams.north, idOf('southRep'));
    const preview = await as('northManager').preview({ id });
    expect(preview).toEqual({
      accounts: 2,
      contacts: 1,
      deals: 2,
      tasks: 1,
      partners: 0,
      registrations: 0,
      memberships: 2,
    });

    const done = await as('admin').handOver({ id, version: 1, to: everythingTo('southManager'), deactivate: true });
    expect(done).toEqual({ handedOver: preview, active: false });

    expect(await orphansOf(id)).toEqual([]);
    const heir = idOf('southManager');
    const moved = await query('select owner_id, team_id, version from deals where id = any($1)', [deals]);
    const one = { owner_id: heir, team_id: company.teams.south, version: 2 };
    expect(moved).toEqual([one, one]);
    expect(await query('select member_ids from deals where id = $1', [joined.deal])).toEqual([{ member_ids: [heir] }]);
    expect(await query('select user_id, role from account_members where account_id = $1', [joined.account])).toEqual([
      { user_id: heir, role: 'presales' },
    ]);
    // What she did stays hers.
    expect(await query('select title from tasks where owner_id = $1', [id])).toEqual([{ title: '已办' }]);
    const events = await query(
      `select type, count(*) as n from events where data->>'reason' = 'handOver' or subject_id = $1
       group by type order by type`,
      [id],
    );
    expect(events).toEqual([
      { type: 'account.memberReplaced', n: 1 },
      { type: 'account.ownerChanged', n: 2 },
      { type: 'contact.ownerChanged', n: 1 },
      { type: 'deal.memberReplaced', n: 1 },
      { type: 'deal.ownerChanged', n: 2 },
      { type: 'task.ownerChanged', n: 1 },
      { type: 'user.handedOver', n: 1 },
      { type: 'user.left', n: 1 },
    ]);
  });

  test('kind by kind, to several, without leaving', async () => {
    const id = idOf('northRep2');
    await giveBelongings(company, id, company.teams.north, idOf('southRep'));
    const to = { deals: idOf('presales'), tasks: idOf('northManager') };
    expect(await as('northManager').handOver({ id, version: 1, to })).toMatchObject({
      handedOver: { accounts: 0, deals: 2, tasks: 1 },
      active: true,
    });
    expect(await as('northManager').preview({ id })).toMatchObject({ accounts: 2, deals: 0, tasks: 0, memberships: 2 });
  });

  test('to a colleague who stands on the team already keeps her there once', async () => {
    const id = idOf('service');
    const { joined } = await giveBelongings(company, id, company.teams.north, idOf('southRep'));
    const there = idOf('presales');
    await query('update accounts set member_ids = $1 where id = $2', [[there, id], joined.account]);
    await query(
      `insert into account_members select tenant_id, account_id, $1, 'sales' from account_members
      where account_id = $2`,
      [there, joined.account],
    );
    await as('admin').handOver({ id, version: 1, to: { memberships: there } });
    expect(await query('select member_ids from accounts where id = $1', [joined.account])).toEqual([
      { member_ids: [there] },
    ]);
    expect(await query('select role from account_members where account_id = $1', [joined.account])).toEqual([
      { role: 'sales' },
    ]);
  });

  test('takes as many statements for a thousand records as for two', async () => {
    const id = idOf('southRep');
    await query(
      `insert into accounts (tenant_id, id, name, name_key, owner_id, created_at, updated_at)
       select $1, gen_random_uuid(), 'n', 'n', $2, now(), now() from generate_series(1, 3000)`,
      [company.tenantId, id],
    );
    const { accounts } = await as('admin').preview({ id });
    const done = await as('admin').handOver({ id, version: 1, to: { accounts: idOf('northManager') } });
    expect(done.handedOver.accounts).toBe(accounts);
    expect(await query('select count(*) as n from accounts where owner_id = $1', [id])).toEqual([{ n: 0 }]);
  });
});

describe('is refused', () => {
  test('to a manager of other teams, also the look', async () => {
    const id = idOf('southRep');
    const refused = { code: 'handOver.outOfReach', status: 403 };
    await expect(as('northManager').preview({ id })).rejects.toMatchObject(refused);
    await expect(as('northManager').handOver({ id, version: 2, to: {} })).rejects.toMatchObject(refused);
    await expect(as('northRep2').preview({ id })).rejects.toMatchObject({ code: 'permission.missing' });
  });

  test('to herself, to somebody who left, to nobody known', async () => {
    const id = idOf('northRep2');
    for (const heir of [id, idOf('northRep'), crypto.randomUUID()])
      await expect(as('admin').handOver({ id, version: 2, to: { accounts: heir } })).rejects.toMatchObject({
        code: 'handOver.badHeir',
      });
  });

  test('when something would be left behind', async () => {
    const half = { id: idOf('northRep2'), version: 2, to: { accounts: idOf('admin') }, deactivate: true };
    await expect(as('admin').handOver(half)).rejects.toMatchObject({ code: 'handOver.leavesThings' });
    expect(countBelongings(await as('admin').preview({ id: half.id }))).toBe(5);
  });

  test('when the one who hands over may not deactivate, or deactivates herself, or the last administrator', async () => {
    const to = everythingTo('director');
    const byManager = as('northManager').handOver({ id: idOf('northRep2'), version: 2, to, deactivate: true });
    await expect(byManager).rejects.toMatchObject({ code: 'permission.missing' });
    const self = as('admin').handOver({ id: idOf('admin'), version: 1, to, deactivate: true });
    await expect(self).rejects.toMatchObject({ code: 'user.self' });
    await query("update users set roles = '{rep}' where id = $1", [idOf('admin')]);
    await query("update users set roles = '{admin}' where id = $1", [idOf('finance')]);
    const last = as('admin').handOver({ id: idOf('finance'), version: 1, to, deactivate: true });
    await expect(last).rejects.toMatchObject({ code: 'user.lastAdmin' });
  });

  test('when somebody changed the person meanwhile', async () => {
    const stale = as('admin').handOver({ id: idOf('northRep2'), version: 1, to: {} });
    await expect(stale).rejects.toMatchObject({ code: 'record.changed' });
  });
});

test('every table with an owner is among what is handed over', async () => {
  const rows = await query(
    `select c.table_name from information_schema.columns c
     join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
     where c.table_schema = 'public' and c.column_name = 'owner_id' and t.table_type = 'BASE TABLE'
       and c.table_name not in ('deal_states', 'gifts') -- whose a deal was, and who gave something: history`,
    [],
  );
  // A new table here needs a kind in belongings.ts, and its lines in belongings.server.ts and move-belongings.server.ts.
  expect(rows.map(({ table_name }) => table_name as string).toSorted()).toEqual(
    belongingKinds.filter((kind) => kind !== 'memberships').toSorted(),
  );
});

/** Every place in the whole database where an owner or a member is this person. */
async function orphansOf(userId: string) {
  const columns = await query(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and table_name not in ('deal_states', 'gifts') and column_name in ('owner_id', 'member_ids')
        or (column_name = 'user_id' and table_name in ('account_members', 'deal_members'))`,
    [],
  );
  const left: string[] = [];
  for (const { table_name, column_name } of columns) {
    const open = table_name === 'tasks' ? 'and done_at is null' : '';
    const is = column_name === 'member_ids' ? '@> array[$1::uuid]' : '= $1::uuid';
    const [row] = await query(`select count(*) as n from ${table_name} where ${column_name} ${is} ${open}`, [userId]);
    if (row.n > 0) left.push(`${table_name}.${column_name}`);
  }
  return left;
}
