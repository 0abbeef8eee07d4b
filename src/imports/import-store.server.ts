import { sql } from 'kysely';
import { can, type Actor } from '#permissions/actor.ts';
import { customFieldsOf } from '#platform/database/custom-fields.server.ts';
import type { Database, ReadTx, Tx } from '#platform/database/database.server.ts';
import { found, Refused } from '#platform/http/refused.server.ts';
import type { FileSource, TableFormat } from '#platform/import-export/table-file.ts';
import type { Instant } from '#shared/day.ts';
import { refuse } from '#shared/refusal.ts';
import type { ImportNoun } from '#imports/import-noun.ts';
import type { ImportPlan } from '#imports/import-plan.ts';
import {
  mayDo,
  noCounts,
  type Counts,
  type Import,
  type ImportRow,
  type ImportState,
  type Layout,
  type Report,
  type Undone,
} from '#imports/import-record.ts';
import { targetsOf } from '#imports/targets.ts';

/** An import as it is kept. */
export type KeptImport = ImportRow & {
  layout: Layout | null;
  plan: ImportPlan | null;
  report: Report | null;
  cancelAsked: boolean;
  runsAs: (Actor & { teamId: string | null }) | null;
};

const columns = sql`i.id, i.noun, i.file_name as "fileName", i.bytes, i.state, i.outcome, i.rows_done as "rowsDone",
  i.rows_total as "rowsTotal", i.undone, i.failure, i.created_by as "createdBy", u.name as "createdByName",
  i.created_at as "createdAt", i.started_at as "startedAt", i.finished_at as "finishedAt"`;

/** Imports that an actor may see: her own; all for whoever sees all records. A file shows more than records do. */
function seenBy(actor: Actor) {
  return actor.scope === 'all' ? sql`true` : sql`i.created_by = ${actor.userId}`;
}

export function importRows(db: ReadTx, actor: Actor) {
  return db
    .selectFrom('imports as i')
    .leftJoin('users as u', (on) => on.onRef('u.tenant_id', '=', 'i.tenant_id').onRef('u.id', '=', 'i.created_by'))
    .where('i.tenant_id', '=', actor.tenantId)
    .where(sql<boolean>`${seenBy(actor)}`)
    .select(['i.id', 'i.noun', 'i.file_name as fileName', 'i.bytes', 'i.state', 'i.outcome', 'i.rows_done as rowsDone'])
    .select([
      'i.rows_total as rowsTotal',
      'i.undone',
      'i.failure',
      'i.created_by as createdBy',
      'u.name as createdByName',
    ])
    .select(['i.created_at as createdAt', 'i.started_at as startedAt', 'i.finished_at as finishedAt']);
}

export function rowView<R extends { outcome: unknown }>(row: R): R & { outcome: Counts } {
  return { ...row, outcome: { ...noCounts, ...(row.outcome as Partial<Counts>) } };
}

export async function oneImport(db: ReadTx, actor: Actor, id: string, lock = false): Promise<KeptImport> {
  const { rows } = await sql<KeptImport>`
    select ${columns}, i.layout, i.plan, i.report, i.cancel_asked as "cancelAsked", i.actor as "runsAs"
    from imports i left join users u on u.tenant_id = i.tenant_id and u.id = i.created_by
    where i.tenant_id = ${actor.tenantId} and i.id = ${id} and ${seenBy(actor)}
    ${lock ? sql`for update of i` : sql``}`.execute(db);
  return rowView(found(rows[0]));
}

/** The same for the job, which acts for whoever pressed the button. */
export async function importToWork(db: ReadTx, tenantId: string, id: string): Promise<KeptImport | undefined> {
  const { rows } = await sql<KeptImport>`
    select ${columns}, i.layout, i.plan, i.report, i.cancel_asked as "cancelAsked", i.actor as "runsAs"
    from imports i left join users u on u.tenant_id = i.tenant_id and u.id = i.created_by
    where i.tenant_id = ${tenantId} and i.id = ${id}`.execute(db);
  return rows[0] && rowView(rows[0]);
}

/** An import at the right moment for an act, locked until the transaction ends. */
export async function importFor(
  tx: Tx,
  actor: Actor,
  id: string,
  act: Parameters<typeof mayDo>[1],
): Promise<KeptImport> {
  const kept = await oneImport(tx, actor, id, true);
  if (!mayDo(kept.state, act)) throw new Refused(refuse('import.wrongMoment', { state: kept.state }));
  return kept;
}

type Saved = Partial<{
  state: ImportState;
  layout: Layout;
  plan: ImportPlan | null;
  report: Report | null;
  outcome: Counts;
  undone: Undone;
  rows_done: number;
  rows_total: number | null;
  cancel_asked: boolean;
  actor: KeptImport['runsAs'];
  failure: string | null;
  started_at: Instant | null;
  finished_at: Instant | null;
}>;
const json = new Set(['layout', 'plan', 'report', 'outcome', 'undone', 'actor']);

export async function saveImport(tx: Tx, tenantId: string, id: string, values: Saved): Promise<void> {
  const sets = Object.entries(values).map(([column, value]) => [
    column,
    json.has(column) && value !== null ? JSON.stringify(value) : value,
  ]);
  await tx
    .updateTable('imports')
    .set({ ...Object.fromEntries(sets), version: sql`version + 1` } as never)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** The file's bytes, one piece at a time, each read in a transaction of its own. */
export function fileOf(database: Database, tenantId: string, importId: string): FileSource {
  return async function* () {
    for (let position = 0; ; position++) {
      const content = await database.read(tenantId, (db) => partAt(db, tenantId, importId, position));
      if (!content) return;
      yield content;
    }
  };
}

async function partAt(db: ReadTx, tenantId: string, importId: string, position: number) {
  const row = await db
    .selectFrom('import_parts')
    .select('content')
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .where('position', '=', position)
    .executeTakeFirst();
  return row?.content;
}

export function formatOf({ kind, encoding, delimiter, sheet }: Layout): TableFormat {
  if (kind === 'vcard') return { kind, encoding } as TableFormat;
  return kind === 'xlsx'
    ? { kind, sheet: sheet ?? 0 }
    : ({ kind, encoding: encoding ?? 'utf8', delimiter: delimiter ?? ',' } as TableFormat);
}

/** What columns can become, the company's own fields included. */
export async function importTargets(db: ReadTx, tenantId: string, noun: ImportNoun) {
  const fields = noun === 'product' || noun === 'user' ? [] : await customFieldsOf(db, tenantId, noun);
  return { fields, targets: targetsOf(noun, fields) };
}

/** An import as the wizard shows it. */
export async function importView(db: ReadTx, actor: Actor, id: string): Promise<Import> {
  const { cancelAsked: _, runsAs: __, ...kept } = await oneImport(db, actor, id);
  const { targets } = await importTargets(db, actor.tenantId, kept.noun);
  const { rows: playbooks } = await sql<Import['playbooks'][number]>`
    select distinct on (id) id, name_zh as zh, name_en as en from playbooks where tenant_id = ${actor.tenantId}
    order by id, version desc`.execute(db);
  return {
    ...kept,
    playbooks: kept.noun === 'deal' ? playbooks : [],
    targets: targets.map(({ key, label, kind, required, choices = [] }) => ({
      key,
      ...label,
      kind,
      required: required === true,
      choices: choices.map(({ key, zh, en }) => ({
        key,
        zh,
        en,
      })),
    })),
    may: { createOwners: can(actor, 'team.write') },
  };
}
