import { sql } from 'kysely';
import type { StakeholderFact } from '#method/fact-source.ts';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { seesBeliefsOf } from '#chain/store/beliefs-store.server.ts';
import type { ContactKnown } from '#information/people-known.ts';

type Noted = { seen: boolean; believed: boolean; people: Partial<StakeholderFact>[] };

export type AccountPeople = {
  contacts: ContactKnown[];
  /** People of deals that the reader sees. */
  stakeholders: Partial<StakeholderFact>[];
  /** How each stands to us, by contact id or name, from the deals whose beliefs the reader sees. */
  leanings: Map<string, number>;
};

/** The people of an account with what its deals say of them, as far as the actor may know. Two statements. */
export async function peopleOfAccount(db: ReadTx, actor: Actor, accountId: string): Promise<AccountPeople> {
  const [contacts, { rows }] = await Promise.all([
    contactsOf(db, actor.tenantId, accountId),
    sql<Noted>`
      select ${visibleTo(actor, 'd')} as seen, ${seesBeliefsOf(actor, 'd')} as believed, d.facts -> 'lists' -> 'stakeholders' as people
      from deals d where d.tenant_id = ${actor.tenantId}::uuid and d.account_id = ${accountId}::uuid
        and jsonb_typeof(d.facts -> 'lists' -> 'stakeholders') = 'array'`.execute(db),
  ]);
  const leanings = new Map<string, number>();
  for (const person of rows.filter(({ seen, believed }) => seen && believed).flatMap(({ people }) => people)) {
    const key = person.id ?? person.name ?? '';
    leanings.set(key, Math.max(leanings.get(key) ?? -2, leaningOf(person)));
  }
  return { contacts, stakeholders: rows.filter(({ seen }) => seen).flatMap(({ people }) => people), leanings };
}

/** Contacts of an account; who sees the account sees them. */
async function contactsOf(db: ReadTx, tenantId: string, accountId: string): Promise<ContactKnown[]> {
  const { rows } = await sql<ContactKnown>`
    select c.id, c.name, c.title, c.department,
      coalesce(c.mobile, c.phone, c.email, c.wechat) is not null as reachable
    from contacts c where c.tenant_id = ${tenantId}::uuid and c.account_id = ${accountId}::uuid and c.merged_into is null
    order by c.name, c.id`.execute(db);
  return rows;
}

function leaningOf({ coach, stance, relationship }: Partial<StakeholderFact>): number {
  if (coach) return 3;
  if (stance !== undefined) return stance;
  return relationship === 'trusted' || relationship === 'allied' ? 1 : 0;
}
