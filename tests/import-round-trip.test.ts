import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountExport } from '#accounts/account-export.server.ts';
import type { AccountFields } from '#accounts/account.ts';
import { accountSources, ownerships, scales } from '#accounts/account-lists.ts';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { accountHandlers } from '#accounts/accounts.server.ts';
import { dealExport } from '#deals/deal-export.server.ts';
import { dealHandlers } from '#deals/deals.server.ts';
import { importHandlers } from '#imports/imports.server.ts';
import { importRoutes } from '#imports/import-routes.server.ts';
import { importer } from '#imports/testing.server.ts';
import { contactExport } from '#people/contact-export.server.ts';
import { contactHandlers } from '#people/contacts.server.ts';
import { exportRoutes } from '#platform/import-export/list-export.server.ts';
import { inspectTable, tableRows } from '#platform/import-export/table-reader.server.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { productExport } from '#products/product-export.server.ts';
import { productHandlers } from '#products/products.server.ts';

/** What goes in by a file comes out by a file unchanged, whoever looks sees no more than in the list. */
const naughty = JSON.parse(
  readFileSync(new URL('./fixtures/naughty-strings/blns.json', import.meta.url), 'utf8'),
) as string[];
const payloads = ["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1:A9)', '\t=1+1', '=HYPERLINK("http://x","y")'];

let company: TestCompany;
const by = (name: string, of = company) => importer(of, of.actors[name]!);

async function opened(): Promise<TestCompany> {
  const lists = [accountExport, contactExport, dealExport, productExport];
  const handlers = {
    accounts: accountHandlers,
    contacts: contactHandlers,
    deals: dealHandlers,
    imports: importHandlers,
    products: productHandlers,
  };
  const made = await openTestCompany(handlers, {
    routes: (app) => {
      importRoutes(app);
      exportRoutes(app, lists);
    },
  });
  await made.database.write(made.tenantId, (tx) => installPlaybooks(tx, made.tenantId, '2026-01-01T00:00:00.000Z'));
  return made;
}

async function download(list: string, query: string, name = 'director', of = company): Promise<Response> {
  const actor = of.actors[name]!;
  of.as(accountsContract, actor);
  return of.app.request(`/api/exports/${list}?${query}`, { headers: { 'x-test-user': actor.userId } });
}

async function exported(list: string, query: string, name = 'director', of = company): Promise<Buffer> {
  const response = await download(list, query, name, of);
  if (!response.ok) throw new Error(await response.text());
  return Buffer.from(await response.arrayBuffer());
}

async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const source = async function* () {
    yield bytes;
  };
  const { format } = await inspectTable(source);
  const rows: string[][] = [];
  for await (const batch of tableRows(source, format)) rows.push(...batch.map(({ cells }) => cells));
  return rows;
}

/** Names and industries of the companies of one test. */
async function namedRows(query: string, name: string): Promise<string[][]> {
  const rows = await cellsOf(await exported('accounts', `columns=name,industry&sort=name&${query}`, name));
  return rows.filter(([cell]) => /^(?:北方|南方)/.test(cell!));
}

const idOf = (csv: string, name: string) =>
  csv
    .split('\r\n')
    .find((line) => line.includes(name))
    ?.match(/[0-9a-f-]{36}/)?.[0];

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

beforeAll(async () => {
  company = await opened();
});
afterAll(() => company.close());

describe('naughty strings', () => {
  // What a name cannot be is refused with the reason: too long, empty, or with half a character.
  const names = naughty.filter(
    (text) => text.trim() !== '' && text.isWellFormed() && text.length <= 190 && !text.includes('\u0000'),
  );

  test.each(['csv', 'csv-gb18030', 'xlsx'] as const)(
    'come through the whole import and back by %s unchanged',
    async (format) => {
      const fresh = await opened();
      try {
        const file = ['客户名称,地址', ...names.map((text, i) => [`${i} ${text}`, text].map(quote).join(','))].join(
          '\n',
        );
        const done = await by('director', fresh).whole('account', file, () => ({ policy: 'create' }));
        expect(done.outcome).toMatchObject({ created: names.length, faulty: 0 });
        const rows = await cellsOf(
          await exported('accounts', `format=${format}&columns=name,address&sort=name`, 'director', fresh),
        );
        const back = rows.slice(1).map(([name, address]) => [name, address]);
        const sent = names.map((text, i) => [`${i} ${text}`.trim(), text.trim()]);
        expect(new Set(back.map(String))).toEqual(new Set(sent.map(String)));
        expect(back).toHaveLength(sent.length);
      } finally {
        await fresh.close();
      }
    },
  );

  test('in every column and file name: a clear answer, never a failure', async () => {
    const file = [
      '客户名称,统一社会信用代码,电话,规模,行业,标签',
      ...naughty.map((text, i) => [`${i}`, text, text, text, text, text].map(quote).join(',')),
    ].join('\n');
    const { upload, check, run } = by('director');
    const id = await upload('account', file, `${'奇'.repeat(100)}<script>.csv`);
    expect((await check(id)).state).toBe('checked');
    const done = await run(id);
    expect(done.state).toBe('done');
    expect(done.outcome.created + done.outcome.faulty + done.outcome.skipped).toBe(done.rowsTotal);
  });
});

