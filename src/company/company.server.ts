import { sql } from 'kysely';
import { refuse } from '#shared/refusal.ts';
import { changes } from '#platform/events/event.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { companyContract } from '#company/company.contract.ts';
import { readCompany } from '#company/company-store.server.ts';

export const companyHandlers = serve(companyContract, {
  show: ({ actor, db }) => readCompany(db, actor.tenantId),

  change: async ({ actor, tx, record }, { version, ...change }) => {
    const { tenantId } = actor;
    const before = await readCompany(tx, tenantId);
    const changed = changes(before, change);
    if (!changed) return before;
    const { name, version: _, ...settings } = { ...before, ...change };
    // The first save makes the row; of two first saves at once the second finds version 1, not 0.
    const { rows } = await sql`
      insert into company_settings as s (tenant_id, name, settings)
      select ${tenantId}::uuid, ${name}::text, ${JSON.stringify(settings)}::jsonb where ${version}::int = 0
        or exists (select from company_settings where tenant_id = ${tenantId})
      on conflict (tenant_id) do update
        set name = excluded.name, settings = excluded.settings, version = s.version + 1
        where s.version = ${version}
      returning s.version`.execute(tx);
    if (rows.length === 0) return refuse('record.changed', { version });
    await record({ type: 'company.changed', subject: { kind: 'company', id: tenantId }, data: { name, ...changed } });
    return readCompany(tx, tenantId);
  },
});
