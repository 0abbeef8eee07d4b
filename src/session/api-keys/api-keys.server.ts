import { sql } from 'kysely';
import { readCompany } from '#company/company-store.server.ts';
import type { Permission } from '#permissions/permission.ts';
import { isRefusal } from '#shared/refusal.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { found } from '#platform/http/refused.server.ts';
import { decideApiKey, type ApiKey } from '#session/api-keys/api-key.ts';
import { apiKeysContract } from '#session/api-keys/api-keys.contract.ts';
import { insertApiKey } from '#session/api-keys/create-api-key.server.ts';

export const apiKeyHandlers = serve(apiKeysContract, {
  list: async ({ actor, db, now }, { ended }) => {
    const all = keys(db, actor.tenantId).orderBy('k.id', 'desc').limit(500);
    const alive = all.where('k.revoked_at', 'is', null).where(sql<boolean>`coalesce(k.expires_at > ${now}, true)`);
    return { rows: (await (ended ? all : alive).execute()).map(shown) };
  },

  create: async ({ actor, tx, now, today, record }, fields) => {
    const { apiKeyDays } = await readCompany(tx, actor.tenantId);
    const decision = decideApiKey(actor, fields, today, apiKeyDays);
    if (isRefusal(decision)) return decision;
    const { tenantId, userId } = actor;
    const { id, key } = await insertApiKey(tx, { ...decision, tenantId, userId }, now, record);
    return { ...(await oneKey(tx, actor.tenantId, id)), key };
  },

  revoke: async ({ actor, tx, now, record }, { id }) => {
    const before = await oneKey(tx, actor.tenantId, id);
    if (before.revokedAt) return before;
    await tx
      .updateTable('api_keys')
      .set({ revoked_at: now })
      .where('tenant_id', '=', actor.tenantId)
      .where('id', '=', id)
      .execute();
    await record({ type: 'apiKey.revoked', subject: { kind: 'apiKey', id }, data: { name: before.name } });
    return { ...before, revokedAt: now };
  },
});

function keys(db: ReadTx, tenantId: string) {
  return db
    .selectFrom('api_keys as k')
    .innerJoin('users as u', (on) => on.onRef('u.tenant_id', '=', 'k.tenant_id').onRef('u.id', '=', 'k.user_id'))
    .select(['k.id', 'k.name', 'k.start', 'k.permissions', 'k.user_id', 'u.name as user_name', 'k.created_at'])
    .select(['k.expires_at', 'k.last_used_at', 'k.revoked_at'])
    .where('k.tenant_id', '=', tenantId);
}

async function oneKey(db: ReadTx, tenantId: string, id: string): Promise<ApiKey> {
  return shown(found(await keys(db, tenantId).where('k.id', '=', id).executeTakeFirst()));
}

type KeyRow = Awaited<ReturnType<ReturnType<typeof keys>['executeTakeFirstOrThrow']>>;

function shown(row: KeyRow): ApiKey {
  const { id, name, start } = row;
  return {
    id,
    name,
    start,
    permissions: row.permissions as Permission[],
    userId: row.user_id,
    userName: row.user_name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
