import { sql } from 'kysely';
import { can, type Actor } from '#permissions/actor.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { contactVisibleTo } from '#platform/database/subject.server.ts';
import { found } from '#platform/http/refused.server.ts';
import { keptKindNames, keptKinds, type KeptKind } from '#compliance/personal-facts/fact-kind.ts';
import type { PersonalFact } from '#compliance/personal-facts/personal-fact.ts';
import type { Look } from '#compliance/personal-facts/personal-facts.contract.ts';

/** A fact with its value and whose it is; nothing of this leaves unmasked but by a reveal or an export of the person. */
export type KeptFact = PersonalFact & { contactId: string; contactName: string; accountId: string | null };

/** Facts of people that the actor sees. Kinds that the catalogue no longer knows are not read. */
function factsOf(db: ReadTx, actor: Actor) {
  return db
    .selectFrom('personal_facts as f')
    .innerJoin('contacts as c', (on) => on.onRef('c.tenant_id', '=', 'f.tenant_id').onRef('c.id', '=', 'f.contact_id'))
    .innerJoin('users as u', (on) => on.onRef('u.tenant_id', '=', 'f.tenant_id').onRef('u.id', '=', 'f.recorded_by'))
    .select([
      'f.id',
      'f.contact_id as contactId',
      'c.name as contactName',
      'c.account_id as accountId',
      'f.kind',
      'f.value',
      'f.basis',
      'f.source',
      'f.purpose',
      'f.reason',
      'f.consent_on',
      'f.consent_how',
      'f.consent_scope',
      'f.expires_on as expiresOn',
      'u.name as recordedByName',
      'f.recorded_at as recordedAt',
      'f.blanked_at as blankedAt',
      'f.blanked_why as blankedWhy',
      'f.version',
    ])
    .where('f.tenant_id', '=', actor.tenantId)
    .where('f.kind', 'in', keptKindNames)
    .where(contactVisibleTo(actor, 'c'));
}

type Row = Awaited<ReturnType<ReturnType<typeof factsOf>['executeTakeFirstOrThrow']>>;

function typed({ consent_on, consent_how, consent_scope, ...row }: Row): KeptFact {
  // Of a blanked fact only the day is left of a consent.
  const consent = consent_on && consent_how && { on: consent_on, how: consent_how, scope: consent_scope ?? '' };
  return { ...row, class: keptKinds[row.kind as KeptKind].class, masked: false, consent: consent || null } as KeptFact;
}

/** As lists show it: sensitive values stay behind. */
export function masked(fact: KeptFact): PersonalFact {
  const { contactId: _whose, contactName: _name, accountId: _where, ...shown } = fact;
  if (fact.class !== 'sensitive' || fact.value === null) return shown;
  return { ...shown, value: null, masked: true };
}

export async function factsAbout(db: ReadTx, actor: Actor, contactId: string): Promise<KeptFact[]> {
  const rows = await factsOf(db, actor).where('f.contact_id', '=', contactId).orderBy('f.id').execute();
  return rows.map(typed).toSorted(byKind);
}

// What is still kept first, in the order of the catalogue.
function byKind(a: KeptFact, b: KeptFact): number {
  const gone = Number(a.value === null) - Number(b.value === null);
  return gone || keptKindNames.indexOf(a.kind) - keptKindNames.indexOf(b.kind);
}

/** The fact as the actor may see it, held against others who change it; the one answer for missing and invisible. */
export async function holdFact(tx: Tx, actor: Actor, id: string): Promise<KeptFact> {
  await sql`select id from personal_facts where tenant_id = ${actor.tenantId}::uuid and id = ${id}::uuid
    for update`.execute(tx);
  return oneFact(tx, actor, id);
}

export async function oneFact(db: ReadTx, actor: Actor, id: string): Promise<KeptFact> {
  return typed(found(await factsOf(db, actor).where('f.id', '=', id).executeTakeFirst()));
}

/**
 * Auditors and administrators see who looked, and the managers above the owner's team. The pure twin of data scope is not
 * enough here: a colleague of the team sees the contact, yet not who looked.
 */
export function maySeeLooks(actor: Actor, teamId: string | null): boolean {
  if (can(actor, 'audit.read')) return true;
  if (!can(actor, 'team.handOver')) return false;
  return actor.scope === 'all' || (teamId !== null && actor.teamIds.includes(teamId));
}

export async function teamOf(db: ReadTx, tenantId: string, contactId: string): Promise<string | null> {
  const row = await db
    .selectFrom('contacts')
    .select('team_id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', contactId)
    .executeTakeFirst();
  return row?.team_id ?? null;
}

export async function looksAt(db: ReadTx, tenantId: string, contactId: string): Promise<Look[]> {
  const { rows } = await sql<Look>`
    select e.id, e.at, coalesce(u.name, '') as "byName", f.kind, coalesce(e.data ->> 'reason', '') as reason
    from personal_facts f
    join events e on e.tenant_id = f.tenant_id and e.subject_id = f.id and e.type = 'sensitive.viewed'
    left join users u on u.tenant_id = e.tenant_id and u.id = e.actor_id
    where f.tenant_id = ${tenantId}::uuid and f.contact_id = ${contactId}::uuid
      and f.kind = any(${[...keptKindNames]}::text[])
    order by e.id desc limit 100`.execute(db);
  return rows;
}
