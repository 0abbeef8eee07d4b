import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import { isPermission } from '#permissions/permission.ts';
import type { Role } from '#permissions/role.ts';
import type { Scope } from '#permissions/scope.ts';
import type { Lang } from '#shared/messages.ts';
import type { Database } from '#platform/database/database.server.ts';
import { useApiKey } from '#session/api-keys/use-api-key.server.ts';
import type { Auth } from '#session/auth.server.ts';
import { companyCookie } from '#session/company-cookie.ts';

/** How long a looked-up session serves further requests; a revoked one ends at the latest then. */
export const KEEP_MS = 5_000;
const KEEP_AT_MOST = 5_000;

/** From a request's cookie or API key to the acting person, with teams and permissions, in at most two queries. */
export function actorReader(database: Database, auth: Auth, clock: () => number = () => performance.now()) {
  const kept = new Map<string, { actor: Actor | null; until: number }>();
  return async (headers: Headers): Promise<Actor | null> => {
    const apiKey = headers.get('x-api-key');
    const proof = apiKey ?? headers.get('cookie');
    if (!proof) return null;
    const now = clock();
    const known = kept.get(proof);
    if (known && known.until > now) return known.actor;
    const actor = await (apiKey === null
      ? actorOfCookie(database, auth, headers)
      : actorOfKey(database, apiKey, new Date()));
    if (kept.size >= KEEP_AT_MOST) kept.clear();
    kept.set(proof, { actor, until: now + KEEP_MS });
    return actor;
  };
}

async function actorOfCookie(database: Database, auth: Auth, headers: Headers): Promise<Actor | null> {
  const found = await auth.api.getSession({ headers });
  if (!found) return null;
  const { user, session } = found;
  const chosen = companyCookie(headers.get('cookie') ?? '');
  // The company she chose, when she still belongs to it; else the one she has been in for longest.
  return loadActor(
    database,
    sql`from auth_memberships m join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
      where m.identity_id = ${user.id} and u.active
        and (u.sessions_from is null or u.sessions_from <= ${session.createdAt.toISOString()}::timestamptz)
      order by (m.tenant_id = ${chosen}::uuid) desc nulls last, u.created_at, u.id limit 1`,
  );
}

async function actorOfKey(database: Database, key: string, now: Date): Promise<Actor | null> {
  const used = await useApiKey(database, key, now.toISOString());
  if (!used) return null;
  const actor = await loadActor(
    database,
    sql`from users u where u.tenant_id = ${used.tenantId} and u.id = ${used.userId} and u.active`,
  );
  return actor && { ...actor, keyScopes: used.permissions.filter(isPermission) };
}

/** A colleague who still works here, for an operator who acts as her on the command line. */
export function actorOfEmail(database: Database, tenantId: string, email: string): Promise<Actor | null> {
  return loadActor(
    database,
    sql`from users u where u.tenant_id = ${tenantId} and u.email = ${email.trim().toLowerCase()} and u.active`,
  );
}

type ActorRow = {
  tenant_id: string;
  id: string;
  name: string;
  roles: Role[];
  scope: Scope;
  lang: Lang;
  time_zone: string;
  team_ids: string[] | null;
};

async function loadActor(database: Database, fromUser: RawBuilder<unknown>): Promise<Actor | null> {
  const { rows } = await sql<ActorRow>`
    select u.tenant_id, u.id, u.name, u.roles, u.scope, u.lang, u.time_zone,
      case u.scope
        when 'team' then array_remove(array[u.team_id], null)
        when 'tree' then (select array_agg(t.id) from teams t
                          where t.tenant_id = u.tenant_id and t.path @> array[u.team_id])
      end as team_ids
    ${fromUser}`.execute(database.system);
  const row = rows[0];
  if (!row) return null;
  return {
    tenantId: row.tenant_id,
    userId: row.id,
    name: row.name,
    roles: row.roles,
    scope: row.scope,
    teamIds: row.team_ids ?? [],
    keyScopes: null,
    lang: row.lang,
    timeZone: row.time_zone,
  };
}
