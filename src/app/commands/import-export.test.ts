import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, openDatabase, type Database } from '#platform/database/database.server.ts';
import { newId } from '#platform/id.server.ts';
import { addUser, foundCompany } from '#team/found-company.server.ts';

/** The commands as an operator runs them: processes of their own, on a data folder of their own. */
const folder = mkdtempSync(join(tmpdir(), 'longmen-cli-'));
const data = join(folder, 'data');
const cli = fileURLToPath(new URL('../cli.server.ts', import.meta.url));
const file = (name: string) => join(folder, name);
const now = '2026-01-01T00:00:00.000Z';

function longmen(...words: string[]) {
  const env = { ...process.env, LONGMEN_DATA: data, DATABASE_URL: '', LONGMEN_SECRET: 'secret of a test' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { env, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

async function onData<T>(work: (database: Database, tenantId: string) => Promise<T>): Promise<T> {
  const database = await openDatabase({ folder: data });
  try {
    await migrate(database);
    const known = await database.system.selectFrom('tenants').select('id').executeTakeFirst();
    return await work(database, known?.id ?? (await foundCompany(database, '龙门测试', now)).tenantId);
  } finally {
    await database.close();
  }
}

beforeAll(async () => {
  await onData((database, tenantId) =>
    database.write(tenantId, async (tx) => {
      const root = await tx.selectFrom('teams').select('id').executeTakeFirstOrThrow();
      for (const role of ['manager', 'rep', 'director'] as const)
        await addUser(
          tx,
          tenantId,
          { id: newId(), identityId: null, name: role, email: `${role}@example.com`, teamId: root.id, roles: [role] },
          now,
        );
    }),
  );
  writeFileSync(
    file('accounts.csv'),
    'account,sector,since,office_location\n青岚泵业有限公司,technolgy,1996,Philipines\n海宁电气有限公司,technology,1999,Kenya\n' +
      ',technology,1986,Kenya\n华山重工集团,technology,2001,Kenya\n',
  );
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('import: checked without writing, run, exported as she sees it, undone', async () => {
  const asManager = ['--as', 'Manager@example.com'];
  const planned = longmen(
    'import',
    file('accounts.csv'),
    '--noun',
    'account',
    ...asManager,
    '--write-plan',
    file('p.json'),
  );
  expect(planned).toMatchObject({ status: 0 });
  expect(planned.said).toMatch(/account\s+→ 客户名称 Account name \(name\)\s+青岚泵业有限公司/);
  const plan = JSON.parse(readFileSync(file('p.json'), 'utf8')) as { columns: { [header: string]: string | null } };
  expect(plan.columns).toMatchObject({ account: 'name', sector: 'industry' });
  plan.columns['since'] = null;
  plan.columns['office_location'] = 'city';
  writeFileSync(file('p.json'), JSON.stringify(plan));

  const withPlan = ['import', file('accounts.csv'), '--noun', 'account', ...asManager, '--plan', file('p.json')];
  const dry = longmen(...withPlan, '--dry-run', '--errors', file('dry.csv'));
  expect(dry, dry.said).toMatchObject({ status: 0 });
  expect(dry.said).toMatch(/新建 new 3 · 有问题 faulty 1/);
  expect(readFileSync(file('dry.csv'), 'utf8')).toMatch(/Philipines|technology,1986/);
  expect(longmen('export', 'account', file('none.csv'), ...asManager)).toMatchObject({ status: 0 });
  expect(readFileSync(file('none.csv'), 'utf8').trim().split('\r\n')).toHaveLength(1);

  // The check is kept; it can be gone on with.
  const [, id = ''] = /--resume (\S+)/.exec(dry.said) ?? [];
  const run = longmen('import', '--resume', id, ...asManager, '--errors', file('not-taken.xlsx'));
  expect(run, run.said).toMatchObject({ status: 0 });
  expect(run.said).toMatch(/已完成 Done[\s\S]*新建 new 3/);
  expect(readFileSync(file('not-taken.xlsx')).subarray(0, 2).toString()).toBe('PK');

  const seen = longmen('export', 'account', file('seen.csv'), ...asManager, '--columns', 'name,city', '--sort', 'name');
  expect(seen, seen.said).toMatchObject({ status: 0 });
  const rows = readFileSync(file('seen.csv'), 'utf8').trim().split('\r\n');
  expect(rows).toHaveLength(4);
  expect(rows).toContain('青岚泵业有限公司,Philipines');
  expect(longmen('export', 'account', file('f.xlsx'), ...asManager, '--filter', 'search=海宁').status).toBe(0);
  expect(readFileSync(file('f.xlsx')).subarray(0, 2).toString()).toBe('PK');
  // A rep sees her own accounts only: none of these.
  expect(longmen('export', 'account', file('rep.csv'), '--as', 'rep@example.com').status).toBe(0);
  expect(readFileSync(file('rep.csv'), 'utf8').trim().split('\r\n')).toHaveLength(1);

  const undone = longmen('import', '--undo', id, ...asManager);
  expect(undone, undone.said).toMatchObject({ status: 0 });
  expect(undone.said).toMatch(/撤回 removed 3/);

  const types = await onData((database, tenantId) =>
    database.read(tenantId, (db) =>
      db
        .selectFrom('events')
        .select(['type', 'actor_id'])
        .where('type', 'not like', 'account.%')
        .orderBy('id')
        .execute(),
    ),
  );
  expect(types.map(({ type }) => type)).toEqual([
    'export.taken',
    'import.started',
    'import.done',
    'export.taken',
    'export.taken',
    'export.taken',
    'import.undoAsked',
    'import.undone',
  ]);
  expect(types.every(({ actor_id }) => actor_id !== null)).toBe(true);
}, 180_000);

test('import: the cards of an address book', async () => {
  writeFileSync(
    file('cards.vcf'),
    'BEGIN:VCARD\r\nVERSION:3.0\r\nN:王;建国;;;\r\nORG:云岭阀门有限公司\r\nTEL;TYPE=CELL:13800138000\r\nBDAY:1980-01-02\r\nEND:VCARD\r\n',
  );
  const asManager = ['--as', 'manager@example.com'];
  const run = longmen('import', file('cards.vcf'), '--noun', 'contact', '--create', 'account', ...asManager);
  expect(run, run.said).toMatchObject({ status: 0 });
  expect(run.said).toMatch(
    /cards\.vcf · vcf · 1 张名片 cards\n私人信息不导入。Private, not taken over: 生日 birthdays ×1/,
  );
  expect(run.said).toMatch(/手机 Mobile \(mobile\)\s+→ 手机 Mobile \(mobile\)\s+13800138000/);
  expect(run.said).toMatch(/新建 new 1 · 另建客户 accounts made 1/);
  const [, id = ''] = /--undo (\S+)/.exec(run.said) ?? [];
  expect(longmen('import', '--undo', id, ...asManager).said).toMatch(/撤回 removed 2/);
  const wrong = longmen('import', file('cards.vcf'), '--noun', 'account', ...asManager);
  expect(wrong).toMatchObject({ status: 1 });
  expect(wrong.said).toMatch(/只能导入为联系人[\s\S]*Choose contacts/);
}, 120_000);

test.each([
  [
    'a rep may not import',
    ['import', 'accounts.csv', '--noun', 'account', '--as', 'rep@example.com'],
    /没有这项权限[\s\S]*does not allow/,
  ],
  [
    'a manager may not import products',
    ['import', 'accounts.csv', '--noun', 'product', '--as', 'manager@example.com'],
    /does not allow/,
  ],
  [
    'nobody of that address',
    ['import', 'accounts.csv', '--noun', 'account', '--as', 'x@example.com'],
    /没有这位在职用户/,
  ],
  ['no noun', ['import', 'accounts.csv', '--as', 'manager@example.com'], /--noun account/],
  ['no such file', ['import', 'nothing.csv', '--noun', 'account', '--as', 'manager@example.com'], /读不到这个文件/],
  ['no such playbook', ['playbook', 'check', 'nothing.csv'], /Cannot read this file/],
  ['no such import', ['import', '--undo', newId(), '--as', 'manager@example.com'], /找不到这条记录[\s\S]*Not found/],
  [
    'no such filter value',
    ['export', 'deal', 'deals.csv', '--as', 'manager@example.com', '--filter', 'state=perhaps'],
    /1 thing needs correcting[\s\S]*state/,
  ],
  ['no such kind of file', ['export', 'deal', 'deals.doc', '--as', 'manager@example.com'], /\.csv/],
  [
    'a role that is none',
    ['user', 'create', '--email', 'x@example.com', '--name', 'x', '--role', 'boss'],
    /--role {2}只能是：rep[\s\S]*Must be one of: rep/,
  ],
  [
    'a permission that is none',
    ['api-key', 'create', '--email', 'rep', '--name', 'x', '--permission', 'deal.win'],
    /--email {2}请填写有效的邮箱地址[\s\S]*--permission {2}只能是：account\.read/,
  ],
  [
    'an address in use',
    ['user', 'create', '--email', 'Rep@example.com', '--name', 'x', '--role', 'rep'],
    /A user with this address is here already/,
  ],
  ['no such list', ['export', 'tender', 'deals.csv', '--as', 'manager@example.com'], /account\|contact/],
])(
  '%s: told, and exit code 1',
  (_, words, told) => {
    const named = words.map((word) => (/^\w+\.(csv|doc)$/.test(word) ? file(word) : word));
    const { status, said } = longmen(...named);
    expect(said).toMatch(told);
    expect(status).toBe(1);
    expect(existsSync(file('deals.csv'))).toBe(false);
  },
  60_000,
);
