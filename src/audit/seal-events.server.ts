import { sql } from 'kysely';
import type { Database, ReadTx, Tx } from '#platform/database/database.server.ts';
import { GENESIS, type ChainHead } from '#audit/audit.ts';
import { sealedColumns, sealOf, type SealedEvent } from '#audit/sealed-text.server.ts';

/** Longer than any transaction lives (a statement ends after 30 seconds). */
const LATEST_MS = 60 * 60 * 1000;
const AT_ONCE = 5_000;

/**
 * Takes new events into the company's hash chain, oldest id first.
 *
 * The race: ids are made when an event is written, rows appear when their transaction commits, so that an event may
 * appear after younger ones were sealed. Therefore a seal never means "everything up to this id": what is sealed next is
 * whatever has no seal yet, and a late event takes a later place in the chain than its id would have. Nothing can be
 * skipped, and no waiting is needed. How late is limited: an event whose id is an hour older than the youngest sealed one
 * is not taken in any more, since no honest transaction commits that late; it stays outside, where `verifyChain` reports
 * it as inserted. Two sealers at once meet at the primary key (tenant, place): the second rolls back and has nothing to do.
 *
 * Seal often (see the job): an event is protected from the moment that it is sealed.
 *
 * @returns how many events were sealed, and the head of the chain, to be noted outside of the database
 */
export async function sealEvents(database: Database, tenantId: string): Promise<{ sealed: number; head: ChainHead }> {
  let sealed = 0;
  for (;;) {
    const batch = await database.write(tenantId, (tx) => sealBatch(tx, tenantId));
    sealed += batch.sealed;
    if (batch.sealed < AT_ONCE) return { sealed, head: batch.head };
  }
}

async function sealBatch(tx: Tx, tenantId: string): Promise<{ sealed: number; head: ChainHead }> {
  // A plan that was kept from when the log was empty looks through all of it for each event.
  await sql`set local plan_cache_mode = force_custom_plan`.execute(tx);
  const head = await headOf(tx, tenantId);
  const { rows } = await sql<SealedEvent>`
    select ${sealedColumns} from events e
    where e.tenant_id = ${tenantId} and e.id > ${await floorOf(tx, tenantId)}::uuid
      and not exists (select from event_seals s where s.tenant_id = e.tenant_id and s.event_id = e.id)
    order by e.id limit ${AT_ONCE}`.execute(tx);
  if (rows.length === 0) return { sealed: 0, head };
  let { seq, hash } = head;
  const seals = rows.map((event) => ({ seq: ++seq, event_id: event.id, hash: (hash = sealOf(hash, event)) }));
  const inserted = await sql`
    insert into event_seals (tenant_id, seq, event_id, hash)
    select ${tenantId}::uuid, s.seq, s.event_id, s.hash
    from unnest(${seals.map((seal) => seal.seq)}::bigint[], ${seals.map((seal) => seal.event_id)}::uuid[],
      ${seals.map((seal) => seal.hash)}::text[]) as s (seq, event_id, hash)
    on conflict do nothing`.execute(tx);
  // Another sealer was faster: leave it all to that one.
  if (inserted.numAffectedRows !== BigInt(seals.length)) throw new SealedElsewhere();
  return { sealed: seals.length, head: { seq, hash } };
}

export class SealedElsewhere extends Error {
  override readonly name = 'SealedElsewhere';
  constructor() {
    super('Another process sealed these events at the same time. 另一进程已同时完成封存。');
  }
}

export async function headOf(db: ReadTx, tenantId: string): Promise<ChainHead> {
  const last = await db
    .selectFrom('event_seals')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', tenantId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { seq: 0, hash: GENESIS };
}

/** Ids up to this one are no longer taken in: an hour before the youngest sealed event. */
export async function floorOf(db: ReadTx, tenantId: string): Promise<string> {
  const youngest = await db
    .selectFrom('event_seals')
    .select('event_id')
    .where('tenant_id', '=', tenantId)
    .orderBy('event_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const madeAt = youngest ? Number.parseInt(youngest.event_id.replace('-', '').slice(0, 12), 16) : 0;
  const hex = Math.max(0, madeAt - LATEST_MS)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** Every company, one after the other; for the job and the command line. */
export async function sealAllEvents(database: Database): Promise<number> {
  const tenants = await database.system.selectFrom('tenants').select('id').execute();
  let sealed = 0;
  for (const { id } of tenants) {
    try {
      sealed += (await sealEvents(database, id)).sealed;
    } catch (error) {
      if (!(error instanceof SealedElsewhere)) throw error;
    }
  }
  return sealed;
}
