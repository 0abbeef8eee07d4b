import { sql, type RawBuilder } from 'kysely';
import type { Database, Tx } from '#platform/database/database.server.ts';
import { recordAll } from '#platform/events/events.server.ts';
import { insertEvents } from '#platform/database/many-rows.server.ts';
import type { Undone } from '#imports/import-record.ts';
import { importToWork, saveImport, type KeptImport } from '#imports/import-store.server.ts';
import { restoreChanged } from '#imports/undo-changes.server.ts';
import { plannedAnew } from '#imports/work-through.server.ts';

const AT_A_TIME = 1_000;
const KEPT_SHOWN = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

type Kind = 'deal' | 'contact' | 'account' | 'product' | 'user' | 'team';
type Removal = {
  kind: Kind;
  table: string;
  /** Rows that this import made. */
  made: (importId: string) => RawBuilder<boolean>;
  /** Nothing hangs on them. */
  free: RawBuilder<boolean>;
};

const none = (table: string, condition: string) =>
  sql`not exists (select from ${sql.table(table)} x where x.tenant_id = r.tenant_id and ${sql.raw(condition)})`;
const byMark = (importId: string) => sql<boolean>`r.import_id = ${importId}`;
const byList = (kind: Kind) => (importId: string) =>
  sql<boolean>`exists (select from import_changes c where c.tenant_id = r.tenant_id and c.import_id = ${importId}
    and c.noun = ${kind} and c.record_id = r.id and c.before is null)`;
const hangers = [
  ...['notes', 'tasks', 'attachments'].map((table) => none(table, 'x.subject_id = r.id')),
  // Its decision chain, or its place on one.
  none('chain_changes', 'x.map_id = r.id'),
  none('chain_changes', 'x.item_id = r.id'),
];
const all = (...parts: RawBuilder<unknown>[]) => sql<boolean>`${sql.join(parts, sql` and `)}`;

// What refers to others goes first.
const removals: readonly Removal[] = [
  {
    kind: 'deal',
    table: 'deals',
    made: byMark,
    free: all(
      sql`r.version = 1`,
      none('evidence', 'x.deal_id = r.id'),
      none('review_items', 'x.deal_id = r.id'),
      ...hangers,
    ),
  },
  {
    kind: 'contact',
    table: 'contacts',
    made: byMark,
    free: all(sql`r.version = 1`, none('contacts', 'x.merged_into = r.id'), ...hangers),
  },
  {
    kind: 'account',
    table: 'accounts',
    made: byMark,
    free: all(
      sql`r.version = 1 and r.merged_into is null`,
      ...['deals', 'contacts', 'contact_employments', 'account_members'].map((table) =>
        none(table, 'x.account_id = r.id'),
      ),
      none('accounts', 'x.parent_id = r.id'),
      none('accounts', 'x.merged_into = r.id'),
      ...hangers,
    ),
  },
  {
    kind: 'product',
    table: 'products',
    made: byList('product'),
    free: all(sql`r.version = 1`, none('deal_lines', 'x.product_id = r.id')),
  },
  {
    kind: 'user',
    table: 'users',
    made: byList('user'),
    free: all(
      sql`r.identity_id is null and r.version = 1`,
      ...['accounts', 'contacts', 'deals', 'tasks'].map((table) => none(table, 'x.owner_id = r.id')),
      ...['account_members', 'deal_members'].map((table) => none(table, 'x.user_id = r.id')),
      none('invitations', 'x.joins_as = r.id'),
    ),
  },
  {
    kind: 'team',
    table: 'teams',
    made: byList('team'),
    free: all(
      sql`r.version = 1`,
      ...['users', 'accounts', 'contacts', 'deals', 'invitations'].map((table) => none(table, 'x.team_id = r.id')),
      none('teams', 'x.parent_id = r.id'),
    ),
  },
];

/**
 * Takes back what an import made and changed, as far as nobody has touched it since: some hundred records in a
 * transaction with their events. Stopped, it goes on when called again.
 */
