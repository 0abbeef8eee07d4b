import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { command, query } from '#platform/http/endpoint.ts';
import { clientFor } from '#ui/client.tsx';
import { codeOf, failureMessages, issuesOf, wordsOf } from '#ui/refused.tsx';
import { onSignedOut } from '#ui/signed-out.tsx';

const summary = { zh: '试', en: 'try' };
const contract = {
  list: query({
    path: '/things',
    access: 'signedIn',
    summary,
    input: z.object({ stage: z.string().optional() }),
    output: z.object({ names: z.array(z.string()) }),
  }),
  create: command({
    path: '/things/{id}',
    access: 'signedIn',
    summary,
    input: z.object({ id: z.string(), name: z.string() }),
    output: z.object({ name: z.string() }),
  }),
};

type Asked = { method: string; url: string; headers: IncomingHttpHeaders; body: string };
type Answer = { status: number; body: object } | 'drop';

let server: Server;
const asked: Asked[] = [];
const answers: Answer[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      const answer = answers.shift() ?? 'drop';
      if (answer === 'drop') return request.socket.destroy();
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
      return undefined;
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  vi.stubGlobal('location', { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});

afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable('should have failed'),
    (error: unknown) => error,
  );
}

describe('a client of a contract', () => {
  test('reads: filters in the query, the language of the screen, no key', async () => {
    answers.push({ status: 200, body: { names: ['石化'] } });
    expect(await clientFor(contract).list({ stage: 'bid' })).toEqual({ names: ['石化'] });
    const { method, url, headers } = asked.at(-1)!;
    expect([method, url]).toEqual(['GET', '/api/things?stage=bid']);
    expect(headers['accept-language']).toBe('zh-CN');
    expect(headers['idempotency-key']).toBeUndefined();
  });

  test('changes: a key of their own, sent again under the same one when the network drops', async () => {
    answers.push('drop', { status: 200, body: { name: '电网' } });
    expect(await clientFor(contract).create({ id: '7', name: '电网' })).toEqual({ name: '电网' });
    const [first, second] = asked.slice(-2);
    expect(second).toMatchObject({ method: 'POST', url: '/api/things/7', body: '{"name":"电网"}' });
    expect(second?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
    answers.push({ status: 200, body: { name: '电网' } });
    await clientFor(contract).create({ id: '7', name: '电网' });
    expect(asked.at(-1)?.headers['idempotency-key']).not.toBe(first?.headers['idempotency-key']);
  });

  test('refusals: the code, the server’s own words, every issue', async () => {
    const data = { issues: [{ path: ['name'], message: '请填写名称' }] };
    answers.push({ status: 422, body: { code: 'input.invalid', status: 422, message: '有 1 处需要改正。', data } });
    const error = await failureOf(clientFor(contract).create({ id: '7', name: '' }));
    expect(codeOf(error)).toBe('input.invalid');
    expect(wordsOf(error, failureMessages.zh)).toBe('有 1 处需要改正。');
    expect(issuesOf(error)).toEqual(data.issues);
  });

  test('failures of the server and of the network are told apart, in words of our own', async () => {
    answers.push({ status: 502, body: { error: 'Bad Gateway' } });
    const gateway = await failureOf(clientFor(contract).list({}));
    expect(wordsOf(gateway, failureMessages.zh)).toBe(failureMessages.zh.server);
    answers.push('drop', 'drop');
    const lost = await failureOf(clientFor(contract).list({}));
    expect(wordsOf(lost, failureMessages.en)).toBe(failureMessages.en.network);
  });

  test('being signed out is announced', async () => {
    const told = vi.fn<() => void>();
    const stop = onSignedOut(told);
    answers.push({ status: 401, body: { code: 'session.required', status: 401, message: '请先登录。' } });
    expect(codeOf(await failureOf(clientFor(contract).list({})))).toBe('session.required');
    expect(told).toHaveBeenCalledOnce();
    stop();
  });
});
