import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import { customFieldsOf } from '#platform/database/custom-fields.server.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { contactVisibleTo } from '#platform/database/subject.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { decide, found } from '#platform/http/refused.server.ts';
import { meets } from '#platform/list/json-filter.server.ts';
import { gramsOf, isFoundIn } from '#platform/search/grams.server.ts';
import { decideCustomFilters } from '#fields/custom-filter.ts';
import { searchedTexts, type Contact, type Employment } from '#people/contact.ts';
import type { ContactFilters, ContactPage } from '#people/contacts.contract.ts';

/** Contacts that an actor may see, with the names of owner and employer. */
export function contactsOf(db: ReadTx, actor: Actor) {
  return db
    .selectFrom('contacts')
    .leftJoin('users as owner', (join) =>
      join.onRef('owner.tenant_id', '=', 'contacts.tenant_id').onRef('owner.id', '=', 'contacts.owner_id'),
    )
    .leftJoin('accounts as employer', (join) =>
      join
        .onRef('employer.tenant_id', '=', 'contacts.tenant_id')
        .onRef('employer.id', '=', 'contacts.account_id')
        .on(visibleTo(actor, 'employer')),
    )
    .where('contacts.tenant_id', '=', actor.tenantId)
    .where('contacts.merged_into', 'is', null)
    .where('contacts.erased_at', 'is', null)
    .where(contactVisibleTo(actor, 'contacts'));
}

export const contactColumns = [
  'contacts.id',
  'contacts.name',
  'contacts.account_id as accountId',
  'employer.name as accountName',
  'contacts.title',
  'contacts.department',
  'contacts.mobile',
  'contacts.phone',
  'contacts.email',
  'contacts.wechat',
  'contacts.tags',
  'contacts.custom',
  'contacts.owner_id as ownerId',
  'owner.name as ownerName',
  'contacts.version',
  'contacts.created_at as createdAt',
  'contacts.updated_at as updatedAt',
] as const;

/** jsonb columns come untyped. */
export function typed<R extends { custom: unknown }>(row: R) {
  return { ...row, custom: row.custom as Contact['custom'] };
}

export async function oneContact(db: ReadTx, actor: Actor, id: string): Promise<Contact> {
  const row = await contactsOf(db, actor)
    .select(contactColumns)
    .where(
      sql<boolean>`contacts.id = coalesce((select m.merged_into from contacts m
        where m.tenant_id = ${actor.tenantId}::uuid and m.id = ${id}::uuid), ${id}::uuid)`,
    )
    .executeTakeFirst();
  return typed(found(row));
}

/** The contacts an actor sees under these filters; lists and exports add columns and order. */
export async function filteredContacts(
  db: ReadTx,
  actor: Actor,
  asked: ContactFilters & { ids?: string[] | undefined },
) {
  let query = contactsOf(db, actor);
  if (asked.search)
    query = query.where(isFoundIn('sought_contacts', actor.tenantId, sql.ref('contacts.id'), asked.search));
  if (asked.ids) query = query.where(sql<boolean>`contacts.id = any(${asked.ids}::uuid[])`);
  if (asked.accountId) query = query.where('contacts.account_id', '=', asked.accountId);
  if (asked.ownerId) query = query.where('contacts.owner_id', '=', asked.ownerId);
  if (asked.tag) query = query.where(sql<boolean>`contacts.tags @> array[${asked.tag}::text]`);
  if (asked.custom && Object.keys(asked.custom).length > 0) {
    const fields = await customFieldsOf(db, actor.tenantId, 'contact');
    const { filters } = decide(decideCustomFilters(fields, asked.custom));
    for (const filter of filters) query = query.where(meets(sql.ref('contacts.custom'), filter));
  }
  return { query };
}

/** Where somebody has worked, the present first. */
export async function employmentsOf(db: ReadTx, actor: Actor, contactId: string): Promise<Employment[]> {
  return db
    .selectFrom('contact_employments as e')
    .leftJoin('accounts as a', (join) =>
      join.onRef('a.tenant_id', '=', 'e.tenant_id').onRef('a.id', '=', 'e.account_id').on(visibleTo(actor, 'a')),
    )
    .select([
      'e.id',
      'a.id as accountId',
      'a.name as accountName',
      'e.title',
      'e.department',
      'e.from_on as fromOn',
      'e.to_on as toOn',
    ])
    .where('e.tenant_id', '=', actor.tenantId)
    .where('e.contact_id', '=', contactId)
    .orderBy(sql`e.to_on desc nulls first`)
    .orderBy('e.id', 'desc')
    .execute();
}

/** Fields of a contact as columns, with the search index that follows from them. */
export function toColumns({ custom, ...fields }: Partial<Contact>, whole: Contact) {
  return { ...fields, ...(custom && { custom: JSON.stringify(custom) }), grams: gramsOf(searchedTexts(whole)) };
}

/** What hangs on a contact. */
export async function countsOf(db: ReadTx, tenantId: string, contactId: string) {
  const counted = (table: string, open: string) => sql`(select count(*)::int from ${sql.table(table)}
    where tenant_id = ${tenantId}::uuid and subject_id = ${contactId}::uuid and ${sql.ref(open)} is null)`;
  const { rows } = await sql<ContactPage['counts']>`
    select ${counted('notes', 'deleted_at')} as notes, ${counted('tasks', 'done_at')} as tasks,
      ${counted('attachments', 'deleted_at')} as attachments`.execute(db);
  return rows[0]!;
}
