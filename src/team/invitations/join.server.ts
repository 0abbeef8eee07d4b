import { hashPassword } from 'better-auth/crypto';
import { readCompany } from '#company/company-store.server.ts';
import type { Role } from '#permissions/role.ts';
import type { Scope } from '#permissions/scope.ts';
import { inBoth } from '#shared/input-words.ts';
import { isRefusal, refuse } from '#shared/refusal.ts';
import type { Instant } from '#shared/day.ts';
import type { Database, Tx } from '#platform/database/database.server.ts';
import { recorder } from '#platform/events/events.server.ts';
import { serveOpen } from '#platform/http/handlers.server.ts';
import { decide, Refused } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { readSecret } from '#platform/secret.server.ts';
import { passwordFault } from '#session/password.ts';
import { addUser, type NewUser } from '#team/found-company.server.ts';
import { dropSecondFactor, findIdentity, insertIdentity, setPassword } from '#team/identities.server.ts';
import { decideUse } from '#team/invitations/invitation.ts';
import { joinContract } from '#team/invitations/join.contract.ts';
import { takeTeamsAlong } from '#team/team-store.server.ts';
import { provesPassword } from '#team/invitations/proves-password.server.ts';

export const joinHandlers = serveOpen(joinContract, {
  show: async ({ database, now }, { token }) => {
    const invitation = await look(database.system, token);
    const use = decideUse(invitation, now);
    if (isRefusal(use)) return use;
    const { user_id, company, name, email, by_name, expiresAt } = invitation!;
    const known = user_id === null && (await findIdentity(database.system, email)) !== null;
    return { kind: user_id ? 'reset' : 'join', company, name, email, invitedBy: by_name, expiresAt, known } as const;
  },

  accept: async ({ database, now, requestId }, { token, password }) => {
    const invitation = await look(database.system, token);
    const use = decideUse(invitation, now);
    if (isRefusal(use)) return use;
    const { email, name, user_id } = invitation!;
    const identityId = await findIdentity(database.system, email);
    if (identityId && !user_id) {
      const proof = await provesPassword(database.system, identityId, email, password);
      if (isRefusal(proof)) return proof;
    } else {
      const fault = passwordFault(password, [email, name]);
      if (fault) return refuse('input.invalid', { issues: [{ path: ['password'], message: inBoth(fault) }] });
    }
    const passwordHash = await hashPassword(password);
    await database.system.transaction().execute(async (tx) => {
      // The link is used up first: of two at once, the second waits here and is refused.
      const invited = decide(await useUp(tx, token, now));
      if (user_id) await resetIdentity(tx, invited, passwordHash, now, requestId);
      else await join(tx, invited, identityId, passwordHash, now, requestId);
    });
    return { email };
  },
});

async function look(system: Database['system'], token: string) {
  const secret = readSecret(token);
  if (!secret) return undefined;
  return system
    .selectFrom('invitations as i')
    .innerJoin('tenants as c', 'c.id', 'i.tenant_id')
    .leftJoin('company_settings as s', 's.tenant_id', 'i.tenant_id')
    .innerJoin('users as by', (on) => on.onRef('by.tenant_id', '=', 'i.tenant_id').onRef('by.id', '=', 'i.invited_by'))
    .select(['i.tenant_id', 'i.id', 'i.user_id', 'i.drops_second_factor', 'i.email', 'i.name', 'i.team_id', 'i.roles'])
    .select(['i.scope', 'i.joins_as', 'i.invited_by', 'i.expires_at as expiresAt', 'i.accepted_at as acceptedAt'])
    .select(['i.revoked_at as revokedAt', 'by.name as by_name'])
    .select((eb) => eb.fn.coalesce('s.name', 'c.name').as('company'))
    .where('i.tenant_id', '=', secret.tenantId)
    .where('i.token_hash', '=', secret.hash)
    .executeTakeFirst();
}

