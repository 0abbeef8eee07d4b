import { sql } from 'kysely';
import type { ReadTx } from '#platform/database/database.server.ts';
import type { Belongings } from '#team/belongings.ts';

/** How much is a person's. One statement. */
export async function belongingsOf(db: ReadTx, tenantId: string, userId: string): Promise<Belongings> {
  const { rows } = await sql<Belongings>`
    select
      (select count(*) from accounts where tenant_id = ${tenantId} and owner_id = ${userId}) as accounts,
      (select count(*) from contacts where tenant_id = ${tenantId} and owner_id = ${userId}) as contacts,
      (select count(*) from deals where tenant_id = ${tenantId} and owner_id = ${userId}) as deals,
      (select count(*) from tasks where tenant_id = ${tenantId} and owner_id = ${userId} and done_at is null) as tasks,
      (select count(*) from partners where tenant_id = ${tenantId} and owner_id = ${userId}) as partners,
      (select count(*) from registrations where tenant_id = ${tenantId} and owner_id = ${userId}) as registrations,
      (select count(*) from account_members where tenant_id = ${tenantId} and user_id = ${userId})
        + (select count(*) from deal_members where tenant_id = ${tenantId} and user_id = ${userId}) as memberships
  `.execute(db);
  return rows[0]!;
}
