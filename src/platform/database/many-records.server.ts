import type { CommandContext } from '#platform/http/handlers.server.ts';
import type { EventData, NewEvent } from '#platform/events/event.ts';
import { sortOut, type ManyDone } from '#platform/list/many.ts';
import { updateRows, type Row } from '#platform/database/many-rows.server.ts';

export type LoadedRecord = { id: string; version: number; name: string; accountId: string | null };
type Asked = { id: string; version: number };

export type ManyRecords<R extends LoadedRecord> = {
  table: 'accounts' | 'contacts' | 'deals';
  noun: 'account' | 'contact' | 'deal';
  /** Those of the ids that the actor may see. One statement. */
  load: (ids: readonly string[]) => Promise<R[]>;
};

type Change = { columns: Row; data: EventData };
type Act<A, R> = {
  asked: readonly A[];
  may?: (row: R) => boolean;
  event: `${string}.${string}`;
  /** Columns and event of one record; null where it is already so. All changes name the same columns. */
  change: (row: R, asked: A) => Change | null;
};

/**
 * One act on many records: as many statements for a thousand as for one, an event for each. What was changed meanwhile,
 * is not the actor's to change or not hers to see is left, and counted.
 */
export async function changeMany<A extends Asked, R extends LoadedRecord>(
  { tx, actor, now, record }: Pick<CommandContext, 'tx' | 'actor' | 'now' | 'record'>,
  { table, noun, load }: ManyRecords<R>,
  { asked, may = () => true, event, change }: Act<A, R>,
): Promise<ManyDone> {
  const loaded = await load(asked.map(({ id }) => id));
  const { chosen, left } = sortOut(asked, loaded, may);
  const same: R[] = [];
  const changed: { row: R; change: Change }[] = [];
  for (const { row, asked: wanted } of chosen) {
    const one = change(row, wanted);
    if (one) changed.push({ row, change: one });
    else same.push(row);
  }
  const columns = changed.map(({ row: { id, version }, change: { columns: own } }) => ({
    id,
    version,
    updated_at: now,
    ...own,
  }));
  const saved = await updateRows(tx, table, actor.tenantId, columns);
  const written = changed.filter(({ row }) => saved.has(row.id));
  const events: NewEvent[] = written.map(({ row: { id, name, version, accountId }, change: { data } }) => ({
    type: event,
    subject: { kind: noun, id },
    accountId,
    data: { name, version: version + 1, ...data },
  }));
  if (events.length > 0) await record.all(events);
  const done = [
    ...written.map(({ row: { id, version } }) => ({ id, version: version + 1 })),
    ...same.map(({ id, version }) => ({ id, version })),
  ];
  const still = await load(done.map(({ id }) => id));
  const undoable = still.length === done.length && still.every(may);
  // Saved by somebody between our look and our write: left as changed.
  const late = changed.length - written.length;
  return { done, left: { ...left, changed: left.changed + late }, undoable };
}

/** Gives each record the tags that it is asked to have. */
export async function tagMany<R extends LoadedRecord & { tags: string[] }>(
  context: Pick<CommandContext, 'tx' | 'actor' | 'now' | 'record'>,
  records: ManyRecords<R>,
  asked: readonly (Asked & { tags: string[] })[],
): Promise<ManyDone> {
  return changeMany(context, records, {
    asked,
    event: `${records.noun}.changed`,
    change: ({ tags: before }, { tags }) => {
      const after = [...new Set(tags)];
      if (JSON.stringify(before) === JSON.stringify(after)) return null;
      return { columns: { tags: after }, data: { before: { tags: before }, after: { tags: after } } };
    },
  });
}
