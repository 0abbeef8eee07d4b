import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import type { Day, Instant } from '#shared/day.ts';
import type { Text } from '#shared/messages.ts';
import { kindWords as giftKindWords } from '#compliance/gifts/gift-words.ts';
import type { GiftKind } from '#compliance/gifts/gift.ts';
import type { PersonExport } from '#compliance/erasure/person-export.ts';
import type { Person } from '#compliance/erasure/person.server.ts';
import { patternOf, withoutPerson } from '#compliance/erasure/personal-words.ts';
import {
  factKinds,
  kindWords,
  purposeWords,
  type FactKind,
  type Purpose,
} from '#compliance/personal-facts/fact-kind.ts';
import { basisWords, type Basis } from '#compliance/personal-facts/personal-fact.ts';
import { contactFieldWords } from '#people/contact-field-words.ts';
import { tell } from '#timeline/event-telling.ts';

/** Everything that is held about a person, others' names left out of what colleagues wrote. */
export async function exportPerson(db: ReadTx, actor: Actor, person: Person, now: Instant): Promise<PersonExport> {
  const at = { db, tenantId: actor.tenantId, ids: person.ids };
  const held = {
    madeAt: now,
    company: await companyName(at),
    name: person.name,
    fields: await fieldsOf(at),
    jobs: await jobsOf(at),
    facts: await factsOf(at),
    ...(await writtenOn(at)),
    told: await toldBy(at),
    gifts: await giftsTo(at),
    looks: await looksAt(at),
    events: await eventsOf(at),
  };
  return withoutOthers(at, person, held);
}

type At = { db: ReadTx; tenantId: string; ids: readonly string[] };
const hers = ({ tenantId, ids }: At, column: string) =>
  sql`tenant_id = ${tenantId}::uuid and ${sql.ref(column)} = any(${[...ids]}::uuid[])`;

