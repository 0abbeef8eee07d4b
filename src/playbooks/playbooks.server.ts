import { sql } from 'kysely';
import { visibleTo } from '#platform/database/visible.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import { playbooksContract } from '#playbooks/playbooks.contract.ts';

export const playbookHandlers = serve(playbooksContract, {
  list: async ({ actor, db }) => {
    const { rows } = await sql<{ id: string; version: number; open_deals: number }>`
      select distinct on (p.id) p.id, p.version,
        (select count(*) from deals d where d.tenant_id = p.tenant_id and d.playbook_id = p.id
           and d.state = 'open' and ${visibleTo(actor, 'd')})::int as open_deals
      from playbooks p where p.tenant_id = ${actor.tenantId}
      order by p.id, p.version desc`.execute(db);
    return Promise.all(
      rows.map(async ({ id, version, open_deals }) => {
        const { playbook } = await compiledPlaybook(db, actor.tenantId, id, version);
        const { name, description, stages } = playbook;
        const named = stages.map((stage) => ({ id: stage.id, name: stage.name }));
        return { id, version, name, description, stages: named, openDeals: open_deals };
      }),
    );
  },
  show: async ({ actor, db }, { id, version }) => (await compiledPlaybook(db, actor.tenantId, id, version)).playbook,
});
