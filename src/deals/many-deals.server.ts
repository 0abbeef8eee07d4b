import { sql } from 'kysely';
import { mayHandOver } from '#permissions/actor.ts';
import { tagMany, type ManyRecords } from '#platform/database/many-records.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import type { Deal } from '#deals/deal.ts';
import { keepDealStates } from '#deals/deal-states-store.server.ts';
import { assignMany, type OwnedRecord } from '#team/assign-store.server.ts';

type Chosen = Pick<Deal, 'id' | 'version'>;

export async function assignDeals(context: CommandContext, { rows }: { rows: (Chosen & { ownerId: string })[] }) {
  const outcome = await assignMany(context, dealsBy(context), rows, {
    event: 'deal.reassigned',
    may: (row) => mayHandOver(context.actor, row),
  });
  const ids = outcome.done.map(({ id }) => id);
  await keepDealStates(context.tx, context.actor.tenantId, ids, context.now);
  return outcome;
}

export function tagDeals(context: CommandContext, { rows }: { rows: (Chosen & Pick<Deal, 'tags'>)[] }) {
  decide(refuseWritten(...new Set(rows.flatMap(({ tags }) => tags))));
  return tagMany(context, dealsBy(context), rows);
}

function dealsBy({ tx, actor }: CommandContext): ManyRecords<OwnedRecord & { tags: string[] }> {
  return {
    table: 'deals',
    noun: 'deal',
    load: (ids) =>
      tx
        .selectFrom('deals as d')
        .leftJoin('users as owner', (on) =>
          on.onRef('owner.tenant_id', '=', 'd.tenant_id').onRef('owner.id', '=', 'd.owner_id'),
        )
        .select([
          'd.id',
          'd.version',
          'd.name',
          'd.account_id as accountId',
          'd.owner_id as ownerId',
          'owner.name as ownerName',
          'd.team_id as teamId',
          'd.tags',
        ])
        .where('d.tenant_id', '=', actor.tenantId)
        .where(visibleTo(actor, 'd'))
        .where(sql<boolean>`d.id = any(${[...ids]}::uuid[])`)
        .execute(),
  };
}
