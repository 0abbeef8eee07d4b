import { sql } from 'kysely';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { teamedTables, type Belongings } from '#team/belongings.ts';

/** How much is a person's. One statement. */
export async function belongingsOf(db: ReadTx, tenantId: string, userId: string): Promise<Belongings> {
  const { rows } = await sql<Belongings>`
    select
      (select count(*) from accounts where tenant_id = ${tenantId} and owner_id = ${userId}) as accounts,
      (select count(*) from contacts where tenant_id = ${tenantId} and owner_id = ${userId}) as contacts,
      (select count(*) from deals where tenant_id = ${tenantId} and owner_id = ${userId}) as deals,
      (select count(*) from tasks where tenant_id = ${tenantId} and owner_id = ${userId} and done_at is null) as tasks,
      (select count(*) from account_members where tenant_id = ${tenantId} and user_id = ${userId})
        + (select count(*) from deal_members where tenant_id = ${tenantId} and user_id = ${userId}) as memberships
  `.execute(db);
  return rows[0]!;
}

/** What a person owns follows her into another team: data scope looks at the owner's team. */
export async function takeTeamAlong(tx: Tx, tenantId: string, userId: string, teamId: string | null): Promise<void> {
  for (const table of teamedTables)
    await sql`
      update ${sql.table(table)} set team_id = ${teamId}
      where tenant_id = ${tenantId} and owner_id = ${userId} and team_id is distinct from ${teamId}::uuid
    `.execute(tx);
}
