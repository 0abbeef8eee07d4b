import { sql } from 'kysely';
import { keepDealStates } from '#deals/deal-states-store.server.ts';
import type { Tx } from '#platform/database/database.server.ts';
import type { Instant } from '#shared/day.ts';
import { teamedTables } from '#team/belongings.ts';

/** What people own follows them into another team: data scope looks at the owner's team. */
export async function takeTeamsAlong(
  tx: Tx,
  tenantId: string,
  people: readonly { id: string; teamId: string | null }[],
  now: Instant,
): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map(({ id }) => id);
  const teamIds = people.map(({ teamId }) => teamId);
  for (const table of teamedTables) {
    const { rows } = await sql<{ id: string }>`
      update ${sql.table(table)} r set team_id = p.team_id from unnest(${ids}::uuid[], ${teamIds}::uuid[]) p (id, team_id)
      where r.tenant_id = ${tenantId} and r.owner_id = p.id and r.team_id is distinct from p.team_id
      returning r.id`.execute(tx);
    const moved = rows.map(({ id }) => id);
    if (table === 'deals') await keepDealStates(tx, tenantId, moved, now);
  }
}
