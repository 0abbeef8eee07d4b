import { sql } from 'kysely';
import { can, type Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { subjectOf } from '#platform/database/subject.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import type { Strength } from '#method/evidence.ts';
import { projectCompleteness, type Known } from '#information/completeness.ts';
import { catalogueOf, type SubjectKind } from '#information/decide-information.ts';
import type { AccountInformation, ProjectInformation } from '#information/information.contract.ts';
import type { RecordedFact, RecordedRow } from '#information/information.ts';
import { type InformationList, informationLists } from '#information/information-row.ts';
import { peopleOfAccount, type AccountPeople } from '#information/information-people.server.ts';
import { currentRecords, isRow, type Recorded } from '#information/information-rows.server.ts';
import { rowCounts, standingsOf } from '#information/information-store.server.ts';
import { peopleOf } from '#information/people-known.ts';
import { whoCouldTell } from '#information/who-could-tell.ts';

/** What is known of an account, in a fixed number of statements. */
export async function accountInformation(db: ReadTx, actor: Actor, id: string): Promise<AccountInformation> {
  const subject = await subjectOf(db, actor, { kind: 'account', id });
  const { tenantId } = actor;
  const [account, deals, records, around, standings] = await Promise.all([
    db
      .selectFrom('accounts')
      .select(['id', 'name', 'scale', 'ownership', 'address', 'site'])
      .where('tenant_id', '=', tenantId)
      .where('id', '=', subject.id)
      .executeTakeFirstOrThrow(),
    can(actor, 'deal.read') ? openDeals(db, actor, subject.id) : [],
    currentRecords(db, actor, subject),
    peopleOfAccount(db, actor, subject.id),
    standingsOf(db, tenantId, [subject.id]),
  ]);
  const { completeness, begun } = standings.get(subject.id)!;
  return {
    account,
    completeness,
    begun,
    deals,
    ...parted(records),
    ...whoTells('account', around),
    canEdit: can(actor, 'account.write'),
  };
}

/** What is known of the project behind a deal. */
export async function projectInformation(db: ReadTx, actor: Actor, id: string): Promise<ProjectInformation> {
  const subject = await subjectOf(db, actor, { kind: 'deal', id });
  const { rows } = await sql<{
    currency: string;
    account: { id: string; name: string } | null;
    values: { [fact: string]: unknown };
  }>`
    select d.currency, d.facts -> 'values' as values,
      case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as account
    from deals d left join accounts a on a.tenant_id = d.tenant_id and a.id = d.account_id and ${visibleTo(actor, 'a')}
    where d.tenant_id = ${actor.tenantId}::uuid and d.id = ${subject.id}::uuid`.execute(db);
  const { currency, account, values } = rows[0]!;
  const [records, around] = await Promise.all([
    currentRecords(db, actor, subject),
    account ? peopleOfAccount(db, actor, account.id) : nobody,
  ]);
  const { facts, rows: table } = parted(records);
  const kept = keptOf(values);
  const known: Known = {
    facts: new Map(
      facts.flatMap(({ item, state, strength }): [string, Strength][] => (state === 'known' ? [[item, strength]] : [])),
    ),
    rows: rowCounts(table.map(({ content }) => ({ item: content.list }))),
    kept: new Set(Object.keys(kept).map((fact) => `deal:${fact}` as const)),
  };
  return {
    deal: { id: subject.id, name: subject.name, currency },
    account,
    kept,
    completeness: projectCompleteness(known),
    facts,
    rows: table,
    ...whoTells('deal', around),
    canEdit: can(actor, 'deal.write'),
  };
}

const nobody: AccountPeople = { contacts: [], stakeholders: [], leanings: new Map() };

/** The deal's own facts that count in its project. */
function keptOf(values: { readonly [fact: string]: unknown }): ProjectInformation['kept'] {
  const wanted = catalogueOf('deal').flatMap(({ keptIn }) => (keptIn ? [keptIn.slice('deal:'.length)] : []));
  return Object.fromEntries(
    wanted.flatMap((fact) => (values[fact] === undefined ? [] : [[fact, values[fact] as string | number | boolean]])),
  );
}

async function openDeals(db: ReadTx, actor: Actor, accountId: string) {
  return db
    .selectFrom('deals as d')
    .select(['d.id', 'd.name'])
    .where('d.tenant_id', '=', actor.tenantId)
    .where('d.account_id', '=', accountId)
    .where('d.state', '=', 'open')
    .where(visibleTo(actor, 'd'))
    .orderBy('d.id', 'desc')
    .limit(50)
    .execute();
}

function parted(records: readonly Recorded[]): { facts: RecordedFact[]; rows: RecordedRow[] } {
  return { rows: records.filter(isRow), facts: records.filter((one): one is RecordedFact => !isRow(one)) };
}

/** The people, and for each item whom to ask of them. */
function whoTells(kind: SubjectKind, { contacts, stakeholders, leanings }: AccountPeople) {
  const people = peopleOf(contacts, stakeholders);
  const asked = people.map((one) => ({ ...one, leaning: leanings.get(one.id ?? one.name) ?? 0 }));
  const lists = Object.entries(informationLists).filter(([, list]) => (list.kind === 'project') === (kind === 'deal'));
  const askable = [
    ...catalogueOf(kind).map(({ id, ask }) => ({ id, ask })),
    ...lists.map(([id, { ask }]) => ({ id: id as InformationList, ask })),
  ];
  const couldTell = Object.fromEntries(
    askable.map(({ id, ask }) => [
      id,
      whoCouldTell(ask, asked).map((one) => ({ id: one.id, name: one.name, title: one.title })),
    ]),
  );
  return { people, couldTell };
}
