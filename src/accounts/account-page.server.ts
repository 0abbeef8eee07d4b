import { sql } from 'kysely';
import { can, mayHandOver, type Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import type { Account, MemberRole } from '#accounts/account.ts';
import type { AccountPage } from '#accounts/accounts.contract.ts';
import { oneAccount } from '#accounts/account-rows.server.ts';

/** The account page in a fixed number of queries. */
export async function accountPage(db: ReadTx, actor: Actor, id: string): Promise<AccountPage> {
  const account = await oneAccount(db, actor, id);
  return {
    account,
    ...(await aroundAccount(db, actor, account)),
    members: await membersOf(db, actor.tenantId, account.id),
    group: await groupOf(db, actor, account.id),
    may: {
      write: can(actor, 'account.write'),
      handOver: can(actor, 'account.write') && mayHandOver(actor, account),
      merge: can(actor, 'account.merge'),
    },
  };
}

export async function membersOf(db: ReadTx, tenantId: string, accountId: string) {
  const rows = await db
    .selectFrom('account_members as m')
    .innerJoin('users as u', (join) => join.onRef('u.tenant_id', '=', 'm.tenant_id').onRef('u.id', '=', 'm.user_id'))
    .select(['m.user_id as userId', 'u.name', 'm.role'])
    .where('m.tenant_id', '=', tenantId)
    .where('m.account_id', '=', accountId)
    .orderBy('u.name')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as MemberRole }));
}

type Around = Pick<AccountPage, 'teamName' | 'counts' | 'mergedFrom'>;

async function aroundAccount(db: ReadTx, actor: Actor, { id, teamId }: Account): Promise<Around> {
  const tenant = sql`${actor.tenantId}::uuid`;
  const { rows } = await sql<Around>`
    select
      (select name from teams where tenant_id = ${tenant} and id = ${teamId}::uuid) as "teamName",
      json_build_object(
        'contacts', (select count(*) from contacts where tenant_id = ${tenant} and account_id = ${id}::uuid
          and merged_into is null),
        'deals', (select count(*) from deals where tenant_id = ${tenant} and account_id = ${id}::uuid
          and ${visibleTo(actor, 'deals')}),
        'openTasks', (select count(*) from tasks where tenant_id = ${tenant} and account_id = ${id}::uuid
          and done_at is null),
        'notes', (select count(*) from notes where tenant_id = ${tenant} and subject_id = ${id}::uuid
          and deleted_at is null),
        'attachments', (select count(*) from attachments where tenant_id = ${tenant} and subject_id = ${id}::uuid
          and deleted_at is null)) as counts,
      (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name), '[]')
        from accounts m where m.tenant_id = ${tenant} and m.merged_into = ${id}::uuid) as "mergedFrom"`.execute(db);
  return rows[0]!;
}

const MOST_IN_GROUP = 300;
type GroupRow = AccountPage['group']['rows'][number] & { visible: boolean };

/** The whole group the account belongs to: up to the root, and everything below it. */
async function groupOf(db: ReadTx, actor: Actor, id: string): Promise<AccountPage['group']> {
  const tenant = sql`${actor.tenantId}::uuid`;
  const { rows } = await sql<GroupRow>`
    with recursive up as (
      select a.id, a.parent_id, 0 as height from accounts a where a.tenant_id = ${tenant} and a.id = ${id}::uuid
      union all select a.id, a.parent_id, up.height + 1 from accounts a join up on a.id = up.parent_id
      where a.tenant_id = ${tenant} and up.height < 30),
    root as (select id from up order by height desc limit 1),
    tree as (
      select a.id, a.parent_id, 0 as depth from accounts a join root on root.id = a.id where a.tenant_id = ${tenant}
      union all select a.id, a.parent_id, tree.depth + 1 from accounts a join tree on a.parent_id = tree.id
      where a.tenant_id = ${tenant} and a.merged_into is null and tree.depth < 30)
    select a.id, a.name, a.parent_id as "parentId", owner.name as "ownerName", ${visibleTo(actor, 'a')} as visible
    from tree join accounts a on a.id = tree.id
    left join users owner on owner.tenant_id = a.tenant_id and owner.id = a.owner_id
    where a.tenant_id = ${tenant} order by tree.depth, a.name limit ${MOST_IN_GROUP}`.execute(db);
  const visible = rows
    .filter((row) => row.visible)
    .map(({ id, name, parentId, ownerName }) => ({ id, name, parentId, ownerName }));
  return { rows: visible, hidden: rows.length - visible.length };
}
