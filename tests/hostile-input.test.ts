import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { router } from '#app/router.server.ts';
import { slicesRoutes } from '#app/routes.server.ts';
import { recordsOf } from './filled-company.ts';

/** Bodies, headers and parameters as nobody's program sends them: each a clear 4xx in the reader's language, nothing written. */
let company: TestCompany;
let server: Server;
beforeAll(async () => {
  company = await openTestCompany(router, { routes: slicesRoutes });
  await company.database.write(company.tenantId, (tx) =>
    installPlaybooks(tx, company.tenantId, '2026-01-01T00:00:00.000Z'),
  );
  company.as({}, company.actors['admin']!);
  server = serve({ fetch: company.app.fetch, hostname: '127.0.0.1', port: 0 }) as Server;
  await once(server, 'listening');
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await company.close();
});

type Asked = {
  method?: string;
  body?: string | Uint8Array<ArrayBuffer>;
  headers?: { [name: string]: string };
  lang?: 'zh' | 'en';
};

async function ask(path: string, { method = 'POST', body, headers = {}, lang = 'zh' }: Asked = {}) {
  const response = await company.app.fetch(
    new Request(`http://test/api${path}`, {
      method,
      body: body ?? null,
      headers: {
        'x-test-user': company.actors['director']!.userId,
        'content-type': 'application/json',
        'accept-language': lang,
        ...headers,
      },
    }),
  );
  const text = await response.text();
  return { status: response.status, text, said: JSON.parse(text || '{}') as { code?: string; message?: string } };
}

/** In Chinese and in English; the words differ, and are words. */
async function refused(path: string, asked: Asked, status: number | readonly number[]): Promise<void> {
  const before = (await recordsOf(company.database, company.tenantId)).contents;
  const [zh, en] = [await ask(path, { ...asked, lang: 'zh' }), await ask(path, { ...asked, lang: 'en' })];
  const statuses = [status].flat();
  expect(statuses, zh.text).toContain(zh.status);
  expect(en.status).toBe(zh.status);
  expect(zh.said.code).toEqual(expect.any(String));
  expect(zh.said.message, zh.text).toMatch(/\p{Script=Han}/u);
  expect(en.said.message, en.text).toMatch(/[a-z]{3}/);
  expect(en.said.message, en.text).not.toMatch(/\p{Script=Han}/u);
  expect((await recordsOf(company.database, company.tenantId)).contents).toEqual(before);
}

const bytes = (...all: number[]) => Uint8Array.from(all);
const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);
const account = (name: string, more = '') => `{"name":${JSON.stringify(name)}${more}}`;

