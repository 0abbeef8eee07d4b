import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestCompany } from '#platform/http/testing.server.ts';
import { by, cellsOf, download, exported, opened } from './list-files.ts';

let company: TestCompany;
beforeAll(async () => {
  company = await opened();
});
afterAll(() => company.close());

/** Names and industries of the companies of one test. */
async function namedRows(query: string, name: string): Promise<string[][]> {
  const rows = await cellsOf(await exported('accounts', `columns=name,industry&sort=name&${query}`, company, name));
  return rows.filter(([cell]) => /^(?:北方|南方)/.test(cell!));
}

const idOf = (csv: string, name: string) =>
  csv
    .split('\r\n')
    .find((line) => line.includes(name))
    ?.match(/[0-9a-f-]{36}/)?.[0];

describe('an export', () => {
  test('holds what the list shows, under its filters and with the chosen columns', async () => {
    const file = '客户名称,行业,负责人\n北方甲,电力,northRep\n北方乙,汽车,northRep2\n南方丙,电力,southRep\n';
    await by(company).whole('account', file);
    expect(await namedRows('industry=电力', 'director')).toEqual([
      ['北方甲', '电力'],
      ['南方丙', '电力'],
    ]);
    expect((await namedRows('', 'northRep')).map(([name]) => name)).toEqual(['北方甲']);
    expect((await namedRows('mine=1', 'northRep2')).map(([name]) => name)).toEqual(['北方乙']);
  });

  test('needs the permission, leaves an audit event, and explains a wrong address', async () => {
    expect((await download('accounts', '', company, 'presales')).status).toBe(403);
    expect((await company.app.request('/api/exports/accounts')).status).toBe(401);
    expect((await download('accounts', 'format=exe', company)).status).toBe(422);
    expect((await download('nothing', '', company)).status).toBe(404);
    const events = await company.database.read(company.tenantId, (db) =>
      db
        .selectFrom('events')
        .select(['actor_id', 'data'])
        .where('tenant_id', '=', company.tenantId)
        .where('type', '=', 'export.taken')
        .orderBy('id', 'desc')
        .execute(),
    );
    expect(events[0]).toMatchObject({
      actor_id: company.actors['northRep2']!.userId,
      data: { list: 'accounts', format: 'csv' },
    });
  });

  test('in GB18030 is what Excel of that code page reads', async () => {
    const response = await download('accounts', 'format=csv-gb18030&columns=name&sort=name&industry=电力', company);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=gb18030');
    expect(iconv.decode(Buffer.from(await response.arrayBuffer()), 'gb18030')).toContain(
      '客户名称\r\n北方甲\r\n南方丙',
    );
  });

  test.each(['contacts', 'deals', 'products'])('of %s works too, in both formats', async (list) => {
    const files: { [list: string]: string } = {
      contacts: '姓名,单位,手机\n王小明,北方甲,13800138000\n',
      deals: '商机名称,客户,金额,阶段\n锅炉项目,北方甲,12.75,赢单\n',
      products: '产品名称,编码,标准价\n数控车床,L-2,480000\n',
    };
    await by(company).whole(list.slice(0, -1) as 'deal', files[list]!);
    const [csv, xlsx] = [
      await cellsOf(await exported(list, 'format=csv', company)),
      await cellsOf(await exported(list, 'format=xlsx', company)),
    ];
    const stamped = /^\d{4}-\d\d-\d\dT/;
    const plain = (rows: string[][]) =>
      rows.map((row) =>
        row
          .filter((cell) => !stamped.test(cell))
          .join('|')
          .replace(/\|+$/, '')
          .replaceAll('.00', ''),
      );
    expect(plain(csv)).toEqual(plain(xlsx));
    expect(JSON.stringify(csv)).toContain({ contacts: '13800138000', deals: '12.75', products: '480000.00' }[list]);
  });

  test.each([
    ['account', '客户名称,行业\n改名前,电力\n', '改名前', '改名后'],
    ['contact', '姓名,单位,手机\n改名前人,北方甲,13900139000\n', '改名前人', '改名后人'],
    ['deal', '商机名称,客户,金额,阶段\n改名前项目,北方甲,30,赢单\n', '改名前项目', '改名后项目'],
  ] as const)('of %ss is worked on and comes back as changes, even of the name', async (noun, file, before, after) => {
    await by(company).whole(noun, file);
    const csv = (await exported(`${noun}s`, 'format=csv', company)).toString('utf8');
    const done = await by(company).whole(noun, csv.replaceAll(before, after), () => ({ policy: 'update' }));
    expect(done.outcome).toMatchObject({ created: 0, updated: 1, faulty: 0 });
    const again = (await exported(`${noun}s`, 'format=csv', company)).toString('utf8');
    expect(idOf(again, after)).toBe(idOf(csv, before));
    // To another company the ids mean nothing.
    const other = await opened();
    try {
      const there = await by(other).whole(noun, csv, () => ({
        policy: 'update',
        createMissing: ['account'],
      }));
      expect(there.outcome).toMatchObject({ updated: 0 });
    } finally {
      await other.close();
    }
  });
});
