import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#permissions/actor.ts';
import type { Tx } from '#platform/database/database.server.ts';
import { Refused } from '#platform/http/refused.server.ts';

/**
 * Retries are safe: the first answer to an Idempotency-Key is kept beside the change, in the same transaction, and
 * given again to the same request. A different request under a used key is refused. Keys are kept for two days
 * (see the clean-up job).
 */
export async function answerOnce<T>(
  tx: Tx,
  context: { actor: Actor | null; idempotencyKey: string | null; now: Date },
  endpoint: { name: string; shownOnce: readonly string[] },
  input: unknown,
  run: () => Promise<T>,
): Promise<T> {
  const { idempotencyKey: key, actor } = context;
  if (!key || !actor) return run();
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([endpoint.name, input]))
    .digest('hex');
  const { tenantId: tenant_id, userId: user_id } = actor;
  const claimed = await tx
    .insertInto('idempotency_keys')
    .values({ tenant_id, user_id, key, fingerprint, at: context.now.toISOString() })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 0n) {
    const earlier = await tx
      .selectFrom('idempotency_keys')
      .select(['fingerprint', 'answer'])
      .where('tenant_id', '=', tenant_id)
      .where('user_id', '=', user_id)
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    if (earlier.fingerprint !== fingerprint) throw new Refused(refuse('request.keyReused'));
    return earlier.answer as T;
  }
  const answer = await run();
  await tx
    .updateTable('idempotency_keys')
    .set({ answer: sql`${JSON.stringify(withoutSecrets(answer, endpoint.shownOnce))}::jsonb` })
    .where('tenant_id', '=', tenant_id)
    .where('user_id', '=', user_id)
    .where('key', '=', key)
    .execute();
  return answer;
}

function withoutSecrets(answer: unknown, shownOnce: readonly string[]): unknown {
  if (shownOnce.length === 0) return answer ?? null;
  const blanks = Object.fromEntries(shownOnce.map((field) => [field, null]));
  return { ...(answer as object), ...blanks };
}
