import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { router } from '#app/router.server.ts';
import { everyEndpoint, requestOf, sampleOf, type Schema } from './every-endpoint.ts';

/** The big list of naughty strings (MIT, see fixtures) through every text field of every endpoint: never a 500. */
const naughty = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/naughty-strings.json'), 'utf8'),
) as string[];
const more = ['\u0000', 'a\u0000b', '\ud800', '\u202e', 'x'.repeat(100_000), '%', '_', '\\', "'; drop table deals; --"];

let company: TestCompany;
beforeAll(async () => {
  company = await openTestCompany(router);
  await company.database.write(company.tenantId, (tx) =>
    installPlaybooks(tx, company.tenantId, '2026-01-01T00:00:00.000Z'),
  );
  company.as({}, company.actors['admin']!);
});
afterAll(() => company.close());

const isText = (schema: Schema) =>
  schema['type'] === 'string' && !schema['format'] && !schema['enum'] && !schema['const'] && !schema['pattern'];

let turn = 0;
const next = (count: number) => Array.from({ length: count }, () => naughty[turn++ % naughty.length]!);

test.each(everyEndpoint(router).map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s',
  async (_name, endpoint) => {
    for (const text of [...more, ...next(16)]) {
      const value = sampleOf(endpoint.input, (_field, schema) => (isText(schema) ? text : undefined));
      const request = requestOf(endpoint, value as { [key: string]: unknown });
      request.headers.set('x-test-user', company.actors['admin']!.userId);
      const response = await company.app.fetch(request);
      const answer = response.status >= 500 ? await response.text() : '';
      expect({ text, status: response.status, answer }).toMatchObject({ answer: '' });
    }
  },
);

test('the whole list is used', () => expect(turn).toBeGreaterThan(naughty.length));

test('text that is kept comes back as it was typed, trimmed', async () => {
  const { productsContract } = await import('#products/products.contract.ts');
  const client = company.as(productsContract, company.actors['admin']!);
  const names = new Set(naughty.map((text) => text.trim()).filter((text) => text !== '' && text.length <= 200));
  for (const text of names) {
    const kept = await client
      .create({ name: `名 ${text}`, line: 'x', unit: 'x', price: 1 })
      .catch((error: unknown) => error);
    expect(kept).toMatchObject({ name: `名 ${text}` });
  }
});
