import { sql } from 'kysely';
import { serveOpen } from '#platform/http/handlers.server.ts';
import { companiesContract } from '#session/companies.contract.ts';

export const companiesHandlers = serveOpen(companiesContract, {
  // Across companies, so as the owner: memberships have no tenant. The cookie `longmen.company` chooses among them.
  list: async ({ database, actor }) => {
    const { tenantId, userId } = actor!;
    const { rows } = await sql<{ id: string; name: string; current: boolean }>`
      select c.id, coalesce(s.name, c.name) as name, c.id = ${tenantId} as current
      from auth_memberships mine
      join auth_memberships m on m.identity_id = mine.identity_id
      join users u on u.tenant_id = m.tenant_id and u.id = m.user_id and u.active
      join tenants c on c.id = m.tenant_id
      left join company_settings s on s.tenant_id = c.id
      where mine.tenant_id = ${tenantId} and mine.user_id = ${userId}
      order by 2, 1`.execute(database.system);
    return { rows };
  },
});
