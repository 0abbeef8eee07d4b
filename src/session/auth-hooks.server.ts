import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { sql, type Kysely } from 'kysely';
import type { Rows } from '#platform/database/rows.generated.ts';
import type { SessionAccess, SessionEvent } from '#session/access-events.server.ts';
import { countFailure, forgetFailures, isLocked } from '#platform/lockout.server.ts';
import { passwordFault } from '#session/password.ts';

/** Set by our server on every request to the library; what a client sends under this name is overwritten. */
export const ADDRESS_HEADER = 'x-longmen-client';

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/**
 * What we add around the library's endpoints: lockout, the rules for passwords, and the audit log. A plugin, and the
 * last one, because the second factor must have had its say before a sign-in counts as one.
 */
export function door(system: Kysely<Rows>, onAccess: (access: SessionAccess) => Promise<void>): BetterAuthPlugin {
  const before = createAuthMiddleware(async (context) => {
    const email = await emailOf(context);
    if (email && (await isLocked(system, email)))
      throw new APIError('LOCKED', { code: 'ACCOUNT_LOCKED', message: 'locked for 15 minutes' });
    if (context.path === '/sign-out') {
      const session = await getSessionFromCtx(context);
      if (session) await onAccess({ type: 'session.ended', who: { identityId: session.user.id }, ...from(context) });
    }
    if (email && context.path === '/sign-in/email' && (await hasLeftAll(system, email))) {
      // As an unknown address is answered, and as slowly.
      await context.context.password.hash(email);
      await onAccess({ type: 'session.refused', who: { email }, ...from(context) });
      throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' });
    }
    return context.path === '/change-password' ? strictChange(context) : undefined;
  });

  const after = createAuthMiddleware(async (context) => {
    const { returned, newSession, session } = context.context;
    const failed = returned instanceof APIError;
    const email = await emailOf(context);
    if (email && failed && isWrongPassword(returned)) {
      const locks = await countFailure(system, email);
      await onAccess({ type: 'session.refused', who: { email }, ...from(context) });
      if (locks) await onAccess({ type: 'session.locked', who: { email }, ...from(context) });
    }
    if (email && !failed) await forgetFailures(system, email);
    const type = failed ? failures[context.path] : whatHappened(context);
    const identityId = newSession?.user.id ?? session?.user.id ?? (await pendingIdentity(context));
    if (type && identityId) await onAccess({ type, who: { identityId }, ...from(context) });
  });

  return {
    id: 'longmen-door',
    hooks: { before: [{ matcher: always, handler: before }], after: [{ matcher: always, handler: after }] },
  };
}

const always = () => true;

/** Known here, but active in no company any more. */
async function hasLeftAll(system: Kysely<Rows>, email: string): Promise<boolean> {
  const { rows } = await sql<{ left: boolean }>`
    select not exists (
      select from auth_memberships m join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
      where m.identity_id = i.id and u.active) as left
    from auth_user i where i.email = ${email}`.execute(system);
  return rows[0]?.left === true;
}

/** A changed password ends every other session, whatever the client asked for. */
async function strictChange(context: Context) {
  const session = await getSessionFromCtx(context);
  const body = context.body as { newPassword?: unknown };
  const about = session ? [session.user.email, session.user.name] : [];
  const fault = passwordFault(typeof body.newPassword === 'string' ? body.newPassword : '', about);
  if (fault) throw new APIError('BAD_REQUEST', { code: 'PASSWORD_WEAK', message: fault.en });
  return { context: { body: { ...body, revokeOtherSessions: true } } };
}

function whatHappened({ path, context }: Context): SessionEvent | undefined {
  const { newSession, session } = context;
  if (path === '/sign-in/email') return newSession ? 'session.started' : undefined;
  if (path.startsWith('/two-factor/verify-')) {
    if (!session) return newSession ? 'session.started' : undefined;
    return session.user['twoFactorEnabled'] === true ? undefined : 'secondFactor.enabled';
  }
  return events[path];
}

const events: { [path: string]: SessionEvent } = {
  '/change-password': 'password.changed',
  '/revoke-session': 'session.revoked',
  '/revoke-sessions': 'session.revoked',
  '/revoke-other-sessions': 'session.revoked',
  '/two-factor/disable': 'secondFactor.disabled',
  '/two-factor/generate-backup-codes': 'secondFactor.codesRenewed',
};

const failures: { [path: string]: SessionEvent } = {
  '/two-factor/verify-totp': 'secondFactor.refused',
  '/two-factor/verify-backup-code': 'secondFactor.refused',
};

/** Whose password is tried here: guessing it is counted wherever it is asked for. */
async function emailOf(context: Context): Promise<string | null> {
  if (context.path === '/sign-in/email') {
    const { email } = (context.body ?? {}) as { email?: unknown };
    return typeof email === 'string' ? email.trim().toLowerCase() : null;
  }
  const { password, currentPassword } = (context.body ?? {}) as { password?: unknown; currentPassword?: unknown };
  if (password === undefined && currentPassword === undefined) return null;
  const session = await getSessionFromCtx(context);
  return session?.user.email.toLowerCase() ?? null;
}

function isWrongPassword(error: APIError): boolean {
  const code = (error.body as { code?: string } | undefined)?.code;
  return code === 'INVALID_PASSWORD' || code === 'INVALID_EMAIL_OR_PASSWORD';
}

/** Who is between the password and the second factor. */
async function pendingIdentity(context: Context): Promise<string | null> {
  if (!context.path.startsWith('/two-factor/verify-')) return null;
  const { createAuthCookie, secret, internalAdapter } = context.context;
  const pending = await context.getSignedCookie(createAuthCookie('two_factor').name, secret);
  return pending ? ((await internalAdapter.findVerificationValue(pending))?.value ?? null) : null;
}

function from(context: Context) {
  return { address: context.headers?.get(ADDRESS_HEADER) ?? null };
}