type Invited = NonNullable<Awaited<ReturnType<typeof look>>>;

async function useUp(tx: Tx, token: string, now: Instant) {
  const secret = readSecret(token)!;
  await tx
    .selectFrom('invitations')
    .select('id')
    .where('tenant_id', '=', secret.tenantId)
    .where('token_hash', '=', secret.hash)
    .forUpdate()
    .execute();
  const invitation = await look(tx, token);
  const use = decideUse(invitation, now);
  if (isRefusal(use)) return use;
  const { tenant_id, id } = invitation!;
  const accepted = tx.updateTable('invitations').set({ accepted_at: now });
  await accepted.where('tenant_id', '=', tenant_id).where('id', '=', id).execute();
  return invitation!;
}

async function join(
  tx: Tx,
  invited: Invited,
  known: string | null,
  passwordHash: string,
  now: Instant,
  requestId: string,
) {
  const { tenant_id: tenantId, id, email, name, team_id: teamId } = invited;
  const taken = tx.selectFrom('users').select(['id', 'active']);
  const there = await taken.where('tenant_id', '=', tenantId).where('email', '=', email).executeTakeFirst();
  if (there && there.id !== invited.joins_as) throw new Refused(refuse('user.emailTaken', { active: there.active }));
  const identityId = known ?? (await insertIdentity(tx, { email, name, passwordHash }));
  const { timeZone } = await readCompany(tx, tenantId);
  const user = { id: invited.joins_as ?? newId(), identityId, name, email, teamId, timeZone };
  const rank = { roles: invited.roles as Role[], scope: invited.scope as Scope };
  if (invited.joins_as) await comeIn(tx, tenantId, { ...user, ...rank }, now);
  else await addUser(tx, tenantId, { ...user, ...rank }, now);
  await tx
    .insertInto('auth_memberships')
    .values({ identity_id: identityId, tenant_id: tenantId, user_id: user.id })
    .execute();
  const record = recorder(tx, { tenantId, userId: user.id }, now, requestId);
  const after = { email, teamId, roles: invited.roles, scope: invited.scope };
  await record({ type: 'user.joined', subject: { kind: 'user', id: user.id }, data: { name, after, invitation: id } });
}

/** A colleague who was here by name only signs in from now on, with all that is hers. */
async function comeIn(tx: Tx, tenantId: string, user: NewUser, now: Instant): Promise<void> {
  const { id, identityId, name, email, teamId, roles, scope } = user;
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set({ identity_id: identityId, name, email, team_id: teamId, roles, ...(scope && { scope }) })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('active', '=', true)
    .where('identity_id', 'is', null)
    .executeTakeFirst();
  // She left meanwhile, or came in by another link.
  if (numUpdatedRows === 0n) throw new Refused(refuse('invitation.over', { why: 'revoked' as const }));
  await takeTeamsAlong(tx, tenantId, [{ id, teamId }], now);
}

async function resetIdentity(tx: Tx, invited: Invited, passwordHash: string, now: Instant, requestId: string) {
  const { tenant_id: tenantId, email, name, user_id } = invited;
  const identityId = await findIdentity(tx, email);
  const memberships = tx.selectFrom('auth_memberships').select(['tenant_id', 'user_id']);
  const mine = identityId ? await memberships.where('identity_id', '=', identityId).execute() : [];
  // Since the link was made she may have joined another company: then it is no longer this one's to reset.
  if (!identityId || mine.length !== 1 || mine[0]!.user_id !== user_id)
    throw new Refused(refuse('invitation.over', { why: 'revoked' as const }));
  await setPassword(tx, identityId, passwordHash);
  if (invited.drops_second_factor) await dropSecondFactor(tx, identityId);
  const record = recorder(tx, { tenantId, userId: user_id }, now, requestId);
  await record({ type: 'password.changed', subject: { kind: 'user', id: user_id }, data: { name, byLink: true } });
}
