import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.server.ts';
import { insertEvents } from '#platform/database/many-rows.server.ts';
import { accountsNamed } from '#imports/account-names.server.ts';
import type { ImportJob } from '#imports/import-job.server.ts';
import type { ReadRow } from '#imports/read-row.ts';
import { nameKey, regionsAgree } from '#accounts/account-name.ts';

/**
 * Sets the parents that rows name, once all accounts are there: a parent may stand below its child in the file. Only
 * accounts of this import that have none get one; a link that would close a circle is left out.
 */
export async function linkParents(tx: Tx, job: ImportJob, rows: readonly ReadRow[]): Promise<void> {
  const wanted = rows.flatMap(({ values }) => {
    const { name, parent } = values;
    return typeof name === 'string' && typeof parent === 'string' ? [{ name, parent }] : [];
  });
  if (wanted.length === 0) return;
  const known = await accountsNamed(
    tx,
    job,
    wanted.flatMap(({ name, parent }) => [nameKey(name), nameKey(parent)]),
  );
  const one = (name: string) => {
    const hits = (known.get(nameKey(name)) ?? []).filter((hit) => hit.visible && regionsAgree(hit.name, name));
    return hits.find((hit) => hit.name === name) ?? (hits.length === 1 ? hits[0] : undefined);
  };
  const links = wanted.flatMap(({ name, parent }) => {
    const [child, above] = [one(name), one(parent)];
    return child && above && child.id !== above.id ? [{ id: child.id, parentId: above.id }] : [];
  });
  const { tenantId } = job.actor;
  const { rows: linked } = await sql<{ id: string; name: string; parentId: string }>`
    with recursive link as (
      select distinct on (id) id, "parentId" as parent_id
      from json_to_recordset(${JSON.stringify(links)}::json) as l (id uuid, "parentId" uuid)),
    up as (
      select id as child, parent_id as above, 1 as height from link
      union all
      select up.child, coalesce(l.parent_id, a.parent_id), up.height + 1 from up
      left join link l on l.id = up.above
      left join accounts a on a.tenant_id = ${tenantId} and a.id = up.above
      where up.height < 30 and coalesce(l.parent_id, a.parent_id) is not null and up.above <> up.child)
    update accounts set parent_id = link.parent_id from link
    where accounts.tenant_id = ${tenantId} and accounts.id = link.id and accounts.import_id = ${job.id}
      and accounts.parent_id is null
      and not exists (select from up where up.child = link.id and up.above = link.id)
    returning accounts.id, accounts.name, accounts.parent_id as "parentId"`.execute(tx);
  await insertEvents(
    tx,
    job.actor,
    job.now,
    linked.map(({ id, name, parentId }) => ({
      type: 'account.changed',
      subject: { kind: 'account', id },
      accountId: id,
      data: { name, importId: job.id, before: { parentId: null }, after: { parentId } },
    })),
  );
}
