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
