import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import { isPermission, type Permission } from '#permissions/permission.ts';
import type { Role } from '#permissions/role.ts';
import type { Scope } from '#permissions/scope.ts';
import type { Lang } from '#shared/messages.ts';
import type { Database } from '#platform/database/database.server.ts';
import type { Auth } from '#session/auth.server.ts';

/** How long a looked-up session serves further requests; a revoked one ends at the latest then. */
const KEEP_MS = 5_000;
const KEEP_AT_MOST = 5_000;

/** From a request's cookie or API key to the acting person, with teams and permissions, in at most two queries. */
export function actorReader(database: Database, auth: Auth) {
  const kept = new Map<string, { actor: Actor | null; until: number }>();
  return async (headers: Headers): Promise<Actor | null> => {
    const key = headers.get('x-api-key') ?? headers.get('cookie');
    if (!key) return null;
    const now = performance.now();
    const known = kept.get(key);
    if (known && known.until > now) return known.actor;
    const actor = await (headers.has('x-api-key')
      ? actorOfKey(database, auth, headers.get('x-api-key')!)
      : actorOfCookie(database, auth, headers));
    if (kept.size >= KEEP_AT_MOST) kept.clear();
    kept.set(key, { actor, until: now + KEEP_MS });
    return actor;
  };
}

async function actorOfCookie(database: Database, auth: Auth, headers: Headers): Promise<Actor | null> {
  const session = await auth.api.getSession({ headers });
  return session && loadActor(database, session.user.id, null, null);
}

async function actorOfKey(database: Database, auth: Auth, key: string): Promise<Actor | null> {
  const { valid, key: found } = await auth.api.verifyApiKey({ body: { key } });
  if (!valid || !found) return null;
  const scopes = (found.permissions?.['longmen'] ?? []).filter(isPermission);
  const tenantId = (found.metadata as { tenantId?: string } | null)?.tenantId ?? null;
  return loadActor(database, found.referenceId, tenantId, scopes);
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

async function loadActor(
  database: Database,
  identityId: string,
  tenantId: string | null,
  keyScopes: Permission[] | null,
): Promise<Actor | null> {
  const { rows } = await sql<ActorRow>`
    select u.tenant_id, u.id, u.name, u.roles, u.scope, u.lang, u.time_zone,
      case u.scope
        when 'team' then array_remove(array[u.team_id], null)
        when 'tree' then (select array_agg(t.id) from teams t
                          where t.tenant_id = u.tenant_id and t.path @> array[u.team_id])
      end as team_ids
    from auth_memberships m
    join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
    where m.identity_id = ${identityId} and u.active and (${tenantId}::uuid is null or m.tenant_id = ${tenantId}::uuid)
    order by u.created_at limit 1`.execute(database.system);
  const row = rows[0];
  if (!row) return null;
  return {
    tenantId: row.tenant_id,
    userId: row.id,
    name: row.name,
    roles: row.roles,
    scope: row.scope,
    teamIds: row.team_ids ?? [],
    keyScopes,
    lang: row.lang,
    timeZone: row.time_zone,
  };
}
