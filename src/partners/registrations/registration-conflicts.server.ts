import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { Day } from '#shared/day.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { isProtected, type Rival } from '#partners/registrations/decide-registration.ts';
import type { Conflict } from '#partners/registrations/registration.ts';
import { registrationVisibleTo } from '#partners/registrations/registration-rows.server.ts';
import {
  customerKeysOf,
  likenessOfProjects,
  projectKey,
  sameCustomer,
  type ProjectKeys,
} from '#partners/registrations/same-project.ts';

const MOST = 50;

/** What stands in the way of a project, or beside it 撞单: what blocks first, then what is most alike. */
export async function conflictsOf(
  db: ReadTx,
  actor: Actor,
  own: ProjectKeys & { id: string | null },
  today: Day,
): Promise<Conflict[]> {
  const [accounts, deals, registrations] = await Promise.all([
    accountsAlike(db, actor, own),
    dealsAlike(db, actor, own),
    registrationsAlike(db, actor, own),
  ]);
  const conflicts = [
    ...registrations.map((row) => ofRegistration(row, own, today)),
    ...deals.map((row) => ofDeal(row, own)),
    // A chosen account is no conflict with itself; one that has the typed name is.
    ...(own.accountId === null ? accounts.map(ofAccount) : []),
  ];
  const places = { same: 0, like: 1, customer: 2 };
  return conflicts
    .filter((conflict) => conflict !== null)
    .toSorted((a, b) => Number(b.blocks) - Number(a.blocks) || places[a.likeness] - places[b.likeness]);
}

type AccountRow = { id: string; name: string; ownerName: string | null; visible: boolean; region: string };

async function accountsAlike(db: ReadTx, actor: Actor, own: ProjectKeys): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow & { creditCode: string | null; nameKey: string }>`
    select a.id, a.name, o.name as "ownerName", ${visibleTo(actor, 'a')} as visible, a.credit_code as "creditCode",
      a.name_key as "nameKey"
    from accounts a left join users o on o.tenant_id = a.tenant_id and o.id = a.owner_id
    where a.tenant_id = ${actor.tenantId}::uuid and a.merged_into is null
      and (a.id = ${own.accountId}::uuid or a.name_key = ${own.customerKey} or a.credit_code = ${own.creditCode}::text)
    order by a.id limit ${MOST}`.execute(db);
  return rows.filter(({ id, name, creditCode }) =>
    sameCustomer(own, { accountId: id, ...customerKeysOf(name), creditCode }),
  );
}

type DealRow = { id: string; name: string; ownerName: string | null; visible: boolean; accountName: string } & {
  accountId: string;
  creditCode: string | null;
};

/** Open deals of the customer, whoever of ours works on them. */
async function dealsAlike(db: ReadTx, actor: Actor, own: ProjectKeys): Promise<DealRow[]> {
  const { rows } = await sql<DealRow>`
    select d.id, d.name, o.name as "ownerName", ${visibleTo(actor, 'd')} as visible, a.id as "accountId",
      a.name as "accountName", a.credit_code as "creditCode"
    from accounts a
    join deals d on d.tenant_id = a.tenant_id and d.account_id = a.id and d.state in ('open', 'parked')
    left join users o on o.tenant_id = d.tenant_id and o.id = d.owner_id
    where a.tenant_id = ${actor.tenantId}::uuid and a.merged_into is null and d.id is distinct from ${own.dealId}::uuid
      and (a.id = ${own.accountId}::uuid or a.name_key = ${own.customerKey} or a.credit_code = ${own.creditCode}::text)
    order by d.updated_at desc, d.id limit ${MOST}`.execute(db);
  return rows;
}

type Kept = Rival & { name: string; partnerName: string; ownerName: string; visible: boolean };

async function registrationsAlike(db: ReadTx, actor: Actor, own: ProjectKeys & { id: string | null }): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select ${rivalColumns}, r.name, p.name as "partnerName", o.name as "ownerName",
      ${registrationVisibleTo(actor, 'r')} as visible
    from registrations r
    join partners p on p.tenant_id = r.tenant_id and p.id = r.partner_id
    join users o on o.tenant_id = r.tenant_id and o.id = r.owner_id
    where ${alike(actor.tenantId, own)} and r.id is distinct from ${own.id}::uuid
    order by r.created_at, r.id limit ${MOST}`.execute(db);
  return rows;
}

const rivalColumns = sql`r.id, r.state, r.protected_until as "protectedUntil", r.account_id as "accountId",
  r.customer_key as "customerKey", r.customer_region as "customerRegion", r.credit_code as "creditCode",
  r.project_key as "projectKey", r.deal_id as "dealId"`;

/** Open registrations of the same customer or deal, roughly: `likenessOfProjects` says it exactly. */
const alike = (tenantId: string, own: ProjectKeys) => sql<boolean>`
  r.tenant_id = ${tenantId}::uuid and r.state in ('submitted', 'accepted')
  and (r.customer_key = ${own.customerKey} or r.account_id = ${own.accountId}::uuid
    or r.credit_code = ${own.creditCode}::text or r.deal_id = ${own.dealId}::uuid)`;

/**
 * The registrations that may stand in the way of one, it too, held until the transaction ends. Each of two that are decided
 * on at once holds the other, in one order, so the second sees what became of the first.
 */
export async function holdRivals(tx: Tx, tenantId: string, own: ProjectKeys & { id: string }): Promise<Rival[]> {
  const these = sql`where ${alike(tenantId, own)} or (r.tenant_id = ${tenantId}::uuid and r.id = ${own.id}::uuid)`;
  await sql`select r.id from registrations r ${these} order by r.id for no key update`.execute(tx);
  const { rows } = await sql<Rival>`select ${rivalColumns} from registrations r ${these}`.execute(tx);
  return rows;
}

function ofRegistration(row: Kept, own: ProjectKeys, today: Day): Conflict | null {
  const likeness = likenessOfProjects(own, row);
  if (!likeness) return null;
  const guarded = isProtected(row, today);
  if (row.state === 'accepted' && !guarded) return null;
  return {
    kind: 'registration',
    id: row.visible ? row.id : null,
    name: row.visible ? row.name : null,
    partnerName: row.visible ? row.partnerName : null,
    ownerName: row.ownerName,
    likeness,
    state: row.state,
    protectedUntil: guarded ? row.protectedUntil : null,
    blocks: guarded && likeness === 'same',
  };
}

function ofDeal(row: DealRow, own: ProjectKeys): Conflict | null {
  const likeness = likenessOfProjects(own, {
    accountId: row.accountId,
    ...customerKeysOf(row.accountName),
    creditCode: row.creditCode,
    projectKey: projectKey(row.name, row.accountName),
    dealId: row.id,
  });
  if (!likeness) return null;
  return {
    ...nothing,
    kind: 'deal',
    id: row.visible ? row.id : null,
    name: row.visible ? row.name : null,
    ownerName: row.ownerName,
    likeness,
  };
}

function ofAccount(row: AccountRow): Conflict {
  return {
    ...nothing,
    kind: 'account',
    id: row.visible ? row.id : null,
    name: row.visible ? row.name : null,
    ownerName: row.ownerName,
    likeness: 'customer',
  };
}

const nothing = { partnerName: null, state: null, protectedUntil: null, blocks: false } as const;
