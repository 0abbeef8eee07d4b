import { sql } from 'kysely';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { newId } from '#platform/id.server.ts';
import { movedWithAccount } from '#accounts/account-merge.server.ts';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { accountHandlers } from '#accounts/accounts.server.ts';

let company: TestCompany;
const as = (name: string) => company.as(accountsContract, company.actors[name]!);
const idOf = (name: string) => company.actors[name]!.userId;

beforeAll(async () => {
  company = await openTestCompany({ accounts: accountHandlers });
});
afterAll(() => company.close());

type Hung = {
  contacts: number;
  notes: number;
  tasks: number;
  attachments: number;
  children: number;
  members: string[];
};
const hung = fc.record({
  contacts: fc.nat(3),
  notes: fc.nat(3),
  tasks: fc.nat(3),
  attachments: fc.nat(2),
  children: fc.nat(2),
  members: fc.subarray(['northRep2', 'southRep', 'presales']),
});

/** An account with things hanging on it; answers their ids by table. */
async function hang(name: string, { members, children, ...counts }: Hung) {
  let account = await as('northManager').create({ name, confirm: true, tags: [name] });
  const roles = members.map((one) => ({ userId: idOf(one), role: 'presales' as const }));
  account = await as('northManager').setMembers({ id: account.id, version: account.version, members: roles });
  const ids: { [table: string]: string[] } = { accounts: [] };
  for (let i = 0; i < children; i++) {
    ids['accounts']!.push(
      (await as('northManager').create({ name: `${name}${i}`, confirm: true, parentId: account.id })).id,
    );
  }
  await company.database.write(company.tenantId, async (tx) => {
    for (const [table, count] of Object.entries(counts)) {
      ids[table] = Array.from({ length: count }, newId);
      for (const id of ids[table]) await sql.raw(rowOf[table]!(id, account.id)).execute(tx);
    }
  });
  return { account, ids };
}

const at = "'2026-01-01'";
const rowOf: { [table: string]: (id: string, account: string) => string } = {
  contacts: (id, account) =>
    `insert into contacts (tenant_id, id, name, account_id, created_at, updated_at)
     values ('${company.tenantId}', '${id}', '张', '${account}', ${at}, ${at})`,
  notes: (id, account) =>
    `insert into notes (tenant_id, id, subject_kind, subject_id, account_id, body, author_id, created_at, updated_at)
     values ('${company.tenantId}', '${id}', 'account', '${account}', '${account}', '记', '${idOf('northRep')}', ${at}, ${at})`,
  tasks: (id, account) =>
    `insert into tasks (tenant_id, id, title, owner_id, subject_kind, subject_id, account_id, created_by, created_at)
     values ('${company.tenantId}', '${id}', '办', '${idOf('northRep')}', 'account', '${account}', '${account}', '${idOf('northRep')}', ${at})`,
  attachments: (id, account) =>
    `insert into attachments (tenant_id, id, subject_kind, subject_id, name, media_type, bytes, sha256, added_by, created_at)
     values ('${company.tenantId}', '${id}', 'account', '${account}', 'a.pdf', 'application/pdf', 1, 'x', '${idOf('northRep')}', ${at})`,
};
const parentColumn: { [table: string]: string } = {
  contacts: 'account_id',
  notes: 'subject_id',
  tasks: 'account_id',
  attachments: 'subject_id',
  accounts: 'parent_id',
};

test('whatever hangs on two accounts hangs on the one they become', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(hung, hung, async (one, other) => {
      run++;
      const [a, b] = [await hang(`甲${run}`, one), await hang(`乙${run}`, other)];
      const merged = await as('northManager').merge({
        id: a.account.id,
        version: a.account.version,
        loserId: b.account.id,
        loserVersion: b.account.version,
        choose: { name: 'loser' },
      });
      expect(merged).toMatchObject({
        id: a.account.id,
        name: `乙${run}`,
        aliases: [`甲${run}`],
        tags: [`甲${run}`, `乙${run}`],
      });
      for (const [table, column] of Object.entries(parentColumn)) {
        const { rows } = await company.database.read(company.tenantId, (db) =>
          sql<{ id: string }>`select id from ${sql.table(table)} where tenant_id = ${company.tenantId}::uuid
            and ${sql.ref(column)} = ${merged.id}::uuid`.execute(db),
        );
        expect(new Set(rows.map((row) => row.id))).toEqual(new Set([...a.ids[table]!, ...b.ids[table]!]));
      }
      const page = await as('northManager').show({ id: b.account.id });
      expect(page.account.id).toBe(merged.id);
      expect(page.mergedFrom).toEqual([{ id: b.account.id, name: `乙${run}` }]);
      expect(new Set(page.members.map((member) => member.name))).toEqual(new Set([...one.members, ...other.members]));
      for (const member of page.members) await as(member.name).show({ id: merged.id });
    }),
    { numRuns: 8 },
  );
});

