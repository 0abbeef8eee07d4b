import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { duplicateKeys, type Candidate, type Likeness } from '#accounts/account-duplicates.ts';

type Hit = {
  id: string;
  name: string;
  ownerName: string | null;
  industry: string | null;
  place: string | null;
  createdAt: string;
  visible: boolean;
  code: boolean;
  sameName: boolean;
  phone: boolean;
};

/** Accounts that are probably the same as this one; also by what a merged one was called. */
export async function duplicatesOf(
  db: ReadTx,
  actor: Actor,
  account: Parameters<typeof duplicateKeys>[0],
  exceptId: string | null = null,
): Promise<Candidate[]> {
  const { nameKey, creditCode, phoneKey } = duplicateKeys(account);
  const { rows } = await sql<Hit>`
    select a.id, a.name, owner.name as "ownerName", a.industry, coalesce(a.city, a.province) as place,
      a.created_at as "createdAt", ${visibleTo(actor, 'a')} as visible,
      bool_or(coalesce(hit.credit_code = ${creditCode}::text, false)) as code,
      bool_or(coalesce(hit.name_key = ${nameKey}::text, false)) as "sameName",
      bool_or(coalesce(hit.phone_key = ${phoneKey}::text, false)) as phone
    from accounts hit
    join accounts a on a.tenant_id = hit.tenant_id and a.id = coalesce(hit.merged_into, hit.id)
    left join users owner on owner.tenant_id = a.tenant_id and owner.id = a.owner_id
    where hit.tenant_id = ${actor.tenantId}::uuid and a.id is distinct from ${exceptId}::uuid
      and (hit.name_key = ${nameKey}::text or hit.credit_code = ${creditCode}::text or hit.phone_key = ${phoneKey}::text)
    group by a.tenant_id, a.id, owner.name
    order by code desc, "sameName" desc, a.name
    limit 20`.execute(db);
  return rows.map((hit) => ({
    id: hit.visible ? hit.id : null,
    name: hit.visible ? hit.name : null,
    ownerName: hit.ownerName,
    industry: hit.visible ? hit.industry : null,
    place: hit.visible ? hit.place : null,
    createdAt: hit.visible ? hit.createdAt : null,
    why: whyOf(hit),
  }));
}

function whyOf(hit: Hit): Likeness[] {
  const why: [boolean, Likeness][] = [
    [hit.code, 'code'],
    [hit.sameName, 'name'],
    [hit.phone, 'phone'],
  ];
  return why.filter(([yes]) => yes).map(([, likeness]) => likeness);
}

/** The ids of an account and everything above it. */
export async function withAncestors(db: ReadTx, tenantId: string, id: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select id, parent_id from accounts where tenant_id = ${tenantId}::uuid and id = ${id}::uuid
      union select a.id, a.parent_id from accounts a join up on a.id = up.parent_id
      where a.tenant_id = ${tenantId}::uuid)
    select id from up`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** The ids of everything below these accounts. */
export async function idsBelow(db: ReadTx, tenantId: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive down as (
      select id from accounts where tenant_id = ${tenantId}::uuid and parent_id = any(${ids}::uuid[])
      union select a.id from accounts a join down on a.parent_id = down.id
      where a.tenant_id = ${tenantId}::uuid)
    select id from down`.execute(db);
  return new Set(rows.map((row) => row.id));
}
