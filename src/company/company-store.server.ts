import type { ReadTx } from '#platform/database/database.server.ts';
import { found } from '#platform/http/refused.server.ts';
import { readSettings, type Company } from '#company/company.ts';

/** The company with its settings; version 0 while nothing was ever set. */
export async function readCompany(db: ReadTx, tenantId: string): Promise<Company> {
  const row = await db
    .selectFrom('tenants as c')
    .leftJoin('company_settings as s', 's.tenant_id', 'c.id')
    .select(['s.settings', 's.version'])
    .select((eb) => eb.fn.coalesce('s.name', 'c.name').as('name'))
    .where('c.id', '=', tenantId)
    .executeTakeFirst();
  const { settings, version, name } = found(row);
  return { ...readSettings(settings), name, version: version ?? 0 };
}
