import { sql, type Kysely } from 'kysely';
import type { Rows } from '#platform/database/rows.generated.ts';

export const MAX_FAILURES = 8;
const LOCK_MINUTES = 15;

/**
 * Locks an address for fifteen minutes after eight wrong passwords in a row (OWASP ASVS 2.2.1), whether or not anybody
 * signs in with it, so that the lock itself tells nothing.
 */
export async function isLocked(system: Kysely<Rows>, email: string): Promise<boolean> {
  const row = await system
    .selectFrom('auth_lockouts')
    .select('email')
    .where('email', '=', email)
    .where('locked_until', '>', sql<string>`now()`)
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns whether this failure was the one that locks */
export async function countFailure(system: Kysely<Rows>, email: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    insert into auth_lockouts (email, failures, failed_at) values (${email}, 1, now())
    on conflict (email) do update set
      failures = case when auth_lockouts.failed_at < now() - ${`${LOCK_MINUTES} minutes`}::interval then 1
                 else auth_lockouts.failures + 1 end,
      failed_at = now(),
      locked_until = case when auth_lockouts.failures + 1 >= ${MAX_FAILURES}
                          and auth_lockouts.failed_at >= now() - ${`${LOCK_MINUTES} minutes`}::interval
                     then now() + ${`${LOCK_MINUTES} minutes`}::interval end
    returning locked_until is not null as locked`.execute(system);
  return rows[0]?.locked === true;
}

export async function forgetFailures(system: Kysely<Rows>, email: string): Promise<void> {
  await system.deleteFrom('auth_lockouts').where('email', '=', email).execute();
}
