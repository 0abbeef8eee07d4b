import { sql } from 'kysely';
import type { Role } from '#permissions/role.ts';
import type { Scope } from '#permissions/scope.ts';
import { fold } from '#shared/text.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { saved } from '#platform/database/saved.server.ts';
import { changes } from '#platform/events/event.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide, found } from '#platform/http/refused.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import { belongingsOf } from '#team/belongings.server.ts';
import { decideUserChange, isAddressless, type User } from '#team/user.ts';
import { takeTeamsAlong } from '#team/team-store.server.ts';
import { usersContract } from '#team/users.contract.ts';

export const userHandlers = serve(usersContract, {
  list: async ({ actor, db }, { search, teamId, role, state, sort, ...at }) => {
    let rows = users(db, actor.tenantId);
    if (search) {
      const pattern = `%${fold(search).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
      rows = rows.where(sql<boolean>`(u.name ilike ${pattern} or u.email ilike ${pattern})`);
    }
    if (teamId) rows = rows.where(sql<boolean>`t.path @> array[${teamId}::uuid]`);
    if (role) rows = rows.where(sql<boolean>`u.roles @> array[${role}]`);
    if (state !== 'all') rows = rows.where('u.active', '=', state === 'active');
    const sortBy = sort === 'name' ? sql.ref('u.name') : sql`coalesce(u.signed_in_at, '-infinity'::timestamptz)`;
    const { rows: page, next } = await onePage(rows, at, sortBy, sql.ref('u.id'));
    return { rows: page.map(shown), next };
  },

  show: ({ actor, db }, { id }) => oneUser(db, actor.tenantId, id),

  change: async ({ actor, tx, now, record }, { id, version, ...change }) => {
    const { tenantId } = actor;
    const admins = await otherAdmins(tx, tenantId, id);
    const before = await oneUser(tx, tenantId, id);
    const belongings = await belongingsOf(tx, tenantId, id);
    const teamExists = !change.teamId || (await exists(tx, tenantId, change.teamId));
    const decided = decide(decideUserChange(actor, before, change, { otherAdmins: admins, teamExists, belongings }));
    const changed = changes<Omit<User, 'teamName'>>(before, decided);
    if (!changed) return before;
    const { teamId, active, ...plain } = decided;
    // Every session and key of a leaver ends with the same commit.
    const leaving = before.active && active === false ? { active, sessions_from: now } : { active };
    await saved(tx, 'users', { tenantId, id, version }, { ...plain, ...leaving, team_id: teamId }, ['id']);
    if (leaving.sessions_from) await revokeKeys(tx, tenantId, id, now);
    if (teamId !== undefined && teamId !== before.teamId) await takeTeamsAlong(tx, tenantId, [{ id, teamId }], now);
    const type = changed.after.active === undefined ? 'user.changed' : active ? 'user.returned' : 'user.left';
    await record({ type, subject: { kind: 'user', id }, data: { name: before.name, ...changed } });
    return oneUser(tx, tenantId, id);
  },
});

export async function oneUser(db: ReadTx, tenantId: string, id: string): Promise<User> {
  return shown(found(await users(db, tenantId).where('u.id', '=', id).executeTakeFirst()));
}

function users(db: ReadTx, tenantId: string) {
  return db
    .selectFrom('users as u')
    .leftJoin('teams as t', (on) => on.onRef('t.tenant_id', '=', 'u.tenant_id').onRef('t.id', '=', 'u.team_id'))
    .select(['u.id', 'u.name', 'u.email', 'u.title', 'u.team_id', 't.name as team_name', 'u.roles', 'u.scope'])
    .select(['u.active', 'u.identity_id', 'u.signed_in_at', 'u.version'])
    .where('u.tenant_id', '=', tenantId);
}

type UserRow = Awaited<ReturnType<ReturnType<typeof users>['executeTakeFirstOrThrow']>>;

function shown({ team_id, team_name, signed_in_at, identity_id, roles, scope, ...row }: UserRow): User {
  const { id, name, email, title, active, version } = row;
  return {
    id,
    name,
    email: isAddressless(email) ? null : email,
    title,
    active,
    version,
    signsIn: identity_id !== null,
    teamId: team_id,
    teamName: team_name,
    roles: roles as Role[],
    scope: scope as Scope,
    signedInAt: signed_in_at,
  };
}

/** How many active administrators there are besides one; held until the commit, so that two cannot demote each other. */
export async function otherAdmins(tx: Tx, tenantId: string, exceptId: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from users where tenant_id = ${tenantId} and active and roles @> array['admin'] order by id for update
  `.execute(tx);
  return rows.filter((row) => row.id !== exceptId).length;
}

async function exists(tx: Tx, tenantId: string, teamId: string): Promise<boolean> {
  const team = await tx
    .selectFrom('teams')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', teamId)
    .executeTakeFirst();
  return team !== undefined;
}

export async function revokeKeys(tx: Tx, tenantId: string, userId: string, now: string): Promise<void> {
  await tx
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .execute();
}