describe('a body', () => {
  test.each([
    ['that is no JSON', '{"name": "半截'],
    ['that is empty', ''],
    ['with a comma too many', '{"name":"甲",}'],
    ['of two values', '{"name":"甲"}{"name":"乙"}'],
    ['that is a list', '[]'],
    ['that is a number', '42'],
    ['that is null', 'null'],
    ['of another shape', '{"name":{"first":"甲"}}'],
    ['whose name is too long', account('长'.repeat(100_000))],
    ['nested as a list a hundred thousand deep', nested(100_000, '[', ']')],
    ['nested as an object a hundred thousand deep', nested(100_000, '{"name":', '}').replace('}', '1}')],
    ['nested in a place that takes anything', account('甲', `,"custom":{"x":${nested(50_000, '[', ']')}}`)],
    ['of ten megabytes', account('大'.repeat(3_500_000))],
    [
      'of ten megabytes of keys',
      account('乙', `,"custom":{${Array.from({ length: 400_000 }, (_, i) => `"key${i}":"值"`).join(',')}}`),
    ],
  ])('%s', async (_what, body) => {
    await refused('/accounts', { body }, [400, 413, 422]);
  });

  test.each([
    [
      'bytes that are no UTF-8',
      bytes(0x7b, 0x22, 0x6e, 0x61, 0x6d, 0x65, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22),
    ],
    ['GB18030 where UTF-8 belongs', bytes(0xbc, 0xd7, 0xd2, 0xd2)],
    ['UTF-16', new Uint8Array(Buffer.from('\ufeff{"name":"甲"}', 'utf16le'))],
    ['zeros', new Uint8Array(4096)],
  ])('of %s', async (_what, body) => {
    await refused('/accounts', { body }, [400, 422]);
  });

  test('over the limit', async () => {
    const body = new Uint8Array(26 * 1024 * 1024);
    await refused('/accounts', { body, headers: { 'content-length': String(body.length) } }, 413);
  });

  test.each([
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'nonsense',
  ])('that calls itself %s', async (type) => {
    await refused('/accounts', { body: '\u0000<x>', headers: { 'content-type': type } }, [400, 415, 422]);
  });

  test('with keys that name the prototype leaves it alone', async () => {
    const body = account('原型', ',"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}');
    expect((await ask('/accounts', { body })).status).toBe(200);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('compressed without being asked for is not unpacked', async () => {
    await refused(
      '/accounts',
      { body: bytes(0x1f, 0x8b, 8, 0, 0), headers: { 'content-encoding': 'gzip' } },
      [400, 415, 422],
    );
  });
});

describe('parameters', () => {
  test.each([
    '/accounts?after=garbage',
    '/accounts?after=eyJhIjoxfQ',
    `/accounts?after=${Buffer.from('[{"a":1},null,"x"]').toString('base64url')}`,
    `/deals?sort=amount&after=${Buffer.from('["not a number","not an id"]').toString('base64url')}`,
    `/deals?sort=closeOn&after=${Buffer.from('["2026-99-99","018f0000-0000-7000-8000-000000000000"]').toString('base64url')}`,
    '/accounts?limit=-1',
    '/accounts?limit=1e9',
    '/accounts?sort=drop',
    '/deals?closeFrom=2026-02-30',
    '/deals?ownerId=1',
    '/deals/board?playbookId=six-step&cards=99999',
    '/deals/not-an-id',
    '/deals/018f0000-0000-7000-8000-000000000000?at=yesterday',
  ])('%s', async (path) => {
    await refused(path, { method: 'GET' }, [404, 422]);
  });

  test.each(['-1', '1.5', '"1"', '9007199254740993', '1e400', 'null', '[]'])(
    'a version that is %s',
    async (version) => {
      const made = await ask('/accounts', { body: account(`版本 ${version}`) });
      const { id } = made.said as { id?: string };
      await refused(
        `/accounts/${id}`,
        { method: 'PATCH', body: `{"version":${version},"name":"新"}` },
        [400, 409, 422],
      );
    },
  );
});

describe('headers', () => {
  test('longer than any of ours are refused, and the server goes on', async () => {
    expect(await raw(['GET /api/session HTTP/1.1', `X-Big: ${'x'.repeat(20_000)}`])).toBe(431);
    expect(await raw(['GET /healthz HTTP/1.1'])).toBe(200);
  });

  test('that are no HTTP are refused', async () => {
    expect(await raw(['GET /api/session HTTP/9.9'])).toBe(400);
    expect(await raw(['\u0000\u0001\u0002'])).toBe(400);
    expect(await raw(['POST /api/accounts HTTP/1.1', 'Content-Length: -5'])).toBe(400);
  });

  // Deleting a view, a key, an invitation, a draft.
  test('of a DELETE without a body tell no length, as a browser sends it: it is taken', async () => {
    const id = await fresh('空.csv', new Uint8Array(1));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/imports/${id}`;
    const headers = { 'x-test-user': company.actors['director']!.userId };
    const sent = await fetch(address, { method: 'DELETE', headers });
    expect(sent.status, await sent.text()).toBe(200);
    expect((await ask(`/imports/${id}`, { method: 'GET' })).status).toBe(404);
  });

  test('with odd values are read as far as they make sense', async () => {
    const odd = {
      'idempotency-key': 'k'.repeat(7_000),
      'x-request-id': '\u00ff{{7*7}}'.repeat(100),
      'accept-language': '*;q=nonsense',
    };
    const { status, text } = await ask('/accounts', { method: 'GET', headers: odd });
    expect(status, text).toBe(200);
  });

  test.each(['%', '%zz', '%00', '%c0%ae', '..%2f..%2fetc%2fpasswd', '😀'])('a path with %s', async (part) => {
    const { status, text } = await ask(`/deals/${part}`, { method: 'GET' });
    expect([400, 404, 422], text).toContain(status);
  });
});

describe('a file to import', () => {
  test.each([
    ['a workbook cut short', '客户.xlsx', bytes(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0)],
    ['a workbook of nothing', '客户.xlsx', new Uint8Array(0)],
    ['an empty zip', '客户.xlsx', bytes(0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0))],
    ['an old workbook', '客户.xls', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0)],
    ['a picture', '客户.csv', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)],
    ['a table of zeros', '客户.csv', new Uint8Array(10_000)],
  ])('%s', async (_what, name, content) => {
    const id = await fresh(name, content);
    await refused(`/imports/${id}/read`, { body: '{}' }, [409, 413, 415, 422]);
  });
});

/** Without a client in between; the status of the answer. */
async function raw(lines: string[]) {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.end([...lines, 'Host: 127.0.0.1', 'Connection: close', '', ''].join('\r\n'));
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk));
  await once(socket, 'close');
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
}

/** Uploaded, not yet read. */
async function fresh(fileName: string, content: Uint8Array<ArrayBuffer>) {
  const made = await ask('/imports', { body: JSON.stringify({ noun: 'account', fileName }) });
  const { id } = made.said as { id?: string };
  const put = await ask(`/imports/${id}/parts/0`, {
    method: 'PUT',
    body: content,
    headers: { 'content-type': 'application/octet-stream' },
  });
  expect(put.status, put.text).toBe(200);
  return id;
}