async function companyName({ db, tenantId }: At): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from company_settings where tenant_id = ${tenantId}::uuid`.execute(db);
  return rows[0]?.name ?? '';
}

const shownFields = ['name', 'title', 'department', 'mobile', 'phone', 'email', 'wechat', 'tags', 'custom'] as const;

async function fieldsOf(at: At): Promise<PersonExport['fields']> {
  const { rows } = await sql<{ [field in (typeof shownFields)[number]]: unknown }>`
    select name, title, department, mobile, phone, email, wechat, array_to_string(tags, ', ') as tags,
      case when custom = '{}' then null else custom::text end as custom
    from contacts where ${hers(at, 'id')} order by merged_into nulls first`.execute(at.db);
  return rows.flatMap((row) =>
    shownFields
      .filter((field) => row[field])
      .map((field) => ({ what: contactFieldWords[field], value: String(row[field]) })),
  );
}

async function jobsOf(at: At): Promise<PersonExport['jobs']> {
  const { rows } = await sql<PersonExport['jobs'][number]>`
    select a.name as employer, concat_ws(' · ', e.department, e.title) as post, e.from_on as "fromOn", e.to_on as "toOn"
    from contact_employments e join accounts a on a.tenant_id = e.tenant_id and a.id = e.account_id
    where e.tenant_id = ${at.tenantId}::uuid and e.contact_id = any(${[...at.ids]}::uuid[])
    order by e.to_on desc nulls first`.execute(at.db);
  return rows;
}

type FactRow = {
  kind: FactKind;
  value: string;
  basis: Basis;
  purpose: Purpose;
  source: string;
  consentOn: Day | null;
  keptUntil: Day;
};

async function factsOf(at: At): Promise<PersonExport['facts']> {
  const { rows } = await sql<FactRow>`
    select kind, value, basis, purpose, source, consent_on as "consentOn", expires_on as "keptUntil"
    from personal_facts where ${hers(at, 'contact_id')} and value is not null order by id`.execute(at.db);
  return rows
    .filter(({ kind }) => factKinds.includes(kind))
    .map(({ kind, basis, purpose, ...fact }) => ({
      what: both(kindWords(kind)),
      basis: basisWords[basis],
      purpose: purposeWords[purpose],
      ...fact,
    }));
}

async function writtenOn(at: At): Promise<Pick<PersonExport, 'notes' | 'tasks' | 'files'>> {
  const on = sql`${hers(at, 'subject_id')} and subject_kind = 'contact'`;
  const notes = await sql<PersonExport['notes'][number]>`
    select created_at as at, body as text from notes where ${on} and deleted_at is null order by id`.execute(at.db);
  const tasks = await sql<PersonExport['tasks'][number]>`
    select title, due_on as "dueOn", done_at is not null as done from tasks where ${on} order by id`.execute(at.db);
  const files = await sql<PersonExport['files'][number]>`
    select name, created_at as at from attachments where ${on} and deleted_at is null order by id`.execute(at.db);
  return { notes: notes.rows, tasks: tasks.rows, files: files.rows };
}

/** What she said, not what it is taken to prove. */
async function toldBy({ db, tenantId, ids }: At): Promise<PersonExport['told']> {
  const { rows } = await sql<PersonExport['told'][number]>`
    select observed_on as on, statement from evidence e
    where tenant_id = ${tenantId}::uuid and source_id = any(${[...ids]}::text[]) and kind = 'evidence'
      and not exists (select from evidence r where r.tenant_id = e.tenant_id and r.retracts = e.id)
    order by observed_on, id`.execute(db);
  return rows;
}

async function giftsTo(at: At): Promise<PersonExport['gifts']> {
  const { rows } = await sql<Omit<PersonExport['gifts'][number], 'what'> & { kind: GiftKind }>`
    select g.on_day as on, g.kind, p.share, g.currency, g.purpose
    from gift_people p join gifts g on g.tenant_id = p.tenant_id and g.id = p.gift_id
    where p.tenant_id = ${at.tenantId}::uuid and p.contact_id = any(${[...at.ids]}::uuid[])
      and g.state in ('registered', 'approved') order by g.on_day`.execute(at.db);
  return rows.map(({ kind, ...gift }) => ({ what: giftKindWords[kind], ...gift }));
}

async function looksAt(at: At): Promise<PersonExport['looks']> {
  const { rows } = await sql<{ at: Instant; kind: FactKind; reason: string }>`
    select e.at, f.kind, coalesce(e.data ->> 'reason', '') as reason
    from personal_facts f join events e on e.tenant_id = f.tenant_id and e.subject_id = f.id
    where f.tenant_id = ${at.tenantId}::uuid and f.contact_id = any(${[...at.ids]}::uuid[])
      and e.type = 'sensitive.viewed' order by e.id`.execute(at.db);
  return rows
    .filter(({ kind }) => factKinds.includes(kind))
    .map(({ kind, ...look }) => ({ what: both(kindWords(kind)), ...look }));
}

type EventRow = { at: Instant; type: string; id: string; data: { name?: string } };

async function eventsOf(at: At): Promise<PersonExport['events']> {
  const { rows } = await sql<EventRow>`
    select at, type, subject_id as id, data from events where ${hers(at, 'subject_id')} and subject_kind = 'contact'
    order by events.at, events.id`.execute(at.db);
  return rows.map(({ at: when, type, id, data }) => {
    const event = { type, subject: { kind: 'contact', id }, actorName: null, data };
    return { at: when, what: { zh: tell(event, 'zh').title, en: tell(event, 'en').title } };
  });
}

const both = ({ zh, en }: Text) => ({ zh, en });

/** Colleagues, and other people of her employers, by name. */
async function withoutOthers({ db, tenantId, ids }: At, person: Person, held: PersonExport): Promise<PersonExport> {
  const { rows } = await sql<{ name: string }>`
    select name from users where tenant_id = ${tenantId}::uuid
    union select c.name from contacts c where c.tenant_id = ${tenantId}::uuid and c.id <> all(${[...ids]}::uuid[])
      and c.account_id in (select account_id from contact_employments
        where tenant_id = ${tenantId}::uuid and contact_id = any(${[...ids]}::uuid[]))`.execute(db);
  const names = rows.map(({ name }) => name).filter((name) => name.length > 1 && !person.name.includes(name));
  const pattern = patternOf({ names, numbers: [], addresses: [] });
  const { company, ...rest } = held;
  return { company, ...(withoutPerson(rest, { pattern, ids: [], pseudonym: '〔他人〕' }) as typeof rest) };
}
