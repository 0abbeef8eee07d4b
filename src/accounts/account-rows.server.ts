import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { found } from '#platform/http/refused.server.ts';
import { gramsOf } from '#platform/search/grams.server.ts';
import { searchedTexts, type Account, type AccountRow } from '#accounts/account.ts';
import { duplicateKeys } from '#accounts/account-duplicates.ts';

/** Accounts with their owner's name; everything that lists or loads accounts starts here. */
export function accountsOf(db: ReadTx, actor: Actor) {
  return db
    .selectFrom('accounts')
    .leftJoin('users as owner', (join) =>
      join.onRef('owner.tenant_id', '=', 'accounts.tenant_id').onRef('owner.id', '=', 'accounts.owner_id'),
    )
    .where('accounts.tenant_id', '=', actor.tenantId)
    .where('accounts.merged_into', 'is', null)
    .where(visibleTo(actor, 'accounts'));
}

export const rowColumns = [
  'accounts.id',
  'accounts.name',
  'accounts.credit_code as creditCode',
  'accounts.industry',
  'accounts.province',
  'accounts.city',
  'accounts.scale',
  'accounts.ownership',
  'accounts.source',
  'accounts.phone',
  'accounts.tags',
  'accounts.custom',
  'accounts.owner_id as ownerId',
  'owner.name as ownerName',
  'accounts.parent_id as parentId',
  'accounts.version',
  'accounts.created_at as createdAt',
  'accounts.updated_at as updatedAt',
] as const;

const moreColumns = [
  'accounts.aliases',
  'accounts.address',
  'accounts.post_code as postCode',
  'accounts.site',
  'accounts.team_id as teamId',
] as const;

/** jsonb columns come untyped. */
export function typed<R extends { custom: unknown }>(row: R) {
  return { ...row, custom: row.custom as AccountRow['custom'] };
}

/** An account that the actor may see; of a merged one its winner. */
export async function oneAccount(db: ReadTx, actor: Actor, id: string): Promise<Account> {
  const survivor = sql<boolean>`accounts.id = coalesce((select m.merged_into from accounts m
    where m.tenant_id = ${actor.tenantId}::uuid and m.id = ${id}::uuid), ${id}::uuid)`;
  const row = await accountsOf(db, actor)
    .select([...rowColumns, ...moreColumns])
    .where(survivor)
    .executeTakeFirst();
  return typed(found(row));
}

const columnNames: { [field: string]: string } = {
  creditCode: 'credit_code',
  postCode: 'post_code',
  parentId: 'parent_id',
  ownerId: 'owner_id',
  teamId: 'team_id',
};

/** Fields of an account as columns, with the search and duplicate keys that follow from them. */
export function toColumns(fields: Partial<Account>, whole: Account) {
  const named = Object.entries(fields).map(([field, value]) => [columnNames[field] ?? field, value]);
  const keys = duplicateKeys(whole);
  return {
    ...Object.fromEntries(named),
    ...(fields.custom && { custom: JSON.stringify(fields.custom) }),
    name_key: keys.nameKey ?? whole.name,
    phone_key: keys.phoneKey,
    grams: gramsOf(searchedTexts(whole)),
  };
}
