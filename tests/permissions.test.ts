import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissionsOf, roles, type Role } from '#permissions/role.ts';
import type { AnyEndpoint } from '#platform/http/handlers.server.ts';
import type { EndpointMeta } from '#platform/http/endpoint.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import type { Actor } from '#permissions/actor.ts';
import { router } from '#app/router.server.ts';

/**
 * Who may do what: every endpoint × every role, as a table to read in review. The table comes from the contracts; each
 * cell is asked over HTTP, without an input, because who may not ask is refused before the input is looked at.
 */
type Named = { name: string; meta: EndpointMeta; method: string; path: string };

const endpoints: Named[] = Object.entries(router).flatMap(([slice, procedures]) =>
  Object.entries(procedures as { [name: string]: AnyEndpoint }).map(([name, endpoint]) => {
    const { meta, route } = endpoint['~orpc'];
    const path = (route.path ?? '').replaceAll(/\{\+?\w+\}/g, '018f0000-0000-7000-8000-000000000000');
    return { name: `${slice}.${name}`, meta: meta as EndpointMeta, method: route.method ?? 'POST', path };
  }),
);

let company: TestCompany;
let asked: { [role in Role | 'nobody']?: Actor | null };

beforeAll(async () => {
  company = await openTestCompany(router);
  const { director } = company.actors;
  asked = Object.fromEntries(roles.map((role) => [role, { ...director!, userId: crypto.randomUUID(), roles: [role] }]));
  asked.nobody = null;
  // Makes each of them known to the test server.
  for (const actor of Object.values(asked)) company.as({}, actor);
});
afterAll(() => company.close());

async function statusFor(endpoint: Named, actor: Actor | null): Promise<number> {
  const headers = new Headers({ 'content-type': 'application/json', ...(actor && { 'x-test-user': actor.userId }) });
  const body = endpoint.method === 'GET' ? null : '{}';
  const request = new Request(`http://test/api${endpoint.path}`, { method: endpoint.method, headers, body });
  return (await company.app.fetch(request)).status;
}

test('who may do what', async () => {
  const width = Math.max(...endpoints.map(({ name }) => name.length));
  const head = `${''.padEnd(width)}  ${roles.map((role) => role.padEnd(8)).join(' ')}`;
  const lines = endpoints.map(({ name, meta }) => {
    const cells = roles.map((role) => (allowed(meta, role) ? '●' : '·').padEnd(8));
    return `${name.padEnd(width)}  ${cells.join(' ')} ${meta.access}`;
  });
  await expect([head, ...lines.toSorted()].join('\n')).toMatchFileSnapshot('./permissions.table.txt');
});

test.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))('%s', async (_name, endpoint) => {
  for (const role of roles) {
    const status = await statusFor(endpoint, asked[role] ?? null);
    expect({ role, refused: status === 403 }).toEqual({ role, refused: !allowed(endpoint.meta, role) });
  }
  expect((await statusFor(endpoint, null)) === 401).toBe(endpoint.meta.access !== 'public');
});

function allowed({ access }: EndpointMeta, role: Role): boolean {
  return access === 'public' || access === 'signedIn' || permissionsOf[role].includes(access);
}
