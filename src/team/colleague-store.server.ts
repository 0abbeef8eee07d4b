import { refuse } from '#shared/refusal.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { Refused } from '#platform/http/refused.server.ts';

/** `teamId`: whose team what she owns belongs to. */
export type Colleague = { id: string; name: string; teamId: string | null };

/** An active colleague. */
export async function colleague(db: ReadTx, tenantId: string, userId: string): Promise<Colleague> {
  return (await colleagues(db, tenantId, [userId]))[0]!;
}

/** Active colleagues, all of them or the refusal `user.unknown`. */
export async function colleagues(db: ReadTx, tenantId: string, userIds: readonly string[]): Promise<Colleague[]> {
  const ids = [...new Set(userIds)];
  if (ids.length === 0) return [];
  const users = await db
    .selectFrom('users')
    .select(['id', 'name', 'team_id as teamId'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .where('active', '=', true)
    .execute();
  if (users.length < ids.length) throw new Refused(refuse('user.unknown'));
  return users;
}

/** Names by id, of whoever still is or once was here. */
export async function namesOfPeople(
  db: ReadTx,
  tenantId: string,
  ids: readonly string[],
): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const rows = await db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
