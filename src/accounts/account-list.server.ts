import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { customFieldsOf } from '#platform/database/custom-fields.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import { meets } from '#platform/list/json-filter.server.ts';
import { isFoundIn } from '#platform/search/grams.server.ts';
import { decideCustomFilters } from '#fields/custom-filter.ts';
import { accountsOf } from '#accounts/account-rows.server.ts';
import type { AccountFilters } from '#accounts/accounts.contract.ts';

const columns = ['industry', 'province', 'scale', 'ownership', 'source'] as const;

/** The accounts an actor sees under these filters; lists and exports add columns and order. */
export async function filteredAccounts(
  db: ReadTx,
  actor: Actor,
  asked: AccountFilters & { ids?: string[] | undefined },
) {
  let query = accountsOf(db, actor);
  if (asked.search)
    query = query.where(isFoundIn('sought_accounts', actor.tenantId, sql.ref('accounts.id'), asked.search));
  for (const column of columns) {
    const value = asked[column];
    if (value) query = query.where(`accounts.${column}`, '=', value);
  }
  if (asked.ids) query = query.where(sql<boolean>`accounts.id = any(${asked.ids}::uuid[])`);
  if (asked.tag) query = query.where(sql<boolean>`accounts.tags @> array[${asked.tag}::text]`);
  if (asked.ownerId) query = query.where('accounts.owner_id', '=', asked.ownerId);
  if (asked.unowned) query = query.where('accounts.owner_id', 'is', null);
  if (asked.teamId) {
    query = query.where(sql<boolean>`accounts.team_id in (select id from teams
      where tenant_id = ${actor.tenantId}::uuid and path @> array[${asked.teamId}::uuid])`);
  }
  if (asked.custom && Object.keys(asked.custom).length > 0) {
    const fields = await customFieldsOf(db, actor.tenantId, 'account');
    const { filters } = decide(decideCustomFilters(fields, asked.custom));
    for (const filter of filters) query = query.where(meets(sql.ref('accounts.custom'), filter));
  }
  // Returned in an object: a query builder is thenable for nobody, and awaiting it must not run it.
  return { query };
}

/** Words in use among the accounts an actor sees, for filters and inputs. */
export async function wordsInUse(db: ReadTx, actor: Actor) {
  const seen = sql`accounts.tenant_id = ${actor.tenantId}::uuid and merged_into is null and ${visibleTo(actor, 'accounts')}`;
  const { rows } = await sql<{ industries: string[]; provinces: string[]; tags: string[] }>`
    select
      array(select distinct industry from accounts where ${seen} and industry is not null order by 1 limit 200) as industries,
      array(select distinct province from accounts where ${seen} and province is not null order by 1 limit 200) as provinces,
      array(select distinct unnest(tags) from accounts where ${seen} order by 1 limit 500) as tags`.execute(db);
  return rows[0]!;
}
