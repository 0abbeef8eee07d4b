import { sql } from 'kysely';
import { insertRows } from '#platform/database/many-rows.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { newId } from '#platform/id.server.ts';
import { gramsOf } from '#platform/search/grams.server.ts';
import { refuseWrittenOfHer } from '#compliance/written-text.ts';
import { decide } from '#platform/http/refused.server.ts';
import { discreet, searchedTexts } from '#people/contact.ts';

export type NamedPerson = { readonly name: string; readonly title?: string | undefined };

/**
 * The contacts of an account by these names: those that are there, new ones for the others. A fixed number of statements.
 * @returns name → id
 */
export async function contactsNamed(
  { tx, actor, record, now }: Pick<CommandContext, 'tx' | 'actor' | 'record' | 'now'>,
  accountId: string,
  people: readonly NamedPerson[],
): Promise<Map<string, string>> {
  const { tenantId, userId } = actor;
  const titles = new Map(people.map(({ name, title }) => [name, title ?? null]));
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from contacts where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
      and merged_into is null and name = any(${[...titles.keys()]}::text[]) order by id desc`.execute(tx);
  const known = new Map(rows.map(({ id, name }) => [name, id]));
  const fresh = [...titles].filter(([name]) => !known.has(name)).map(([name, title]) => ({ id: newId(), name, title }));
  if (fresh.length === 0) return known;
  decide(refuseWrittenOfHer(...fresh.map(({ title }) => title)));
  const team = await sql<{ id: string | null }>`
    select team_id as id from users where tenant_id = ${tenantId}::uuid and id = ${userId}::uuid`.execute(tx);
  await insertRows(
    tx,
    'contacts',
    fresh.map((one) => ({
      tenant_id: tenantId,
      account_id: accountId,
      owner_id: userId,
      team_id: team.rows[0]?.id ?? null,
      created_at: now,
      updated_at: now,
      grams: gramsOf(searchedTexts({ ...one, department: null, mobile: null, phone: null, email: null })),
      ...one,
    })),
  );
  await insertRows(
    tx,
    'contact_employments',
    fresh.map(({ id, title }) => ({
      tenant_id: tenantId,
      id: newId(),
      contact_id: id,
      account_id: accountId,
      title,
    })),
  );
  await record.all(
    fresh.map(({ id, name, title }) => ({
      type: 'contact.created' as const,
      subject: { kind: 'contact', id },
      accountId,
      data: { name, after: { ...discreet({ name, title }), accountId, ownerId: userId } },
    })),
  );
  return new Map([...known, ...fresh.map(({ id, name }) => [name, id] as const)]);
}
