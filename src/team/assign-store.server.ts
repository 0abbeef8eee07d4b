import type { CommandContext } from '#platform/http/handlers.server.ts';
import { changeMany, type LoadedRecord, type ManyRecords } from '#platform/database/many-records.server.ts';
import type { ManyDone } from '#platform/list/many.ts';
import { colleagues } from '#team/colleague-store.server.ts';

export type OwnedRecord = LoadedRecord & { ownerId: string | null; ownerName: string | null; teamId: string | null };
type Asked = { id: string; version: number; ownerId: string | null };
type Terms<R> = { event: `${string}.${string}`; may?: (row: R) => boolean };

/** Hands many records to colleagues, each to the one it is asked to have: one step back is the same with the former. */
export async function assignMany<R extends OwnedRecord>(
  context: Pick<CommandContext, 'tx' | 'actor' | 'now' | 'record'>,
  records: ManyRecords<R>,
  asked: readonly Asked[],
  terms: Terms<R>,
): Promise<ManyDone> {
  const ids = asked.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId]));
  const people = new Map((await colleagues(context.tx, context.actor.tenantId, ids)).map((one) => [one.id, one]));
  return changeMany(context, records, {
    ...terms,
    asked,
    change: (row, { ownerId }) => {
      if (row.ownerId === ownerId) return null;
      const owner = ownerId === null ? undefined : people.get(ownerId);
      const after = { ownerId, teamId: owner?.teamId ?? null };
      return {
        columns: { owner_id: after.ownerId, team_id: after.teamId },
        data: {
          before: { ownerId: row.ownerId, teamId: row.teamId },
          after,
          from: row.ownerName,
          to: owner?.name ?? null,
        },
      };
    },
  });
}
