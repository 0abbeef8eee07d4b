import { sql } from 'kysely';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { insertRows } from '#platform/database/many-rows.server.ts';
import type { Instant } from '#shared/day.ts';
import { believedOf, type Believed } from '#chain/believed-people.ts';
import type { ChainChange } from '#chain/chain-history.ts';
import type { Names } from '#chain/chain-items.ts';
import type { CoachSign } from '#chain/coach.ts';

export type MapKind = 'account' | 'deal';
/** A map: an account's or a deal's, by its id. */
export type MapOf = { readonly kind: MapKind; readonly id: string };

/** The changes of maps by the id of account or deal, in order; a map that nobody drew is absent. One statement. */
export async function changesOf(
  db: ReadTx,
  tenantId: string,
  mapIds: readonly (string | null)[],
): Promise<Map<string, ChainChange[]>> {
  const ids = [...new Set(mapIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ChainChange & { mapId: string }>`
    select map_id as "mapId", seq, at, by, item, item_id as id, act, fields, evidence_id as "evidenceId", reason
    from chain_changes where tenant_id = ${tenantId}::uuid and map_id = any(${ids}::uuid[]) order by map_id, seq`.execute(
    db,
  );
  const byMap = new Map<string, ChainChange[]>();
  for (const { mapId, ...change } of rows) {
    const known = byMap.get(mapId);
    if (known) known.push(change);
    else byMap.set(mapId, [change]);
  }
  return byMap;
}

/** Appends rows to histories; the caller holds the rows of the accounts or deals. */
export async function appendChanges(
  tx: Tx,
  tenantId: string,
  rows: readonly { readonly map: MapOf; readonly change: ChainChange }[],
): Promise<void> {
  const kept = rows.map(({ map, change: { id, evidenceId, ...change } }) => ({
    tenant_id: tenantId,
    map_kind: map.kind,
    map_id: map.id,
    item_id: id,
    evidence_id: evidenceId,
    ...change,
  }));
  await insertRows(tx, 'chain_changes', kept);
}

/** What contacts and colleagues are called today, and contacts their title; of a merged contact the survivor's. */
export async function namesOf(db: ReadTx, tenantId: string, ids: readonly string[]): Promise<Names> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string; title: string | null }>`
    select c.id, coalesce(s.name, c.name) as name, coalesce(s.title, c.title) as title
    from contacts c left join contacts s on s.tenant_id = c.tenant_id and s.id = c.merged_into
    where c.tenant_id = ${tenantId}::uuid and c.id = any(${asked}::uuid[])
    union all select u.id, u.name, null from users u
    where u.tenant_id = ${tenantId}::uuid and u.id = any(${asked}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name, title }) => [id, { name, ...(title && { title }) }]));
}

/** Signs of coaches in deals, by deal; those whose evidence was retracted do not count. */
export async function signsOf(
  db: ReadTx,
  tenantId: string,
  dealIds: readonly string[],
  until: Instant | null = null,
): Promise<Map<string, CoachSign[]>> {
  const { rows } = await sql<CoachSign & { dealId: string }>`
    select s.deal_id as "dealId", s.contact_id as "personId", s.signal, s.on_day as "on", s.occasion,
      s.evidence_id as "evidenceId"
    from chain_signs s where s.tenant_id = ${tenantId}::uuid and s.deal_id = any(${[...dealIds]}::uuid[])
      and (${until}::timestamptz is null or s.recorded_at <= ${until}::timestamptz)
      and not exists (select from evidence r where r.tenant_id = s.tenant_id and r.deal_id = s.deal_id
        and r.retracts = s.evidence_id and (${until}::timestamptz is null or r.recorded_at <= ${until}::timestamptz))
    order by s.on_day, s.id`.execute(db);
  return Map.groupBy(rows, ({ dealId }) => dealId);
}

/** What the maps say of deals, by deal; of a deal without any map nothing. As many statements as for one. */
export async function believedIn(
  db: ReadTx,
  tenantId: string,
  deals: readonly { readonly id: string; readonly accountId: string | null }[],
  until?: Instant,
): Promise<Map<string, Believed>> {
  const maps = await changesOf(
    db,
    tenantId,
    deals.flatMap(({ id, accountId }) => [id, accountId]),
  );
  if (maps.size === 0) return new Map();
  const people = [...maps.values()].flat().flatMap(({ item, id }) => (item === 'node' ? [id] : []));
  const [names, signs] = await Promise.all([
    namesOf(db, tenantId, people),
    signsOf(
      db,
      tenantId,
      deals.map(({ id }) => id),
      until ?? null,
    ),
  ]);
  return new Map(
    deals.flatMap(({ id, accountId }) => {
      const account = (accountId && maps.get(accountId)) || [];
      const believed = believedOf(account, maps.get(id) ?? [], { names, signs: signs.get(id) ?? [], until });
      return believed ? [[id, believed]] : [];
    }),
  );
}
