import { sql, type RawBuilder } from 'kysely';
import { can, type Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { found } from '#platform/http/refused.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import type { Exceeded, Gift } from '#compliance/gifts/gift.ts';
import type { GiftFilters } from '#compliance/gifts/gifts.contract.ts';

/**
 * Who gave, received or registered it sees an entry, and her managers; so does whoever sees the account: what its people
 * got from us is no secret to those who sell there.
 */
export function giftVisibleTo(actor: Actor, table: string): RawBuilder<boolean> {
  if (actor.scope === 'all') return sql<boolean>`true`;
  return sql<boolean>`(${visibleTo(actor, table)} or exists (select from accounts seen
    where seen.tenant_id = ${actor.tenantId}::uuid and seen.id = ${sql.ref(`${table}.account_id`)}
      and ${visibleTo(actor, 'seen')}))`;
}

/** What waits for a decision that is hers to make: nobody decides on her own. */
export function decidableBy(actor: Actor, table: string): RawBuilder<boolean> {
  if (!can(actor, 'gift.approve')) return sql<boolean>`false`;
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql<boolean>`(${column('state')} = 'requested' and ${column('owner_id')} <> ${actor.userId}::uuid
    and ${column('created_by')} <> ${actor.userId}::uuid)`;
}

const person = (column: string) => sql<string | null>`(select u.name from users u
  where u.tenant_id = gifts.tenant_id and u.id = ${sql.ref(column)})`;

function giftsOf(db: ReadTx, actor: Actor) {
  return db
    .selectFrom('gifts')
    .innerJoin('accounts as a', (on) =>
      on.onRef('a.tenant_id', '=', 'gifts.tenant_id').onRef('a.id', '=', 'gifts.account_id'),
    )
    .leftJoin('deals as d', (on) =>
      on.onRef('d.tenant_id', '=', 'gifts.tenant_id').onRef('d.id', '=', 'gifts.deal_id').on(visibleTo(actor, 'd')),
    )
    .select([
      'gifts.id',
      'gifts.direction',
      'gifts.kind',
      'gifts.account_id as accountId',
      'a.name as accountName',
      'd.id as dealId',
      'd.name as dealName',
      'gifts.on_day as on',
      'gifts.amount',
      'gifts.currency',
      'gifts.heads',
      'gifts.unnamed',
      'gifts.purpose',
      'gifts.official',
      'gifts.state',
      'gifts.exceeds',
      'gifts.owner_id as ownerId',
      'gifts.created_by as createdBy',
      'gifts.created_at as createdAt',
      'gifts.decided_at as decidedAt',
      'gifts.decision',
      'gifts.voided_at as voidedAt',
      'gifts.void_reason as voidReason',
      'gifts.corrects',
      'gifts.version',
      person('gifts.owner_id').as('ownerName'),
      person('gifts.created_by').as('createdByName'),
      person('gifts.decided_by').as('decidedByName'),
      person('gifts.voided_by').as('voidedByName'),
      sql<Gift['people']>`(select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'share', p.share)
          order by p.place), '[]')
        from gift_people p join contacts c on c.tenant_id = p.tenant_id and c.id = p.contact_id
        where p.tenant_id = gifts.tenant_id and p.gift_id = gifts.id)`.as('people'),
      sql<string | null>`(select later.id from gifts later
        where later.tenant_id = gifts.tenant_id and later.corrects = gifts.id limit 1)`.as('correctedBy'),
    ])
    .where('gifts.tenant_id', '=', actor.tenantId)
    .where(giftVisibleTo(actor, 'gifts'));
}

type Row = Awaited<ReturnType<ReturnType<typeof giftsOf>['executeTakeFirstOrThrow']>>;

function typed(row: Row): Gift {
  const perPerson = row.direction === 'received' ? row.amount : Math.ceil(row.amount / row.heads);
  return { ...row, perPerson, exceeds: row.exceeds as Exceeded[] } as Gift;
}

/** The entry as the actor may see it, or the one answer for missing and invisible. */
export async function oneGift(db: ReadTx, actor: Actor, id: string): Promise<Gift> {
  return typed(found(await giftsOf(db, actor).where('gifts.id', '=', id).executeTakeFirst()));
}

type At = { after?: string | undefined; limit: number; order: 'asc' | 'desc' };

/** One page of the register; the list and its export. */
export async function listGifts(db: ReadTx, actor: Actor, asked: GiftFilters, sort: string, at: At) {
  const { state, direction, kind, official, accountId, contactId, ownerId, from, to, toDecide } = asked;
  let query = giftsOf(db, actor);
  if (state) query = query.where('gifts.state', '=', state);
  if (direction) query = query.where('gifts.direction', '=', direction);
  if (kind) query = query.where('gifts.kind', '=', kind);
  if (official) query = query.where('gifts.official', '=', true);
  if (accountId) query = query.where('gifts.account_id', '=', accountId);
  if (ownerId) query = query.where('gifts.owner_id', '=', ownerId);
  if (from) query = query.where('gifts.on_day', '>=', from);
  if (to) query = query.where('gifts.on_day', '<=', to);
  if (toDecide) query = query.where(decidableBy(actor, 'gifts'));
  if (contactId)
    query = query.where(
      sql<boolean>`exists (select from gift_people p where p.tenant_id = gifts.tenant_id and p.gift_id = gifts.id
        and p.contact_id = ${contactId}::uuid)`,
    );
  const by = sort === 'amount' ? sql.ref('gifts.amount') : sql.ref('gifts.on_day');
  const { rows, next } = await onePage(query, at, by, sql.ref('gifts.id'));
  return { rows: rows.map(typed), next };
}
