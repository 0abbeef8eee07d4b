import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { AnyRouter } from '@orpc/server';
import { pino } from 'pino';
import type { Actor } from '#permissions/actor.ts';
import { defaultScopeOf, type Role } from '#permissions/role.ts';
import type { Database } from '#platform/database/database.server.ts';
import { openTestDatabase } from '#platform/database/testing.server.ts';
import type { Contract } from '#platform/http/handlers.server.ts';
import { createServer, type App } from '#platform/http/server.server.ts';
import { newId } from '#platform/id.server.ts';

/**
 * A company to test with: headquarters ← north, south; a director over all, in each team a manager and two reps.
 * `as` gives the typed client of one of them, through the whole HTTP stack.
 */
export type TestCompany = {
  database: Database;
  app: App;
  tenantId: string;
  teams: { headquarters: string; north: string; south: string };
  actors: { [name: string]: Actor };
  as<C extends Contract>(contract: C, actor: Actor | null, headers?: Record<string, string>): ContractRouterClient<C>;
  close(): Promise<void>;
};

const staff: [name: string, role: Role, team: 'headquarters' | 'north' | 'south'][] = [
  ['director', 'director', 'headquarters'],
  ['admin', 'admin', 'headquarters'],
  ['auditor', 'auditor', 'headquarters'],
  ['finance', 'finance', 'headquarters'],
  ['northManager', 'manager', 'north'],
  ['northRep', 'rep', 'north'],
  ['northRep2', 'rep', 'north'],
  ['presales', 'presales', 'north'],
  ['service', 'service', 'north'],
  ['southManager', 'manager', 'south'],
  ['southRep', 'rep', 'south'],
];

export async function openTestCompany(
  router: AnyRouter,
  options: { database?: Database; now?: () => Date; routes?: (app: App) => void } = {},
): Promise<TestCompany> {
  const database = options.database ?? (await openTestDatabase());
  const { tenantId, teams, actors } = await insertCompany(database);
  const byId = new Map(Object.values(actors).map((actor) => [actor.userId, actor]));
  const app = createServer({
    database,
    router,
    log: pino({ level: 'silent' }),
    authenticate: async (headers) => byId.get(headers.get('x-test-user') ?? '') ?? null,
    auth: async () => new Response(null, { status: 404 }),
    // Tests are quicker than people.
    rateLimit: 1_000_000,
    now: options.now,
    routes: options.routes,
  });
  return {
    database,
    app,
    tenantId,
    teams,
    actors,
    as: (contract, actor, headers = {}) => {
      if (actor) byId.set(actor.userId, actor);
      const link = new OpenAPILink(contract, {
        url: 'http://test/api',
        headers: { ...headers, ...(actor && { 'x-test-user': actor.userId }) },
        fetch: async (request) => app.fetch(request),
      });
      return createORPCClient(link);
    },
    close: () => (options.database ? Promise.resolve() : database.close()),
  };
}

async function insertCompany(database: Database) {
  const tenantId = newId();
  const at = '2026-01-01T00:00:00.000Z';
  const teams = { headquarters: newId(), north: newId(), south: newId() };
  await database.system.insertInto('tenants').values({ id: tenantId, name: 'Test company' }).execute();
  const actors: { [name: string]: Actor } = {};
  await database.write(tenantId, async (tx) => {
    const { headquarters, north, south } = teams;
    await tx
      .insertInto('teams')
      .values(team(tenantId, 'HQ', null, [headquarters]))
      .execute();
    await tx
      .insertInto('teams')
      .values(team(tenantId, 'North', headquarters, [headquarters, north]))
      .execute();
    await tx
      .insertInto('teams')
      .values(team(tenantId, 'South', headquarters, [headquarters, south]))
      .execute();
    for (const [name, role, teamName] of staff) {
      const userId = newId();
      const scope = defaultScopeOf[role];
      const team_id = teams[teamName];
      await tx
        .insertInto('users')
        .values({
          tenant_id: tenantId,
          id: userId,
          name,
          email: `${name}@example.com`,
          team_id,
          roles: [role],
          scope,
          created_at: at,
        })
        .execute();
      actors[name] = {
        tenantId,
        userId,
        name,
        roles: [role],
        scope,
        teamIds: scope === 'self' ? [] : [team_id],
        keyScopes: null,
        lang: 'zh',
        timeZone: 'Asia/Shanghai',
      };
    }
  });
  return { tenantId, teams, actors };
}

function team(tenant_id: string, name: string, parent_id: string | null, path: string[]) {
  return { tenant_id, id: path.at(-1)!, name, parent_id, path };
}
