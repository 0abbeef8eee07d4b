import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { query } from '#platform/http/endpoint.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';

const contract = {
  say: query({
    path: '/say',
    access: 'deal.read',
    summary: { zh: '说', en: 'Say' },
    input: z.object({ times: z.int() }),
    output: z.object({ said: z.string() }),
  }),
};
let company: TestCompany;
beforeAll(async () => {
  company = await openTestCompany({
    says: serve(contract, { say: async (_, { times }) => ({ said: '龙'.repeat(times) }) }),
  });
});
afterAll(() => company.close());

test.each([
  [10, null, `${'{"said":""}'.length + 30}`],
  [1000, 'gzip', null],
])('an answer of %d characters is sent encoded as %s, its length %s told', async (times, encoding, length) => {
  const headers = { 'x-test-user': company.actors['northRep']!.userId, 'accept-encoding': 'gzip' };
  const answer = await company.app.fetch(new Request(`http://test/api/say?times=${times}`, { headers }));
  const told = ['content-encoding', 'content-length'].map((name) => answer.headers.get(name));
  expect([answer.status, ...told]).toEqual([200, encoding, length]);
});
