import { sql } from 'kysely';
import type { Database, ReadTx } from '#platform/database/database.server.ts';
import { GENESIS, type AuditFault, type ChainHead, type Verification } from '#audit/audit.ts';
import { floorOf, headOf } from '#audit/seal-events.server.ts';
import { attestedBlankings, isAsBlanked, type Blanked } from '#audit/blanked-events.server.ts';
import { sealedColumns, sealOf, type SealedEvent } from '#audit/sealed-text.server.ts';

const AT_ONCE = 5_000;
const TOLD = 100;

type Place = { seq: number; event_id: string; hash: string; instant: string | null } & {
  [K in keyof SealedEvent]: SealedEvent[K] | null;
};

/**
 * Recomputes the chain and says which events were changed, removed or inserted since they were sealed. A fault is told
 * once: the walk goes on from the hash that was kept.
 *
 * Whoever can rewrite the database can also rewrite every seal from a change on; that shows only against a head noted
 * elsewhere: pass it as `known`.
 *
 * A few transactions, none of them long, so that work goes on beside it.
 */
export async function verifyChain(database: Database, tenantId: string, known?: ChainHead): Promise<Verification> {
  const read = <T>(work: (db: ReadTx) => Promise<T>) =>
    database.read(tenantId, async (db) => {
      // As in sealing: a plan that was kept from when the log was short reads all of it for each event.
      await sql`set local plan_cache_mode = force_custom_plan`.execute(db);
      return work(db);
    });
  const faults = new Faults();
  let last: ChainHead = { seq: 0, hash: GENESIS };
  const blanked = await read((db) => attestedBlankings(db, tenantId));
  let knownSeen = !known || known.seq === 0;
  for (;;) {
    const places = await read((db) => placesAfter(db, tenantId, last.seq));
    for (const place of places) {
      if (place.seq !== last.seq + 1) faults.add({ kind: 'sealBroken', seq: last.seq + 1 });
      const told = { seq: place.seq, eventId: place.event_id, at: place.instant, type: place.type };
      if (place.id === null) faults.add({ kind: 'removed', ...told });
      else if (place.seq === last.seq + 1 && !isAsSealed(place as SealedEvent & Place, last.hash, blanked))
        faults.add({ kind: 'changed', ...told });
      last = { seq: place.seq, hash: place.hash };
      if (known?.seq === place.seq) {
        knownSeen = true;
        if (known.hash !== place.hash) faults.add({ kind: 'sealBroken', seq: place.seq });
      }
    }
    if (places.length < AT_ONCE) break;
  }
  if (!knownSeen) faults.add({ kind: 'sealBroken', seq: known!.seq });
  const { inserted, pending, head } = await read((db) => outside(db, tenantId));
  for (const event of inserted) faults.add({ kind: 'inserted', eventId: event.id, at: event.at, type: event.type });
  return { intact: faults.count === 0, sealed: last.seq, pending, head, faults: faults.told, faultCount: faults.count };
}

/** As it was sealed, or as an erasure that the chain tells of has left it. */
function isAsSealed(event: SealedEvent & { hash: string }, before: string, blanked: Blanked): boolean {
  return sealOf(before, event) === event.hash || isAsBlanked(event, blanked);
}

class Faults {
  readonly told: AuditFault[] = [];
  count = 0;
  add(fault: Partial<AuditFault> & Pick<AuditFault, 'kind'>): void {
    this.count++;
    if (this.told.length < TOLD) this.told.push({ seq: null, eventId: null, at: null, type: null, ...fault });
  }
}

async function placesAfter(db: ReadTx, tenantId: string, seq: number): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select s.seq, s.event_id, s.hash, e.at as instant, ${sealedColumns}
    from event_seals s left join events e on e.tenant_id = s.tenant_id and e.id = s.event_id
    where s.tenant_id = ${tenantId} and s.seq > ${seq} order by s.seq limit ${AT_ONCE}`.execute(db);
  return rows;
}

/** What has no seal: new events, which wait for the next sealing, and old ones, which were put in later. */
async function outside(db: ReadTx, tenantId: string) {
  const floor = await floorOf(db, tenantId);
  const unsealed = sql`from events e where e.tenant_id = ${tenantId}
    and not exists (select from event_seals s where s.tenant_id = e.tenant_id and s.event_id = e.id)`;
  const { rows: inserted } = await sql<{ id: string; at: string; type: string }>`
    select e.id, e.at, e.type ${unsealed} and e.id <= ${floor}::uuid order by e.id limit ${TOLD}`.execute(db);
  const { rows } = await sql<{ pending: number }>`
    select count(*) as pending ${unsealed} and e.id > ${floor}::uuid`.execute(db);
  return { inserted, pending: rows[0]!.pending, head: await headOf(db, tenantId) };
}
