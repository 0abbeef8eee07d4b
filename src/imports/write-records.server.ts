import { sql } from 'kysely';
import { keepDealStates } from '#deals/deal-states-store.server.ts';
import type { Tx } from '#platform/database/database.server.ts';
import { insertEvents, insertRows, updateRows, type Row } from '#platform/database/many-rows.server.ts';
import type { NewEvent } from '#platform/events/event.ts';
import { tableOf, type Existing } from '#imports/duplicates.server.ts';
import type { ImportJob } from '#imports/import-job.server.ts';

export type NewRecord = { columns: Row & { id: string }; externalId?: string | undefined; event: NewEvent };
export type ChangedRecord = { existing: Existing; columns: Row; externalId?: string | undefined; event: NewEvent };

/** Inserts what rows became, with its events and what other systems call it. */
export async function insertRecords(tx: Tx, job: ImportJob, records: readonly NewRecord[]): Promise<void> {
  await insertRows(
    tx,
    tableOf(job.noun),
    records.map(({ columns }) => columns),
  );
  await insertEvents(
    tx,
    job.actor,
    job.now,
    records.map(({ event }) => event),
  );
  await nameOutside(
    tx,
    job,
    records.map(({ columns, externalId }) => ({ id: columns.id, externalId })),
  );
}

/** Saves what rows changed, and keeps how it was; what somebody saved meanwhile is left as it is. */
export async function updateRecords(tx: Tx, job: ImportJob, records: readonly ChangedRecord[]): Promise<void> {
  if (records.length === 0) return;
  const { tenantId } = job.actor;
  // All rows of the statement have the same columns: the whole record.
  const whole = records.map(({ existing, columns }) => ({
    ...existing.columns,
    ...columns,
    version: existing.version,
  }));
  const saved = await updateRows(tx, tableOf(job.noun), tenantId, whole);
  if (job.noun === 'deal') await keepDealStates(tx, tenantId, [...saved], job.now);
  const done = records.filter(({ existing }) => saved.has(existing.id));
  await insertEvents(
    tx,
    job.actor,
    job.now,
    done.map(({ event }) => event),
  );
  await nameOutside(
    tx,
    job,
    done.map(({ existing, externalId }) => ({ id: existing.id, externalId })),
  );
  // A record that this import has made or changed before keeps its first 'before'.
  const kept = done
    .filter(({ existing }) => existing.columns['import_id'] !== job.id)
    .map(({ existing }) => ({
      tenant_id: tenantId,
      import_id: job.id,
      noun: job.noun,
      record_id: existing.id,
      before: existing.columns,
      version_after: existing.version + 1,
    }));
  const again = sql`on conflict (tenant_id, import_id, record_id) do update set version_after = excluded.version_after`;
  await insertRows(tx, 'import_changes', kept, again);
}

export async function nameOutside(
  tx: Tx,
  { id: import_id, noun, actor }: ImportJob,
  records: readonly { id: string; externalId?: string | undefined }[],
) {
  const rows = records
    .filter(({ id, externalId }) => externalId !== undefined && externalId !== id)
    .map(({ id, externalId }) => ({
      tenant_id: actor.tenantId,
      noun,
      external_id: externalId,
      record_id: id,
      import_id,
    }));
  await insertRows(tx, 'external_ids', rows, sql`on conflict do nothing`);
}
