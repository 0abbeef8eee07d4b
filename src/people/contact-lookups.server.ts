import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { isFoundIn } from '#platform/search/grams.server.ts';
import { likenessOf, numbersOf, type ContactCandidate } from '#people/contact-duplicates.ts';
import { contactsOf } from '#people/contact-rows.server.ts';

type Asked = Parameters<typeof likenessOf>[0] & { exceptId?: string | undefined };

/** How many are compared, and how many told. */
const NEAR = 200;
const TOLD = 10;

/** Contacts that are probably the same person; the index finds those that are near, the rule says which they are. */
export async function contactsLike(db: ReadTx, actor: Actor, asked: Asked): Promise<ContactCandidate[]> {
  const { name, accountId, email, exceptId } = asked;
  const texts = [...numbersOf(asked), ...(email ? [email] : [])];
  const id = sql.ref('contacts.id');
  const near = texts.map((text) => isFoundIn('sought_contacts', actor.tenantId, id, text));
  if (name && accountId)
    near.push(sql<boolean>`(contacts.account_id = ${accountId}::uuid and lower(contacts.name) = lower(${name}))`);
  if (near.length === 0) return [];
  const rows = await contactsOf(db, actor)
    .select([
      'contacts.id',
      'contacts.name',
      'contacts.account_id as accountId',
      'employer.name as accountName',
      'contacts.title',
      'contacts.mobile',
      'contacts.phone',
      'contacts.email',
    ])
    .where(sql<boolean>`(${sql.join(near, sql` or `)})`)
    .where(sql<boolean>`contacts.id is distinct from ${exceptId ?? null}::uuid`)
    .limit(NEAR)
    .execute();
  return rows
    .map((row) => ({ row, why: likenessOf(asked, row) }))
    .filter(({ why }) => why.length > 0)
    .toSorted((a, b) => b.why.length - a.why.length)
    .slice(0, TOLD)
    .map(({ row: { id: contactId, name: called, accountName, title }, why }) => ({
      id: contactId,
      name: called,
      accountName,
      title,
      why,
    }));
}
