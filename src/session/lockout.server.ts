import { APIError, createAuthMiddleware } from 'better-auth/api';
import { sql, type Kysely } from 'kysely';
import type { Rows } from '#platform/database/rows.generated.ts';

const MAX_FAILURES = 8;
const LOCK_MINUTES = 15;

/**
 * Locks an address for fifteen minutes after eight wrong passwords in a row (OWASP ASVS 2.2.1), whether or not it
 * has an account, so that the lock itself tells nothing. A right password clears the count.
 */
export function passwordLockout(system: Kysely<Rows>) {
  return {
    before: createAuthMiddleware(async (context) => {
      const email = emailOf(context);
      if (!email) return;
      const row = await system
        .selectFrom('auth_lockouts')
        .select('locked_until')
        .where('email', '=', email)
        .where('locked_until', '>', sql<string>`now()`)
        .executeTakeFirst();
      if (row) throw new APIError('LOCKED', { code: 'ACCOUNT_LOCKED', message: `locked for ${LOCK_MINUTES} minutes` });
    }),
    after: createAuthMiddleware(async (context) => {
      const email = emailOf(context);
      if (!email) return;
      const { returned } = context.context;
      if (!(returned instanceof APIError)) {
        await system.deleteFrom('auth_lockouts').where('email', '=', email).execute();
        return;
      }
      if (returned.status !== 'UNAUTHORIZED') return;
      await sql`
        insert into auth_lockouts (email, failures, failed_at) values (${email}, 1, now())
        on conflict (email) do update set
          failures = case when auth_lockouts.failed_at < now() - interval '15 minutes' then 1
                     else auth_lockouts.failures + 1 end,
          failed_at = now(),
          locked_until = case when auth_lockouts.failures + 1 >= ${MAX_FAILURES}
                              and auth_lockouts.failed_at >= now() - interval '15 minutes'
                         then now() + interval '15 minutes' end`.execute(system);
    }),
  };
}

function emailOf(context: { path?: string; body?: unknown }): string | null {
  if (context.path !== '/sign-in/email') return null;
  const email = (context.body as { email?: unknown } | undefined)?.email;
  return typeof email === 'string' ? email.trim().toLowerCase() : null;
}