export async function undoImport(
  database: Database,
  tenantId: string,
  importId: string,
  signal?: AbortSignal,
): Promise<void> {
  const kept = await database.read(tenantId, (db) => importToWork(db, tenantId, importId));
  if (kept?.state !== 'undoing') return;
  const restored = await restoreChanged(database, tenantId, kept, signal);
  let removed = 0;
  for (const removal of removals) {
    // A parent is free once its children are gone: round after round, until one removes nothing.
    for (let found = -1; found !== removed;) {
      found = removed;
      for (let after = FIRST; after;) {
        if (signal?.aborted) return;
        const ids = await database.write(tenantId, (tx) => removeSome(tx, kept, removal, after));
        removed += ids.length;
        after = ids.at(-1) ?? '';
      }
    }
  }
  await database.write(tenantId, (tx) => tell(tx, kept, { removed, ...restored }));
}

async function removeSome(
  tx: Tx,
  kept: KeptImport,
  { kind, table, made, free }: Removal,
  after: string,
): Promise<string[]> {
  const { tenantId } = kept.runsAs!;
  // Looked up by a plan of now: one that is kept from when the tables were small reads them whole for each record.
  const { rows: found } = await plannedAnew(tx, () =>
    sql<{ id: string }>`
      select r.id from ${sql.table(table)} r where r.tenant_id = ${tenantId} and ${made(kept.id)} and ${free}
        and r.id > ${after}::uuid
      order by r.id limit ${AT_A_TIME} for update of r`.execute(tx),
  );
  const { rows } = await sql<{ id: string; name: string; account_id: string | null }>`
    delete from ${sql.table(table)} r where r.tenant_id = ${tenantId} and r.id = any(${found.map(({ id }) => id)}::uuid[])
    returning r.id, r.name, ${kind === 'deal' || kind === 'contact' ? sql`r.account_id` : sql`null::uuid as account_id`}`.execute(
    tx,
  );
  const ids = rows.map(({ id }) => id).toSorted();
  await sql`delete from external_ids where tenant_id = ${tenantId} and record_id = any(${ids}::uuid[])`.execute(tx);
  await insertEvents(
    tx,
    kept.runsAs!,
    new Date().toISOString(),
    rows.map(({ id, name, account_id }) => ({
      type: `${kind}.importUndone` as const,
      subject: { kind, id },
      accountId: kind === 'account' ? id : account_id,
      data: { name, importId: kept.id },
    })),
  );
  return ids;
}

/** What is left: how much, and the first of it by name. */
async function tell(
  tx: Tx,
  kept: KeptImport,
  done: { removed: number; restored: number; touched: Undone['keptRecords'] },
): Promise<void> {
  const { tenantId } = kept.runsAs!;
  const { rows } = await sql<{ noun: string; id: string; name: string; total: number }>`
    select noun, id, name, count(*) over ()::int as total from (
      ${sql.join(
        removals.map(
          ({ kind, table, made }) =>
            sql`select ${kind}::text as noun, r.id, r.name from ${sql.table(table)} r where r.tenant_id = ${tenantId} and ${made(kept.id)}`,
        ),
        sql` union all `,
      )}) remaining order by noun, name limit ${KEPT_SHOWN}`.execute(tx);
  const undone: Undone = {
    removed: done.removed,
    restored: done.restored,
    kept: (rows[0]?.total ?? 0) + done.touched.length,
    keptRecords: [...done.touched, ...rows.map(({ noun, id, name }) => ({ noun, id, name }))].slice(0, KEPT_SHOWN),
  };
  const now = new Date().toISOString();
  await saveImport(tx, tenantId, kept.id, { state: 'undone', undone, finished_at: now });
  await recordAll(tx, kept.runsAs!, now, null, [
    {
      type: 'import.undone',
      subject: { kind: 'import', id: kept.id },
      data: { name: kept.fileName, noun: kept.noun, ...undone },
    },
  ]);
}
