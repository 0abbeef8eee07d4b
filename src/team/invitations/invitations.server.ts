import { readCompany } from '#company/company-store.server.ts';
import type { Role } from '#permissions/role.ts';
import type { Scope } from '#permissions/scope.ts';
import { isRefusal, refuse } from '#shared/refusal.ts';
import type { Instant } from '#shared/day.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide, found } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { newSecret } from '#platform/secret.server.ts';
import { decideInvitation, decideUse, stateOf, type Invitation } from '#team/invitations/invitation.ts';
import { invitationsContract } from '#team/invitations/invitations.contract.ts';

export const invitationHandlers = serve(invitationsContract, {
  list: async ({ actor, db, now }, { all }) => {
    const rows = await invitations(db, actor.tenantId).orderBy('i.id', 'desc').limit(500).execute();
    const list = rows.map((row) => shown(row, now));
    return { rows: all ? list : list.filter(({ state }) => state === 'open' || state === 'expired') };
  },

  invite: async ({ actor, tx, now, record }, { userId, ...fields }) => {
    const { tenantId } = actor;
    const { email, name, teamId, roles, scope } = fields;
    const { joinsAs } = decide(decideInvitation(await whoIsThere(tx, tenantId, email, userId, now)));
    if (teamId && !(await hasTeam(tx, tenantId, teamId))) return refuse('user.teamMissing');
    const { secret, hash } = newSecret(tenantId);
    const id = newId();
    await tx
      .insertInto('invitations')
      .values({
        tenant_id: tenantId,
        id,
        email,
        name,
        team_id: teamId,
        roles,
        scope,
        joins_as: joinsAs,
        token_hash: hash,
        invited_by: actor.userId,
        created_at: now,
        expires_at: later(now, (await readCompany(tx, tenantId)).invitationDays * 24),
      })
      .execute();
    await record({ type: 'invitation.made', subject: { kind: 'invitation', id }, data: { name, after: fields } });
    return { ...(await oneInvitation(tx, tenantId, id, now)), path: linkOf(secret) };
  },

  renew: async ({ actor, tx, now, record }, { id }) => {
    const before = await oneInvitation(tx, actor.tenantId, id, now);
    if (before.state !== 'open' && before.state !== 'expired')
      return refuse('invitation.over', { why: before.state === 'accepted' ? 'used' : 'revoked' });
    const { secret, hash } = newSecret(actor.tenantId);
    await change(tx, actor.tenantId, id, {
      token_hash: hash,
      expires_at: later(now, (await readCompany(tx, actor.tenantId)).invitationDays * 24),
    });
    await record({ type: 'invitation.renewed', subject: { kind: 'invitation', id }, data: { name: before.name } });
    return { ...(await oneInvitation(tx, actor.tenantId, id, now)), path: linkOf(secret) };
  },

  revoke: async ({ actor, tx, now, record }, { id }) => {
    const before = await oneInvitation(tx, actor.tenantId, id, now);
    const times = { expiresAt: before.expiresAt, acceptedAt: before.state === 'accepted' ? now : null };
    const use = decideUse({ ...times, revokedAt: before.state === 'revoked' ? now : null }, before.createdAt);
    if (isRefusal(use)) return use;
    await change(tx, actor.tenantId, id, { revoked_at: now });
    await record({ type: 'invitation.revoked', subject: { kind: 'invitation', id }, data: { name: before.name } });
    return { ...before, state: 'revoked' as const };
  },
});

export function linkOf(secret: string): string {
  return `/invitation/${secret}`;
}

export function later(now: Instant, hours: number): Instant {
  return new Date(Date.parse(now) + hours * 3_600_000).toISOString();
}

function invitations(db: ReadTx, tenantId: string) {
  return db
    .selectFrom('invitations as i')
    .innerJoin('users as by', (on) => on.onRef('by.tenant_id', '=', 'i.tenant_id').onRef('by.id', '=', 'i.invited_by'))
    .leftJoin('teams as t', (on) => on.onRef('t.tenant_id', '=', 'i.tenant_id').onRef('t.id', '=', 'i.team_id'))
    .select([
      'i.id',
      'i.email',
      'i.name',
      'i.team_id',
      't.name as team_name',
      'i.roles',
      'i.scope',
      'by.name as by_name',
    ])
    .select(['i.created_at', 'i.expires_at', 'i.accepted_at', 'i.revoked_at'])
    .where('i.tenant_id', '=', tenantId)
    .where('i.user_id', 'is', null);
}

async function oneInvitation(db: ReadTx, tenantId: string, id: string, now: Instant): Promise<Invitation> {
  return shown(found(await invitations(db, tenantId).where('i.id', '=', id).executeTakeFirst()), now);
}

type Row = Awaited<ReturnType<ReturnType<typeof invitations>['executeTakeFirstOrThrow']>>;

function shown(row: Row, now: Instant): Invitation {
  const { id, email, name, expires_at: expiresAt } = row;
  return {
    id,
    email,
    name,
    teamId: row.team_id,
    teamName: row.team_name,
    roles: row.roles as Role[],
    scope: row.scope as Scope,
    invitedBy: row.by_name,
    createdAt: row.created_at,
    expiresAt,
    state: stateOf({ expiresAt, acceptedAt: row.accepted_at, revokedAt: row.revoked_at }, now),
  };
}

async function whoIsThere(tx: Tx, tenantId: string, email: string, userId: string | undefined, now: Instant) {
  const users = tx
    .selectFrom('users')
    .select(['id', 'active'])
    .select((eb) => eb('identity_id', 'is not', null).$castTo<boolean>().as('signsIn'))
    .where('tenant_id', '=', tenantId);
  const holder = await users.where('email', '=', email).executeTakeFirst();
  const meant = userId ? found(await users.where('id', '=', userId).executeTakeFirst()) : undefined;
  const open = await tx
    .selectFrom('invitations')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where((eb) => eb.or([eb('email', '=', email), ...(meant ? [eb('joins_as', '=', meant.id)] : [])]))
    .where('user_id', 'is', null)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return { holder, meant, pending: open !== undefined };
}

async function hasTeam(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  const query = tx.selectFrom('teams').select('id').where('tenant_id', '=', tenantId).where('id', '=', id);
  return (await query.executeTakeFirst()) !== undefined;
}

type Changed = { token_hash?: string; expires_at?: Instant; revoked_at?: Instant };

async function change(tx: Tx, tenantId: string, id: string, values: Changed): Promise<void> {
  await tx.updateTable('invitations').set(values).where('tenant_id', '=', tenantId).where('id', '=', id).execute();
}
