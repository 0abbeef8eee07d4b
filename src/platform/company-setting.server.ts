import { sql } from 'kysely';
import type { Instant } from '#shared/day.ts';
import { refuse } from '#shared/refusal.ts';
import type { ReadTx, Rows } from '#platform/database/database.server.ts';
import { changes, type NewEvent } from '#platform/events/event.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';

type Fields = Readonly<Record<string, unknown>>;
/** Version 0, changed by nobody: the defaults. */
type Kept<K extends string, T> = { [key in K]: T } & {
  version: number;
  changedAt: Instant | null;
  changedByName: string | null;
};

type Setting<K extends string, T> = {
  /** (tenant_id, version), changed_at, changed_by, and what is set, as JSON in the column `key`. */
  table: keyof Rows;
  key: K;
  /** The event of a change; it tells which fields were what before and are what now. */
  event: NewEvent['type'];
  defaults: T;
  /** What was set once, as it is read today. @throws when it is none */
  read: (kept: unknown) => T;
  /** In the fields that the event tells; without it, as it is. */
  told?: (value: T) => Fields;
};

/** What a company sets for itself, each change a version that stays; none set: the defaults. */
export function companySetting<K extends string, T extends Fields>(setting: Setting<K, T>) {
  const { table, key, event, defaults, read, told = (value) => value } = setting;
  const keptAs = (version: number, value: T, changedAt: Instant | null, changedByName: string | null) =>
    ({ version, [key]: value, changedAt, changedByName }) as Kept<K, T>;

  /** The last versions, the newest first. */
  async function versions(db: ReadTx, tenantId: string, most: number): Promise<Kept<K, T>[]> {
    const { rows } = await sql<{ version: number; value: unknown; at: Instant; by: string | null }>`
      select s.version, s.${sql.ref(key)} as value, s.changed_at as at, u.name as by
      from ${sql.table(table)} s left join users u on u.tenant_id = s.tenant_id and u.id = s.changed_by
      where s.tenant_id = ${tenantId}::uuid order by s.version desc limit ${most}::int`.execute(db);
    return rows.map(({ version, value, at, by }) => keptAs(version, read(value), at, by));
  }

  async function current(db: ReadTx, tenantId: string): Promise<Kept<K, T>> {
    const [newest] = await versions(db, tenantId, 1);
    return newest ?? keptAs(0, defaults, null, null);
  }

  /** The next version, unless nothing changes. @param asked.version of what the person saw */
  async function change({ actor, tx, record, now }: CommandContext, asked: { version: number; value: T }) {
    const { tenantId } = actor;
    const before = await current(tx, tenantId);
    if (before.version !== asked.version) return refuse('record.changed', { version: before.version });
    const changed = changes(told(before[key]), told(asked.value));
    if (!changed) return before;
    const version = asked.version + 1;
    // Of two changes at once the key lets one in.
    const { rows } = await sql`
      insert into ${sql.table(table)} (tenant_id, version, ${sql.ref(key)}, changed_at, changed_by)
      values (${tenantId}, ${version}, ${JSON.stringify(asked.value)}::jsonb, ${now}, ${actor.userId})
      on conflict do nothing returning version`.execute(tx);
    if (rows.length === 0) return refuse('record.changed', { version });
    await record({ type: event, subject: { kind: 'company', id: tenantId }, data: { version, ...changed } });
    return current(tx, tenantId);
  }

  return { current, versions, change };
}
