import { sql } from 'kysely';
import { refuseWritten } from '#compliance/written-text.ts';
import { mayHandOver } from '#permissions/actor.ts';
import { tagMany, type ManyRecords } from '#platform/database/many-records.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import type { Account } from '#accounts/account.ts';
import { accountsOf } from '#accounts/account-rows.server.ts';
import { assignMany, type OwnedRecord } from '#team/assign-store.server.ts';

type Chosen = Pick<Account, 'id' | 'version'>;

export const assignAccounts = (context: CommandContext, { rows }: { rows: (Chosen & Pick<Account, 'ownerId'>)[] }) =>
  assignMany(context, accountsBy(context), rows, {
    event: 'account.ownerChanged',
    may: (row) => mayHandOver(context.actor, row),
  });

export function tagAccounts(context: CommandContext, { rows }: { rows: (Chosen & Pick<Account, 'tags'>)[] }) {
  decide(refuseWritten(...new Set(rows.flatMap(({ tags }) => tags))));
  return tagMany(context, accountsBy(context), rows);
}

function accountsBy({ tx, actor }: CommandContext): ManyRecords<OwnedRecord & { tags: string[] }> {
  return {
    table: 'accounts',
    noun: 'account',
    load: (ids) =>
      accountsOf(tx, actor)
        .select([
          'accounts.id',
          'accounts.version',
          'accounts.name',
          'accounts.id as accountId',
          'accounts.owner_id as ownerId',
          'owner.name as ownerName',
          'accounts.team_id as teamId',
          'accounts.tags',
        ])
        .where(sql<boolean>`accounts.id = any(${[...ids]}::uuid[])`)
        .execute(),
  };
}
