import type { Permission } from '#permissions/permission.ts';
import type { Instant } from '#shared/day.ts';
import type { Database, Tx } from '#platform/database/database.server.ts';
import { recorder, type Record } from '#platform/events/events.server.ts';
import { newId } from '#platform/id.server.ts';
import { newSecret } from '#platform/secret.server.ts';
import { KEY_PREFIX } from '#session/api-keys/api-key.ts';

export type NewApiKey = {
  tenantId: string;
  /** Whom the key acts for. */
  userId: string;
  name: string;
  permissions: readonly Permission[];
  expiresAt: Instant | null;
};

/** For the command line: no actor is asked, whoever reaches the database may. @returns the key, shown this once */
export async function createApiKey(database: Database, key: NewApiKey, now: Instant) {
  return database.write(key.tenantId, (tx) => insertApiKey(tx, key, now, recorder(tx, key, now, null)));
}

export async function insertApiKey(tx: Tx, made: NewApiKey, now: Instant, record: Record) {
  const { secret: key, hash } = newSecret(made.tenantId, KEY_PREFIX);
  const id = newId();
  await tx
    .insertInto('api_keys')
    .values({
      tenant_id: made.tenantId,
      id,
      user_id: made.userId,
      name: made.name,
      // Beyond the company's part, where keys differ, and far from enough to guess the rest.
      start: `${KEY_PREFIX}…${key.slice(-4)}`,
      key_hash: hash,
      permissions: [...made.permissions],
      created_at: now,
      expires_at: made.expiresAt,
    })
    .execute();
  await record({
    type: 'apiKey.created',
    subject: { kind: 'apiKey', id },
    data: { name: made.name, after: { permissions: made.permissions, expiresAt: made.expiresAt } },
  });
  return { id, key };
}