describe('cells that a spreadsheet would run', () => {
  test('leave as text and come back as they were', async () => {
    const fresh = await opened();
    try {
      const file = ['客户名称,地址', ...payloads.map((text, i) => [`公司${i}`, text].map(quote).join(','))].join('\n');
      await by('director', fresh).whole('account', file);
      const text = (
        await exported('accounts', 'format=csv&columns=name,address&sort=name', 'director', fresh)
      ).toString('utf8');
      expect(text.charCodeAt(0)).toBe(0xfeff);
      for (const cell of text.slice(1).split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+\-@\t]/);
      const back = await cellsOf(Buffer.from(text));
      expect(back.slice(1).map(([, address]) => address)).toEqual(payloads.map((payload) => payload.trim()));
    } finally {
      await fresh.close();
    }
  });
});

describe('accounts', () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) => text.trim())
    .filter(
      (text) =>
        text !== '' &&
        !text.includes('\u0000') &&
        !/[;；,，、|\n\r]/u.test(text) &&
        text.isWellFormed() &&
        Buffer.from(text).length < 120,
    );
  const optional = fc.option(word, { nil: null });
  const account = fc.record({
    industry: optional,
    province: fc.option(
      word.filter((text) => text.length <= 40),
      { nil: null },
    ),
    address: optional,
    site: optional,
    scale: fc.option(fc.constantFrom(...scales.map(({ key }) => key)), { nil: null }),
    ownership: fc.option(fc.constantFrom(...ownerships.map(({ key }) => key)), { nil: null }),
    source: fc.constantFrom(...accountSources.map(({ key }) => key)),
    phone: fc.option(
      fc.integer({ min: 10_000_000, max: 99_999_999 }).map((n) => `021-${n}`),
      { nil: null },
    ),
    tags: fc.uniqueArray(
      word.filter((text) => text.length <= 30),
      { maxLength: 4 },
    ),
    aliases: fc.uniqueArray(word, { maxLength: 3 }),
  });

  test.each(['csv', 'xlsx'] as const)('exported as %s and imported elsewhere are the same', async (format) => {
    const [from, to] = [await opened(), await opened()];
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(account, { minLength: 1, maxLength: 12 }), async (drafts) => {
          const marker = `批${crypto.randomUUID().slice(0, 8)}`;
          const client = from.as(accountsContract, from.actors['director']!);
          for (const [i, fields] of drafts.entries())
            await client.create({ ...(fields as Partial<AccountFields>), name: `${marker}第${i}家`, confirm: true });
          const file = await exported(
            'accounts',
            `format=${format}&search=${encodeURIComponent(marker)}&sort=name`,
            'director',
            from,
          );
          const target = by('director', to);
          const id = await target.upload('account', file, `x.${format}`);
          // The owner is the same person here and there; the moments are the database's own.
          await target.check(id, () => ({ policy: 'create' }));
          expect((await target.run(id)).outcome).toMatchObject({ created: drafts.length, faulty: 0 });
          const again = await exported(
            'accounts',
            `format=${format}&search=${encodeURIComponent(marker)}&sort=name`,
            'director',
            to,
          );
          const [one, two] = [await cellsOf(file), await cellsOf(again)];
          const untimed = (rows: string[][]) => rows.map((row) => row.slice(0, one[0]!.indexOf('创建时间')));
          expect(untimed(two)).toEqual(untimed(one));
        }),
        { numRuns: 12 },
      );
    } finally {
      await from.close();
      await to.close();
    }
  });
});

describe('an export', () => {
  test('holds what the list shows, under its filters and with the chosen columns', async () => {
    const file = '客户名称,行业,负责人\n北方甲,电力,northRep\n北方乙,汽车,northRep2\n南方丙,电力,southRep\n';
    await by('director').whole('account', file);
    expect(await namedRows('industry=电力', 'director')).toEqual([
      ['北方甲', '电力'],
      ['南方丙', '电力'],
    ]);
    expect((await namedRows('', 'northRep')).map(([name]) => name)).toEqual(['北方甲']);
    expect((await namedRows('mine=1', 'northRep2')).map(([name]) => name)).toEqual(['北方乙']);
  });

  test('needs the permission, leaves an audit event, and explains a wrong address', async () => {
    expect((await download('accounts', '', 'presales')).status).toBe(403);
    expect((await company.app.request('/api/exports/accounts')).status).toBe(401);
    expect((await download('accounts', 'format=exe')).status).toBe(422);
    expect((await download('nothing', '')).status).toBe(404);
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
    const response = await download('accounts', 'format=csv-gb18030&columns=name&sort=name&industry=电力');
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
    await by('director').whole(list.slice(0, -1) as 'deal', files[list]!);
    const [csv, xlsx] = [
      await cellsOf(await exported(list, 'format=csv')),
      await cellsOf(await exported(list, 'format=xlsx')),
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
    await by('director').whole(noun, file);
    const csv = (await exported(`${noun}s`, 'format=csv')).toString('utf8');
    const done = await by('director').whole(noun, csv.replaceAll(before, after), () => ({ policy: 'update' }));
    expect(done.outcome).toMatchObject({ created: 0, updated: 1, faulty: 0 });
    const again = (await exported(`${noun}s`, 'format=csv')).toString('utf8');
    expect(idOf(again, after)).toBe(idOf(csv, before));
    // To another company the ids mean nothing.
    const other = await opened();
    try {
      const there = await by('director', other).whole(noun, csv, () => ({
        policy: 'update',
        createMissing: ['account'],
      }));
      expect(there.outcome).toMatchObject({ updated: 0 });
    } finally {
      await other.close();
    }
  });
});