test('every column that refers to an account is moved, or is known to stay', async () => {
  const { rows } = await company.database.pool.query<{ table_name: string; column_name: string }>(
    // Views store nothing: what they show has moved with their tables.
    `select table_name, column_name from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and column_name in ('account_id', 'subject_id')`,
  );
  // Events are history and stay; the timeline reads those of merged accounts too. Members are united.
  const stay = ['events.account_id', 'events.subject_id', 'account_members.account_id'];
  const moved = Object.entries(movedWithAccount).flatMap(([column, tables]) =>
    tables.map((table) => `${table}.${column}`),
  );
  expect(rows.map((row) => `${row.table_name}.${row.column_name}`).sort()).toEqual([...stay, ...moved].sort());
});

test('old names and codes still find the survivor, and its code is free to take', async () => {
  const creditCode = '914403001922038216';
  const a = await as('northRep').create({ name: '存续公司' });
  const b = await as('northRep').create({ name: '并入工厂', creditCode });
  const merged = await as('northManager').merge({ id: a.id, version: 1, loserId: b.id, loserVersion: 1 });
  expect(merged).toMatchObject({ name: '存续公司', creditCode, aliases: ['并入工厂'] });
  const { candidates } = await as('northRep').duplicates({ name: '并入工厂有限公司' });
  const { createdAt } = a;
  expect(candidates).toEqual([
    { id: a.id, name: '存续公司', ownerName: 'northRep', industry: null, place: null, createdAt, why: ['name'] },
  ]);
  expect((await as('northRep').list({ search: 'brgc' })).rows.map((row) => row.id)).toEqual([a.id]);
  const third = await as('northRep').create({ name: '第三家' });
  await as('northManager').merge({ id: third.id, version: 1, loserId: a.id, loserVersion: 2 });
  expect((await as('northRep').show({ id: b.id })).account.id).toBe(third.id);
});

test('a parent and its branch become one without a loop', async () => {
  const top = await as('northRep').create({ name: '母公司' });
  const middle = await as('northRep').create({ name: '中间层', parentId: top.id });
  const leaf = await as('northRep').create({ name: '末端', parentId: middle.id });
  await as('northManager').merge({
    id: leaf.id,
    version: 1,
    loserId: top.id,
    loserVersion: 1,
    choose: { parentId: 'winner' },
  });
  const { group } = await as('northRep').show({ id: leaf.id });
  expect(group.rows.map(({ name, parentId }) => [name, parentId])).toEqual([
    ['末端', null],
    ['中间层', leaf.id],
  ]);
});

test('merging is refused to a rep, with itself, and over a newer version', async () => {
  const a = await as('northRep').create({ name: '合并甲方' });
  const b = await as('northRep').create({ name: '合并乙方' });
  const both = { id: a.id, version: 1, loserId: b.id, loserVersion: 1 };
  await expect(as('northRep').merge(both)).rejects.toMatchObject({ code: 'permission.missing' });
  await expect(as('southManager').merge(both)).rejects.toMatchObject({ code: 'record.notFound' });
  await expect(as('northManager').merge({ ...both, loserId: a.id })).rejects.toMatchObject({
    code: 'account.mergeSelf',
  });
  await expect(as('northManager').merge({ ...both, loserVersion: 9 })).rejects.toMatchObject({
    code: 'record.changed',
  });
  await expect(as('northManager').merge({ ...both, version: 9 })).rejects.toMatchObject({ code: 'record.changed' });
  expect((await as('northRep').show({ id: b.id })).account.name).toBe('合并乙方');
});

const told = (found: RegExp) => ({ code: 'text.privateFact', message: expect.stringMatching(found) });

test('what may not be written of its people is not taken over either', async () => {
  const one = await as('northManager').create({ name: '安平电机', confirm: true });
  const two = await as('northManager').create({ name: '安平机电', confirm: true });
  await company.database.pool.query('update accounts set tags = $2 where id = $1', [two.id, ['厂长他信佛']]);
  const both = { id: one.id, version: 1, loserId: two.id, loserVersion: 1 };
  await expect(as('northManager').merge(both)).rejects.toMatchObject(told(/宗教/));
  await expect(
    as('northManager').tagMany({ rows: [{ id: one.id, version: 1, tags: ['他儿子高考'] }] }),
  ).rejects.toMatchObject(told(/子女/));
  await expect(
    as('northManager').update({ id: one.id, version: 1, address: '家庭住址：滨河路 8 号' }),
  ).rejects.toMatchObject(told(/家庭住址/));
  await expect(as('northManager').create({ name: '安宁机电', tags: ['李总吃素'] })).rejects.toMatchObject(told(/忌口/));
});
