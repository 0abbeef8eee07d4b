import { sql, type RawBuilder } from 'kysely';
import type { ReadTx } from '#platform/database/database.server.ts';
import { contactVisibleTo } from '#platform/database/subject.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import type { ImportJob } from '#imports/import-job.server.ts';
import type { ImportNoun } from '#imports/import-noun.ts';

/** A record that is there already, with its columns as they are. */
export type Existing = {
  id: string;
  version: number;
  visible: boolean;
  found_by: string;
  key: string;
  columns: { [column: string]: unknown };
};

const tables = { account: 'accounts', contact: 'contacts', deal: 'deals', product: 'products', user: 'users' } as const;
export const tableOf = (noun: ImportNoun) => tables[noun];

/** Where a record may be found: a name for the way, the SQL it must equal, and the keys of the rows at hand. */
export type Way = { by: string; column: string; keys: readonly (string | undefined)[] };

/**
 * Records that the rows of a chunk may be: by each way, and by what another system, or an export of ours, calls them. A look-up in an index for
 * each key, in one statement.
 */
export async function existingRecords(
  db: ReadTx,
  job: ImportJob,
  ways: readonly Way[],
  externalIds: readonly (string | undefined)[],
): Promise<Map<string, Existing[]>> {
  const { tenantId } = job.actor;
  const table = sql.table(tables[job.noun]);
  const only = job.noun === 'account' || job.noun === 'contact' ? sql`and r.merged_into is null` : sql``;
  const shown = sql`r.id, r.version, ${visibility(job)} as visible, ${columnsOf(job)} as columns`;
  const parts = ways.map(({ by, column, keys }) => {
    const list = distinct(keys);
    return sql`select ${by}::text as found_by, k.key, e.* from unnest(${list}::text[]) as k (key) cross join lateral (
      select ${shown} from ${table} r where r.tenant_id = ${tenantId} and r.${sql.ref(column)} = k.key ${only} limit 20) e`;
  });
  const known = distinct(externalIds);
  const external = sql`select 'externalId'::text as found_by, k.key, e.* from unnest(${known}::text[]) as k (key)
    cross join lateral ((select x.record_id from external_ids x
      where x.tenant_id = ${tenantId} and x.noun = ${job.noun} and x.external_id = k.key limit 1)
      union all (select k.key::uuid where k.key ~ ${ourId}) limit 1) x
    cross join lateral (select ${shown} from ${table} r where r.tenant_id = ${tenantId} and r.id = x.record_id ${only} limit 1) e`;
  const { rows } = await sql<Existing>`${sql.join([...parts, external], sql` union all `)}`.execute(db);
  const found = new Map<string, Existing[]>();
  for (const row of rows) {
    const key = `${row.found_by}:${row.key}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

/** The whole record where it may be changed; else what telling one from another needs. */
function columnsOf({ noun, plan }: ImportJob): RawBuilder<unknown> {
  if (plan.policy === 'update') return sql`to_jsonb(r)`;
  const told: { [noun in ImportNoun]: RawBuilder<unknown> } = {
    account: sql`jsonb_build_object('name', r.name, 'credit_code', r.credit_code, 'import_id', r.import_id)`,
    contact: sql`jsonb_build_object('name', r.name, 'mobile', r.mobile, 'phone', r.phone, 'email', r.email, 'account_id', r.account_id)`,
    deal: sql`jsonb_build_object('account_id', r.account_id)`,
    product: sql`'{}'::jsonb`,
    user: sql`jsonb_build_object('name', r.name, 'email', r.email, 'team_id', r.team_id, 'active', r.active)`,
  };
  return told[noun];
}

/** A list that we exported tells our own ids. */
const ourId = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

function distinct(keys: readonly (string | undefined)[]): string[] {
  return [...new Set(keys.filter((key) => key !== undefined))];
}

function visibility({ noun, actor }: ImportJob): RawBuilder<boolean> {
  if (noun === 'product' || noun === 'user') return sql<boolean>`true`;
  return noun === 'contact' ? contactVisibleTo(actor, 'r') : visibleTo(actor, 'r');
}

/** Why a row that is there already was not taken over the record. */
export const duplicateWords = {
  notYours: {
    zh: '已有这条记录，但不在您的可见范围内，无法更新；请联系其负责人',
    en: 'The record exists, but you may not see it and cannot update it; talk to its owner',
  },
  codeTaken: {
    zh: '这个统一社会信用代码已属于另一个客户，同一代码只能有一个客户',
    en: 'This credit code belongs to another account; a code has one account',
  },
  nameTaken: { zh: '已有同名产品，产品名称不能重复', en: 'There is a product of this name; names are unique' },
  externalTaken: {
    zh: '这个外部编号已属于另一条记录',
    en: 'This external id belongs to another record',
  },
};
