import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, type App } from '#platform/http/server.server.ts';
import { openTestDatabase } from '#platform/database/testing.server.ts';
import type { Database } from '#platform/database/database.server.ts';
import { router } from '#app/router.server.ts';
import { slicesRoutes } from '#app/routes.server.ts';

/** What protects the reader whatever page or endpoint is asked: headers, limits, files. Sign-in has its own tests. */
const around = mkdtempSync(join(tmpdir(), 'longmen-web-'));
const web = join(around, 'dist');
const root = join(import.meta.dirname, '..');
let database: Database;
let app: App;

beforeAll(async () => {
  mkdirSync(join(web, 'assets'), { recursive: true });
  writeFileSync(join(web, 'index.html'), readFileSync(join(root, 'index.html')));
  writeFileSync(join(web, 'assets', 'app-1.js'), 'export {};');
  writeFileSync(join(around, 'secret.txt'), 'the secret of the sessions');
  database = await openTestDatabase();
  app = opened();
});
afterAll(async () => {
  await database.close();
  rmSync(around, { recursive: true });
});

function opened(options: { rateLimit?: number; addressHeader?: string } = {}): App {
  return createServer({
    database,
    router,
    log: pino({ level: 'silent' }),
    authenticate: async () => null,
    auth: async () => new Response('{}', { status: 401 }),
    routes: slicesRoutes,
    webFolder: web,
    ...options,
  });
}

const ask = async (path: string, init: RequestInit = {}, of: App = app) =>
  of.fetch(new Request(`http://test${path}`, init));

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

describe('headers', () => {
  test.each([
    '/',
    '/deals/1',
    '/assets/app-1.js',
    '/assets/missing.js',
    '/healthz',
    '/api/session',
    '/api/nothing',
    '/api/deals/export.csv',
    '/api/attachments/018f0000-0000-7000-8000-000000000000',
    '/api/auth/get-session',
    '/api/openapi.json',
  ])('of %s keep scripts, frames and guesses out', async (path) => {
    const { headers } = await ask(path);
    const policy = Object.fromEntries(
      (headers.get('content-security-policy') ?? '').split(/;\s*/).map((one) => {
        const [name, ...sources] = one.trim().split(/\s+/);
        return [name, sources.join(' ')];
      }),
    );
    expect(policy).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
      'form-action': "'self'",
    });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });

  test('say that what the API tells is kept by nobody on the way', async () => {
    for (const path of ['/api/session', '/api/deals', '/api/auth/get-session'])
      expect((await ask(path)).headers.get('cache-control'), path).toBe('no-store');
  });

  test('allow what the page itself does: no script or handler stands in it', () => {
    const page = readFileSync(join(root, 'index.html'), 'utf8');
    expect(page.match(/<script(?![^>]*\bsrc=)[^>]*>/g)).toBeNull();
    expect(page.match(/\son[a-z]+\s*=|javascript:/gi)).toBeNull();
  });
});

describe('another site', () => {
  test('is not answered before asking: no preflight is allowed', async () => {
    const answer = await ask('/api/deals', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'that sends a form as %s with her cookie is refused',
    async (type) => {
      const headers = { origin: 'https://evil.example', cookie: 'longmen.session_token=x', 'content-type': type };
      expect((await ask('/api/accounts', { method: 'POST', headers, body: '{"name":"x"}' })).status).toBe(403);
    },
  );
});

describe('requests without end', () => {
  test('are slowed down by address, with the time to wait', async () => {
    const limited = opened({ rateLimit: 5, addressHeader: 'x-forwarded-for' });
    const answers = [];
    for (let turn = 0; turn < 30; turn++) answers.push(await ask('/api/openapi.json', from('10.0.0.1'), limited));
    expect(answers.slice(0, 5).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const slowed = answers.find(({ status }) => status === 429);
    expect(Number(slowed?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask('/api/openapi.json', from('10.0.0.2'), limited)).status).toBe(200);
  });

  test('are not hidden by an address that the client tells of itself', async () => {
    const limited = opened({ rateLimit: 5 });
    const statuses = [];
    for (let turn = 0; turn < 30; turn++)
      statuses.push((await ask('/api/openapi.json', from(`10.0.1.${turn}`), limited)).status);
    expect(statuses).toContain(429);
  });
});

describe('files', () => {
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/%2e%2e%2fsecret.txt',
    '//secret.txt',
    '/assets/app-1.js%00.txt',
  ])('outside of the web folder stay there: %s', async (path) => {
    const text = await (await ask(path)).text();
    expect(text).not.toContain('the secret');
  });
});
