import { sql, type RawBuilder } from 'kysely';
import { can, type Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { found } from '#platform/http/refused.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import type { Registration, Terms } from '#partners/registrations/registration.ts';
import type { RegistrationFilters } from '#partners/registrations/registrations.contract.ts';

/**
 * Who registered it sees it, and her managers; so does whoever looks after the partner, and whoever sees the account or the
 * deal that it is about.
 */
export function registrationVisibleTo(actor: Actor, table: string): RawBuilder<boolean> {
  if (actor.scope === 'all') return sql<boolean>`true`;
  const of = (records: string, column: string) => sql`exists (select from ${sql.table(records)} seen
    where seen.tenant_id = ${actor.tenantId}::uuid and seen.id = ${sql.ref(`${table}.${column}`)}
      and ${visibleTo(actor, 'seen')})`;
  return sql<boolean>`(${visibleTo(actor, table)} or ${of('partners', 'partner_id')} or ${of('accounts', 'account_id')}
    or ${of('deals', 'deal_id')})`;
}

/** What waits for a decision that is hers to make: nobody decides on her own. */
function decidableBy(actor: Actor): RawBuilder<boolean> {
  if (!can(actor, 'partner.approve')) return sql<boolean>`false`;
  return sql<boolean>`((registrations.state = 'submitted' or (registrations.state = 'accepted' and registrations.terms_state = 'waiting'))
    and registrations.owner_id <> ${actor.userId}::uuid)`;
}

const person = (column: string) => sql<string | null>`(select u.name from users u
  where u.tenant_id = registrations.tenant_id and u.id = ${sql.ref(column)})`;

function registrationsOf(db: ReadTx, actor: Actor) {
  return db
    .selectFrom('registrations')
    .innerJoin('partners as p', (on) =>
      on.onRef('p.tenant_id', '=', 'registrations.tenant_id').onRef('p.id', '=', 'registrations.partner_id'),
    )
    .leftJoin('accounts as a', (on) =>
      on
        .onRef('a.tenant_id', '=', 'registrations.tenant_id')
        .onRef('a.id', '=', 'registrations.account_id')
        .on(visibleTo(actor, 'a')),
    )
    .leftJoin('deals as d', (on) =>
      on
        .onRef('d.tenant_id', '=', 'registrations.tenant_id')
        .onRef('d.id', '=', 'registrations.deal_id')
        .on(visibleTo(actor, 'd')),
    )
    .select([
      'registrations.id',
      'registrations.name',
      'registrations.partner_id as partnerId',
      'p.name as partnerName',
      'p.kind as partnerKind',
      'a.id as accountId',
      'registrations.customer_name as customerName',
      'registrations.credit_code as creditCode',
      'registrations.amount',
      'registrations.currency',
      'registrations.close_on as closeOn',
      'registrations.products',
      'registrations.brings',
      'registrations.interest',
      'registrations.interest_note as interestNote',
      'registrations.handling',
      'registrations.commission',
      'registrations.commission_percent as commissionPercent',
      'registrations.commission_amount as commissionAmount',
      'registrations.terms_note as termsNote',
      'registrations.terms_state as termsState',
      'registrations.terms_reason as termsReason',
      'registrations.state',
      'registrations.reason',
      'registrations.decided_at as decidedAt',
      'registrations.protected_from as protectedFrom',
      'registrations.protected_until as protectedUntil',
      'registrations.extension_reason as extensionReason',
      'd.id as dealId',
      'd.name as dealName',
      'registrations.owner_id as ownerId',
      'registrations.version',
      'registrations.created_at as createdAt',
      person('registrations.owner_id').as('ownerName'),
      person('registrations.terms_by').as('termsByName'),
      person('registrations.decided_by').as('decidedByName'),
      person('registrations.extended_by').as('extendedByName'),
    ])
    .where('registrations.tenant_id', '=', actor.tenantId)
    .where(registrationVisibleTo(actor, 'registrations'));
}

type Row = Awaited<ReturnType<ReturnType<typeof registrationsOf>['executeTakeFirstOrThrow']>>;

function typed({ commission, commissionPercent, commissionAmount, ...row }: Row): Registration {
  const terms: Terms =
    commission === 'percent'
      ? { kind: 'percent', percent: commissionPercent! }
      : commission === 'fixed'
        ? { kind: 'fixed', amount: commissionAmount! }
        : { kind: 'none' };
  return { ...row, terms } as Registration;
}

/** The registration as the actor may see it, or the one answer for missing and invisible. */
export async function oneRegistration(db: ReadTx, actor: Actor, id: string): Promise<Registration> {
  return typed(found(await registrationsOf(db, actor).where('registrations.id', '=', id).executeTakeFirst()));
}

type At = { after?: string | undefined; limit: number; order: 'asc' | 'desc' };

/** One page of the registrations; the list and its export. */
export async function listRegistrations(db: ReadTx, actor: Actor, asked: RegistrationFilters, sort: string, at: At) {
  const { search, state, partnerId, accountId, dealId, ownerId, mine, toDecide, endsBefore } = asked;
  let query = registrationsOf(db, actor);
  if (search) {
    const like = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<boolean>`(registrations.name ilike ${like} or registrations.customer_name ilike ${like} or p.name ilike ${like})`,
    );
  }
  if (state) query = query.where('registrations.state', '=', state);
  if (partnerId) query = query.where('registrations.partner_id', '=', partnerId);
  if (accountId) query = query.where('registrations.account_id', '=', accountId);
  if (dealId) query = query.where('registrations.deal_id', '=', dealId);
  if (ownerId) query = query.where('registrations.owner_id', '=', ownerId);
  if (mine) query = query.where('registrations.owner_id', '=', actor.userId);
  if (toDecide) query = query.where(decidableBy(actor));
  if (endsBefore)
    query = query
      .where('registrations.state', '=', 'accepted')
      .where('registrations.protected_until', '<=', endsBefore);
  const by =
    sort === 'until'
      ? sql`coalesce(registrations.protected_until, 'infinity'::date)`
      : sql.ref('registrations.created_at');
  const { rows, next } = await onePage(query, at, by, sql.ref('registrations.id'));
  return { rows: rows.map(typed), next };
}
