import type { Kysely } from 'kysely';
import { refuse } from '#shared/refusal.ts';
import type { Rows } from '#platform/database/rows.generated.ts';
import { isPasswordOf } from '#team/identities.server.ts';
import { countFailure, forgetFailures, isLocked } from '#platform/lockout.server.ts';

/** The holder of a link proves that the known address is hers; guesses count towards the lockout of sign-in. */
export async function provesPassword(system: Kysely<Rows>, identityId: string, email: string, password: string) {
  if (await isLocked(system, email)) return refuse('session.locked');
  if (await isPasswordOf(system, identityId, password)) {
    await forgetFailures(system, email);
    return { proven: true as const };
  }
  const locks = await countFailure(system, email);
  return locks ? refuse('session.locked') : refuse('invitation.passwordWrong');
}
