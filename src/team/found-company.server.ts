import { sql } from 'kysely';
import type { Role } from '#permissions/role.ts';
import { defaultScopeOf } from '#permissions/role.ts';
import type { Scope } from '#permissions/scope.ts';
import type { Lang } from '#shared/messages.ts';
import type { Instant } from '#shared/day.ts';
import type { Database, Tx } from '#platform/database/database.server.ts';
import { newId } from '#platform/id.server.ts';

/** A new company (tenant) with its root team. @returns both ids */
export async function foundCompany(database: Database, name: string, now: Instant) {
  const tenantId = newId();
  const teamId = newId();
  await database.system.insertInto('tenants').values({ id: tenantId, name, created_at: now }).execute();
  await database.write(tenantId, (tx) => addTeam(tx, { tenantId, id: teamId, name, parent: null }));
  return { tenantId, teamId };
}

export type TeamPlace = { id: string; path: string[] };

export async function addTeam(
  tx: Tx,
  team: { tenantId: string; id: string; name: string; parent: TeamPlace | null },
): Promise<TeamPlace> {
  const path = [...(team.parent?.path ?? []), team.id];
  await tx
    .insertInto('teams')
    .values({ tenant_id: team.tenantId, id: team.id, name: team.name, parent_id: team.parent?.id ?? null, path })
    .execute();
  return { id: team.id, path };
}

export type NewUser = {
  id: string;
  identityId: string | null;
  name: string;
  email: string;
  title?: string | null;
  teamId: string | null;
  roles: Role[];
  /** Absent: what the first role usually has. */
  scope?: Scope;
  lang?: Lang;
  timeZone?: string;
};

export async function addUser(tx: Tx, tenantId: string, user: NewUser, now: Instant): Promise<void> {
  await tx
    .insertInto('users')
    .values({
      tenant_id: tenantId,
      id: user.id,
      identity_id: user.identityId,
      name: user.name,
      email: user.email.toLowerCase(),
      title: user.title ?? null,
      team_id: user.teamId,
      roles: user.roles,
      scope: user.scope ?? defaultScopeOf[user.roles[0]!],
      lang: user.lang ?? 'zh',
      ...(user.timeZone && { time_zone: user.timeZone }),
      created_at: now,
    })
    .execute();
}

/** Says as which user of which company an identity signs in. */
export async function joinCompany(database: Database, identityId: string, tenantId: string, userId: string) {
  await sql`
    insert into auth_memberships (identity_id, tenant_id, user_id) values (${identityId}, ${tenantId}, ${userId})
    on conflict do nothing`.execute(database.system);
}
