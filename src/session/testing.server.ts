import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { AnyRouter } from '@orpc/server';
import { pino } from 'pino';
import type { Role } from '#permissions/role.ts';
import type { Database } from '#platform/database/database.server.ts';
import { openTestDatabase } from '#platform/database/testing.server.ts';
import type { Contract } from '#platform/http/handlers.server.ts';
import { createServer, type App } from '#platform/http/server.server.ts';
import { newId } from '#platform/id.server.ts';
import { actorReader } from '#session/actor.server.ts';
import { createAuth } from '#session/auth.server.ts';
import { ADDRESS_HEADER } from '#session/auth-hooks.server.ts';
import { signInAnswers } from '#session/sign-in-answers.server.ts';
import { insertIdentity } from '#team/identities.server.ts';

export const PASSWORD = 'seven green bottles';

/** The real door: sign-in, cookies and keys as in the running server; nothing of it is played. */
export type TestDoor = {
  database: Database;
  app: App;
  tenantId: string;
  rootTeam: string;
  /** Lets sessions and keys that were looked up be looked up again at once. */
  forgetLookups(): void;
  addPerson(email: string, role: Role): Promise<{ userId: string; identityId: string }>;
  as<C extends Contract>(contract: C, headers: Record<string, string>): ContractRouterClient<C>;
  close(): Promise<void>;
};

export async function openTestDoor(router: AnyRouter, baseUrl = 'http://test'): Promise<TestDoor> {
  const database = await openTestDatabase();
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
  const auth = createAuth({ database, log, secret: 'a secret of thirty-two characters', baseUrl });
  let lookups = 0;
  const app = createServer({
    database,
    router,
    log,
    authenticate: actorReader(database, auth, () => lookups),
    auth: signInAnswers(auth),
    addressHeader: 'x-forwarded-for',
    authAddressHeader: ADDRESS_HEADER,
  });
  const tenantId = newId();
  const rootTeam = newId();
  await database.system.insertInto('tenants').values({ id: tenantId, name: '甲公司' }).execute();
  const team = { tenant_id: tenantId, id: rootTeam, name: '总部', path: [rootTeam] };
  await database.write(tenantId, (tx) => tx.insertInto('teams').values(team).execute());
  return {
    database,
    app,
    tenantId,
    rootTeam,
    forgetLookups: () => void (lookups += 60_000),
    addPerson: (email, role) => addPerson(database, { tenantId, rootTeam, email, role }),
    as: (contract, headers) =>
      createORPCClient(
        new OpenAPILink(contract, {
          url: `${baseUrl}/api`,
          headers: { origin: baseUrl, ...headers },
          fetch: async (request) => app.fetch(request),
        }),
      ),
    close: () => database.close(),
  };
}

// One hash serves all test people: hashing is slow on purpose.
let passwordHash: Promise<string> | undefined;

type Person = { tenantId: string; rootTeam: string; email: string; role: Role };

async function addPerson(database: Database, { tenantId, rootTeam, email, role }: Person) {
  passwordHash ??= import('better-auth/crypto').then(({ hashPassword }) => hashPassword(PASSWORD));
  const name = email.split('@')[0]!;
  const identityId = await insertIdentity(database.system, { email, name, passwordHash: await passwordHash });
  const userId = newId();
  const user = { tenant_id: tenantId, id: userId, identity_id: identityId, name, email, team_id: rootTeam };
  const created_at = '2026-01-01T00:00:00.000Z';
  await database.write(tenantId, (tx) =>
    tx
      .insertInto('users')
      .values({ ...user, roles: [role], scope: 'all', created_at })
      .execute(),
  );
  await database.system
    .insertInto('auth_memberships')
    .values({ identity_id: identityId, tenant_id: tenantId, user_id: userId })
    .execute();
  return { userId, identityId };
}

/** Cookies as a browser keeps them. */
export class CookieJar {
  readonly #kept = new Map<string, string>();
  /** The Set-Cookie lines of the last answer, for what they say about safety. */
  lastLines: string[] = [];

  keep(response: Response): void {
    this.lastLines = response.headers.getSetCookie();
    for (const line of this.lastLines) {
      const [pair] = line.split(';');
      const [name, value] = [pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1)];
      if (/max-age=0/i.test(line) || value === '') this.#kept.delete(name);
      else this.#kept.set(name, value);
    }
  }

  get header(): string {
    return [...this.#kept].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** Asks an endpoint of the library as a browser on our own page does. */
export async function atDoor(
  door: Pick<TestDoor, 'app'>,
  jar: CookieJar,
  path: string,
  body: object | null,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: { [field: string]: unknown } | null }> {
  const method = body === null ? 'GET' : 'POST';
  const base = headers['origin'] ?? 'http://test';
  const request = new Request(`${base}/api/auth${path}`, {
    method,
    headers: {
      origin: base,
      ...(body && { 'content-type': 'application/json' }),
      ...(jar.header && { cookie: jar.header }),
      ...headers,
    },
    body: body && JSON.stringify(body),
  });
  const response = await door.app.fetch(request);
  jar.keep(response);
  return { status: response.status, body: (await response.json().catch(() => null)) as never };
}
