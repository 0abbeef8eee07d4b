import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { found } from '#platform/http/refused.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import { matches } from '#platform/search/grams.server.ts';
import { partnerKeys, type Partner, type PartnerCandidate } from '#partners/partner.ts';
import type { PartnerFilters } from '#partners/partners.contract.ts';

/** Partners are the company's: everybody who may read them sees all; `mine` says whose they are to change. */
function partnersOf(db: ReadTx, actor: Actor) {
  return db
    .selectFrom('partners')
    .innerJoin('users as o', (on) =>
      on.onRef('o.tenant_id', '=', 'partners.tenant_id').onRef('o.id', '=', 'partners.owner_id'),
    )
    .select([
      'partners.id',
      'partners.name',
      'partners.kind',
      'partners.credit_code as creditCode',
      'partners.province',
      'partners.city',
      'partners.state',
      'partners.state_reason as stateReason',
      'partners.contract_from as contractFrom',
      'partners.contract_until as contractUntil',
      'partners.note',
      'partners.owner_id as ownerId',
      'o.name as ownerName',
      sql<number>`(select count(*)::int from registrations r
        where r.tenant_id = partners.tenant_id and r.partner_id = partners.id and r.state = 'accepted')`.as(
        'protectedCount',
      ),
      sql<string[]>`array(select t.rival from partner_ties t where t.tenant_id = partners.tenant_id
        and t.partner_id = partners.id and t.target = 'rival' order by t.rival)`.as('rivals'),
      'partners.version',
      'partners.created_at as createdAt',
      'partners.updated_at as updatedAt',
      visibleTo(actor, 'partners').as('mine'),
    ])
    .where('partners.tenant_id', '=', actor.tenantId);
}

export async function onePartner(db: ReadTx, actor: Actor, id: string): Promise<Partner> {
  return found(await partnersOf(db, actor).where('partners.id', '=', id).executeTakeFirst()) as Partner;
}

type At = { after?: string | undefined; limit: number; order: 'asc' | 'desc' };

/** One page of the partners; the list and its export. */
export async function listPartners(db: ReadTx, actor: Actor, asked: PartnerFilters, sort: string, at: At) {
  const { search, kind, state, province, ownerId, mine, rival } = asked;
  let query = partnersOf(db, actor);
  if (search) query = query.where(matches(sql.ref('partners.grams'), search));
  if (kind) query = query.where('partners.kind', '=', kind);
  if (state) query = query.where('partners.state', '=', state);
  if (province) query = query.where('partners.province', '=', province);
  if (ownerId) query = query.where('partners.owner_id', '=', ownerId);
  if (mine) query = query.where('partners.owner_id', '=', actor.userId);
  if (rival)
    query = query.where(
      sql<boolean>`exists (select from partner_ties t where t.tenant_id = partners.tenant_id and t.partner_id = partners.id
        and t.target = 'rival')`,
    );
  const by = sql.ref(sort === 'name' ? 'partners.name' : 'partners.updated_at');
  const { rows, next } = await onePage(query, at, by, sql.ref('partners.id'));
  return { rows: rows as Partner[], next };
}

/** Partners that are probably this one, by name and code. */
export async function partnersAlike(
  db: ReadTx,
  tenantId: string,
  typed: Parameters<typeof partnerKeys>[0],
  exceptId: string | null = null,
): Promise<PartnerCandidate[]> {
  const { nameKey, code } = partnerKeys(typed);
  const { rows } = await sql<{ id: string; name: string; ownerName: string; sameCode: boolean; sameName: boolean }>`
    select p.id, p.name, o.name as "ownerName", coalesce(p.credit_code = ${code}::text, false) as "sameCode",
      coalesce(p.name_key = ${nameKey}::text, false) as "sameName"
    from partners p join users o on o.tenant_id = p.tenant_id and o.id = p.owner_id
    where p.tenant_id = ${tenantId}::uuid and p.id is distinct from ${exceptId}::uuid
      and (p.credit_code = ${code}::text or p.name_key = ${nameKey}::text)
    order by "sameCode" desc, p.name limit 20`.execute(db);
  return rows.map(({ sameCode, sameName, ...row }) => ({
    ...row,
    why: [...(sameCode ? (['code'] as const) : []), ...(sameName ? (['name'] as const) : [])],
  }));
}
