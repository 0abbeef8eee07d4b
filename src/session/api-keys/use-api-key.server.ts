import { sql } from 'kysely';
import type { Instant } from '#shared/day.ts';
import type { Database } from '#platform/database/database.server.ts';
import { readSecret } from '#platform/secret.server.ts';
import { KEY_PREFIX } from '#session/api-keys/api-key.ts';

type Use = { tenantId: string; userId: string; permissions: string[] };

/** Whom an API key acts for and what it may; null when it is unknown, expired or revoked. */
export async function useApiKey(database: Database, key: string, now: Instant): Promise<Use | null> {
  const asked = readSecret(key, KEY_PREFIX);
  if (!asked) return null;
  const { tenantId, hash } = asked;
  const row = await database.read(tenantId, (db) =>
    db
      .selectFrom('api_keys')
      .select(['id', 'user_id', 'permissions'])
      .select(
        sql<boolean>`coalesce(last_used_at < ${now}::timestamptz - interval '10 minutes', true)`.as('long_unused'),
      )
      .where('tenant_id', '=', tenantId)
      .where('key_hash', '=', hash)
      .where('revoked_at', 'is', null)
      .where(sql<boolean>`coalesce(expires_at > ${now}::timestamptz, true)`)
      .executeTakeFirst(),
  );
  if (!row) return null;
  // To the nearest ten minutes, so that using a key is not a write.
  if (row.long_unused)
    await database.write(tenantId, (tx) =>
      tx
        .updateTable('api_keys')
        .set({ last_used_at: now })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', row.id)
        .execute(),
    );
  return { tenantId, userId: row.user_id, permissions: row.permissions };
}
