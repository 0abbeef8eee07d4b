import type { Database, ReadTx, Tx } from '#platform/database/database.server.ts';
import { insertRows } from '#platform/database/many-rows.server.ts';
import { tableRows } from '#platform/import-export/table-reader.server.ts';
import type { TableRow } from '#platform/import-export/table-file.ts';
import { dayOf } from '#shared/day.ts';
import { sql } from 'kysely';
import { headerOf } from '#imports/card-columns.ts';
import type { Decided, ImportJob, NounImporter } from '#imports/import-job.server.ts';
import { noCounts, type Counts } from '#imports/import-record.ts';
import { fileOf, formatOf, importTargets, type KeptImport } from '#imports/import-store.server.ts';
import { Quirks } from '#imports/import-quirk.ts';
import { accountImporter } from '#imports/nouns/import-accounts.server.ts';
import { contactImporter } from '#imports/nouns/import-contacts.server.ts';
import { dealImporter } from '#imports/nouns/import-deals.server.ts';
import { productImporter } from '#imports/nouns/import-products.server.ts';
import { userImporter } from '#imports/nouns/import-users.server.ts';
import { rowReader, type ReadRow } from '#imports/read-row.ts';

/** The job of an import with all that its steps need to know. */
export async function openJob(
  database: Database,
  tenantId: string,
  kept: KeptImport,
  checking: boolean,
): Promise<ImportJob> {
  const { id, noun, plan, runsAs } = kept;
  if (!plan || !runsAs) throw new Error(`import ${id} has no plan`);
  const { fields, targets } = await database.read(tenantId, (db) => importTargets(db, tenantId, noun));
  const now = new Date().toISOString();
  return {
    id,
    noun,
    plan,
    checking,
    now,
    fields,
    actor: runsAs,
    today: dayOf(now, runsAs.timeZone),
    targets,
    quirks: new Quirks(),
  };
}

/** Knows owners, products and the playbook as they are now; opened again after a failure. */
export async function openImporter(db: ReadTx, job: ImportJob): Promise<NounImporter> {
  const open = {
    account: accountImporter,
    contact: contactImporter,
    deal: dealImporter,
    product: productImporter,
    user: userImporter,
  };
  return open[job.noun](db, job);
}

/**
 * Plans the statements of `work` for the tables as they are now. A plan kept from when a table was empty reads it from end
 * to end for each key, and the embedded engine has nobody who would notice. Not for writing: every check of a foreign key
 * would be planned, too.
 */
export async function plannedAnew<T>(db: ReadTx, work: () => Promise<T>): Promise<T> {
  await sql`set local plan_cache_mode = force_custom_plan`.execute(db);
  const result = await work();
  await sql`set local plan_cache_mode = auto`.execute(db);
  return result;
}

/** Reads one batch ahead, while the database is busy with the one before. */
async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let coming = source.next();
  try {
    for (;;) {
      const { value, done } = await coming;
      if (done) return;
      coming = source.next();
      coming.catch(() => {}); // told when it is asked for
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
}

/** The file's rows below the header, read by the plan, some at a time, from after a row on. */
export function readRows(
  database: Database,
  tenantId: string,
  kept: KeptImport,
  job: ImportJob,
  after: number,
  prepare: (rows: readonly ReadRow[]) => void = () => {},
): AsyncGenerator<ReadRow[]> {
  return ahead(rowsAfter(database, tenantId, kept, job, after, prepare));
}

async function* rowsAfter(
  database: Database,
  tenantId: string,
  kept: KeptImport,
  job: ImportJob,
  after: number,
  prepare: (rows: readonly ReadRow[]) => void,
): AsyncGenerator<ReadRow[]> {
  const layout = kept.layout!;
  const headers = layout.columns.map(({ header }) => headerOf(layout, header).zh);
  const read = rowReader({ ...job, headers });
  let header: TableRow | undefined;
  for await (const batch of tableRows(fileOf(database, tenantId, kept.id), formatOf(layout))) {
    header ??= batch[0];
    const wanted = batch.filter((row) => row !== header && row.number > after);
    const rows = wanted.map(read);
    prepare(rows);
    if (rows.length > 0) yield rows;
  }
}

export function counted(decided: readonly Decided[]): Counts {
  const of = (outcome: string) => decided.filter((one) => one.outcome === outcome).length;
  return { ...noCounts, created: of('create'), updated: of('update'), skipped: of('skip'), faulty: of('fault') };
}

export function sum(a: Counts, b: Partial<Counts>): Counts {
  return Object.fromEntries(Object.entries(a).map(([key, n]) => [key, n + (b[key as keyof Counts] ?? 0)])) as Counts;
}

/** Keeps the rows that were not taken, with the reasons, for the sheet that is sent back. */
export async function keepFaults(
  tx: Tx,
  tenantId: string,
  importId: string,
  decided: readonly Decided[],
): Promise<void> {
  const rows = decided
    .filter(({ outcome }) => outcome === 'fault')
    .map(({ row }) => ({
      tenant_id: tenantId,
      import_id: importId,
      row_number: row.number,
      cells: row.cells.map(storable),
      issues: row.issues,
    }));
  await insertRows(
    tx,
    'import_faults',
    rows,
    sql`on conflict (tenant_id, import_id, row_number) do update set issues = excluded.issues`,
  );
}

/** A cell as the database can hold it, to show it back. */
function storable(cell: string): string {
  return cell.replaceAll('\u0000', '\ufffd').slice(0, 2_000);
}

export async function dropFaults(tx: Tx, tenantId: string, importId: string): Promise<void> {
  await tx.deleteFrom('import_faults').where('tenant_id', '=', tenantId).where('import_id', '=', importId).execute();
}
