import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { tellPeople } from '#notifications/tell-people.server.ts';
import { followEvents } from '#platform/events/events.server.ts';
import { openTestDatabase } from '#platform/database/testing.server.ts';
import type { Database } from '#platform/database/database.server.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { router } from '#app/router.server.ts';
import { slicesRoutes } from '#app/routes.server.ts';
import { everyEndpoint, requestOf, sampleOf, type Walked } from './every-endpoint.ts';
import { createOneOfEach, fillCompany, recordsOf, tablesWithTenant, type Records } from './filled-company.ts';

/**
 * Nobody in: every endpoint × every role of another company, and of a colleague who may not see, with the ids of records
 * that are not hers; then row-level security alone, with queries that forgot their tenant.
 */
const walked = everyEndpoint(router).filter(({ meta }) => meta.access !== 'public');
let database: Database;
let ours: TestCompany;
let theirs: TestCompany;
let records: Records;

beforeAll(async () => {
  followEvents(tellPeople);
  database = await openTestDatabase();
  ours = await openTestCompany(router, { database, routes: slicesRoutes });
  theirs = await openTestCompany(router, { database, routes: slicesRoutes });
  for (const { tenantId } of [ours, theirs])
    await database.write(tenantId, (tx) => installPlaybooks(tx, tenantId, '2026-01-01T00:00:00.000Z'));
  await fillCompany(ours, 'northRep');
  await createOneOfEach(ours, database, walked);
  records = await recordsOf(database, ours.tenantId);
});
afterAll(() => database.close());

/** Ids of our records in every place that takes an id: the path's own by its noun, the others by the field's name. */
function inputWithOurIds(endpoint: Walked) {
  const noun = endpoint.path.split('/')[1]!;
  return sampleOf(endpoint.input, (field, schema) => {
    if (schema['format'] !== 'uuid') return undefined;
    return field === 'id' ? records.byNoun(noun) : records.byField(field, noun);
  }) as { [key: string]: unknown };
}

async function ask(company: TestCompany, name: string, endpoint: Walked) {
  const actor = company.actors[name]!;
  company.as({}, actor);
  const request = requestOf(endpoint, inputWithOurIds(endpoint));
  request.headers.set('x-test-user', actor.userId);
  const response = await company.app.fetch(request);
  return { status: response.status, body: await response.text() };
}

const refused = [403, 404];
const names = (endpoint: Walked) => /\{\+?id\}/.test(endpoint.path);

describe.each(['director', 'admin', 'auditor', 'finance', 'northManager', 'northRep', 'presales', 'service'])(
  'another company’s %s',
  (role) => {
    test.each(walked.map((endpoint) => [endpoint.name, endpoint] as const))('%s', async (_name, endpoint) => {
      const { status, body } = await ask(theirs, role, endpoint);
      // Who names our record by its path finds nothing; elsewhere the answer tells nothing of ours.
      expect({ status, refused: !names(endpoint) || refused.includes(status), body }).toMatchObject({ refused: true });
      expect(status).toBeLessThan(500);
      expect(records.all.filter((id) => body.includes(id))).toEqual([]);
    });
  },
);

test('nothing of ours has changed', async () => {
  const { contents } = await recordsOf(database, ours.tenantId);
  expect(contents).toEqual(records.contents);
});

describe('a colleague of another team', () => {
  const own = walked.filter(
    ({ path }) => names({ path } as Walked) && /^\/(accounts|contacts|deals|gifts|registrations|reviews)\//.test(path),
  );
  test.each(own.map((endpoint) => [endpoint.name, endpoint] as const))('%s', async (_name, endpoint) => {
    const { status, body } = await ask(ours, 'southRep', endpoint);
    expect({ status, body, refused: refused.includes(status) }).toMatchObject({ refused: true });
  });
});

describe('row-level security alone', () => {
  test('a query that forgot its tenant sees only its own company, in every table', async () => {
    for (const table of await tablesWithTenant(database)) {
      const seen = await database.read(theirs.tenantId, (tx) =>
        sql<{
          count: number;
        }>`select count(*)::int as count from ${sql.table(table)} where tenant_id <> ${theirs.tenantId}`.execute(tx),
      );
      expect({ table, seen: seen.rows[0]!.count }).toEqual({ table, seen: 0 });
    }
  });

  test('nothing can be written into another company', async () => {
    for (const table of await tablesWithTenant(database)) {
      const moved = database.write(theirs.tenantId, (tx) =>
        sql`update ${sql.table(table)} set tenant_id = ${theirs.tenantId} where tenant_id = ${ours.tenantId}`.execute(
          tx,
        ),
      );
      const outcome = await moved.then(
        ({ numAffectedRows }) => Number(numAffectedRows ?? 0n),
        (error: Error) => (/permission denied/.test(error.message) ? 0 : error.message),
      );
      expect({ table, outcome }).toEqual({ table, outcome: 0 });
    }
  });

  test('identities are out of reach', async () => {
    for (const table of ['auth_user', 'auth_session', 'auth_account', 'auth_memberships']) {
      const read = database.read(theirs.tenantId, (tx) => sql`select * from ${sql.table(table)}`.execute(tx));
      await expect(read).rejects.toThrow(/permission denied/);
    }
  });
});

test('there is a record of ours for every noun that a path names', () => {
  const nouns = new Set(walked.filter(names).map(({ path }) => path.split('/')[1]!));
  nouns.delete('playbooks'); // named by the method's own id, and read by version
  expect([...nouns].filter((noun) => !records.byNoun(noun))).toEqual([]);
});
