import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { Refused } from '#platform/http/refused.server.ts';

/** The account's name, if the actor may see it. */
export async function accountSeen(db: ReadTx, actor: Actor, accountId: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select a.name from accounts a
    where a.tenant_id = ${actor.tenantId} and a.id = ${accountId} and a.merged_into is null
      and ${visibleTo(actor, 'a')}`.execute(db);
  if (!rows[0]) throw new Refused(refuse('account.unknown'));
  return rows[0].name;
}

export async function productsExist(db: ReadTx, tenantId: string, lines: readonly { productId: string }[]) {
  const ids = [...new Set(lines.map(({ productId }) => productId))];
  if (ids.length === 0) return;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from products where tenant_id = ${tenantId} and id = any(${ids}::uuid[])`.execute(db);
  if (rows[0]!.count < ids.length) throw new Refused(refuse('product.unknown'));
}

/** An active colleague and the team that what she owns belongs to. */
export async function colleague(db: ReadTx, tenantId: string, userId: string): Promise<Colleague> {
  const row = await db
    .selectFrom('users')
    .select(['name', 'team_id'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', userId)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!row) throw new Refused(refuse('user.unknown'));
  return { name: row.name, teamId: row.team_id };
}
type Colleague = { name: string; teamId: string | null };

/** All of these are active colleagues. */
export async function colleagues(db: ReadTx, tenantId: string, userIds: readonly string[]): Promise<void> {
  const ids = [...new Set(userIds)];
  if (ids.length === 0) return;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from users
    where tenant_id = ${tenantId} and id = any(${ids}::uuid[]) and active`.execute(db);
  if (rows[0]!.count < ids.length) throw new Refused(refuse('user.unknown'));
}
