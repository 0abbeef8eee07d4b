import { sql } from 'kysely';
import { keepDealStates } from '#deals/deal-states-store.server.ts';
import type { Database, Tx } from '#platform/database/database.server.ts';
import { insertEvents, updateRows, type Row } from '#platform/database/many-rows.server.ts';
import { takeTeamsAlong } from '#team/team-store.server.ts';
import { tableOf } from '#imports/duplicates.server.ts';
import type { Undone } from '#imports/import-record.ts';
import type { KeptImport } from '#imports/import-store.server.ts';

const AT_A_TIME = 500;

type Change = {
  record_id: string;
  before: Row & { name: string; account_id?: string | null };
  version_after: number;
  version: number | null;
  name: string | null;
};

/** Gives changed records back what they were, unless somebody has saved them since; those are named. */
export async function restoreChanged(database: Database, tenantId: string, kept: KeptImport, signal?: AbortSignal) {
  const touched: Undone['keptRecords'] = [];
  let restored = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    if (signal?.aborted) break;
    const changes = await database.write(tenantId, async (tx) => {
      const some = await someChanges(tx, kept, after);
      const back = some.filter(({ version, version_after }) => version === version_after);
      await giveBack(tx, kept, back);
      restored += back.length;
      for (const { record_id, name, version, version_after } of some) {
        if (version !== null && version !== version_after)
          touched.push({ noun: kept.noun, id: record_id, name: name ?? '' });
      }
      return some;
    });
    if (changes.length === 0) break;
    after = changes.at(-1)!.record_id;
  }
  return { restored, touched };
}

async function someChanges(tx: Tx, kept: KeptImport, after: string): Promise<Change[]> {
  const table = sql.table(tableOf(kept.noun));
  const { rows } = await sql<Change>`
    select c.record_id, c.before, c.version_after, r.version, r.name from import_changes c
    left join ${table} r on r.tenant_id = c.tenant_id and r.id = c.record_id
    where c.tenant_id = ${kept.runsAs!.tenantId} and c.import_id = ${kept.id} and c.noun = ${kept.noun}
      and c.before is not null and c.record_id > ${after}::uuid
    order by c.record_id limit ${AT_A_TIME}`.execute(tx);
  return rows;
}

async function giveBack(tx: Tx, kept: KeptImport, changes: readonly Change[]): Promise<void> {
  const { tenantId } = kept.runsAs!;
  const now = new Date().toISOString();
  const stamp = kept.noun === 'product' || kept.noun === 'user' ? {} : { updated_at: now };
  const rows = changes.map(({ before, version_after }) => ({ ...before, ...stamp, version: version_after }));
  const saved = await updateRows(tx, tableOf(kept.noun), tenantId, rows);
  if (kept.noun === 'deal') await keepDealStates(tx, tenantId, [...saved], now);
  if (kept.noun === 'user')
    await takeTeamsAlong(
      tx,
      tenantId,
      changes.map(({ record_id, before }) => ({ id: record_id, teamId: (before['team_id'] ?? null) as string | null })),
      now,
    );
  await insertEvents(
    tx,
    kept.runsAs!,
    now,
    changes.map(({ record_id, before }) => ({
      type: `${kept.noun}.importUndone` as const,
      subject: { kind: kept.noun, id: record_id },
      accountId: kept.noun === 'account' ? record_id : (before.account_id ?? null),
      data: { name: before.name, importId: kept.id },
    })),
  );
  const ids = changes.map(({ record_id }) => record_id);
  // Stopped here and called again, what is given back must not look touched.
  await sql`delete from import_changes where tenant_id = ${tenantId} and import_id = ${kept.id}
    and record_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from external_ids where tenant_id = ${tenantId} and import_id = ${kept.id} and record_id = any(${ids}::uuid[])`.execute(
    tx,
  );
}
