import { sql } from 'kysely';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { reviewsContract } from '#reviews/reviews.contract.ts';
import { giftsContract } from '#compliance/gifts/gifts.contract.ts';
import { informationContract } from '#information/information.contract.ts';
import { partnersContract } from '#partners/partners.contract.ts';
import { registrationsContract } from '#partners/registrations/registrations.contract.ts';
import { tiesContract } from '#partners/ties/ties.contract.ts';
import type { Database } from '#platform/database/database.server.ts';
import type { TestCompany } from '#platform/http/testing.server.ts';
import { requestOf, sampleOf, type Walked } from './every-endpoint.ts';
import { chainContract } from '#chain/chain.contract.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { productsContract } from '#products/products.contract.ts';

/** A deal with all that hangs on it, made through the API by a person of the company. */
export async function fillCompany(company: TestCompany, name: string): Promise<void> {
  const actor = company.actors[name]!;
  const director = company.actors['director']!;
  const product = await company
    .as(productsContract, director)
    .create({ name: '机密产品', line: '机床', unit: '台', price: 100 });
  const account = await company.as(accountsContract, actor).create({ name: '机密客户有限公司' });
  const deals = company.as(dealsContract, actor);
  const deal = await deals.create({
    name: '机密商机',
    playbookId: 'six-step',
    accountId: account.id,
    lines: [{ productId: product.id, quantity: 1, unitPrice: 100 }],
  });
  const told = { source: { kind: 'observation' }, observedOn: '2026-01-01', strength: 'done' } as const;
  const information = company.as(informationContract, actor);
  await information.record({ id: account.id, item: 'current.business', version: 0, value: '机密资料', told });
  await information.recordProject({ id: deal.id, item: 'project.phases', version: 0, value: '机密项目资料', told });
  const { gate } = await deals.show({ id: deal.id });
  await deals.addEvidence({
    id: deal.id,
    check: gate.judgements[0]!.check,
    direction: 'supports',
    strength: 'said',
    statement: '机密证据',
    source: { kind: 'observation' },
    observedOn: '2026-01-01',
  });
  const person = await company.as(contactsContract, actor).create({ name: '机密联系人', accountId: account.id });
  const chain = company.as(chainContract, actor);
  const on = { act: 'add' as const, item: 'node' as const, id: person.id, fields: { kind: 'person', stance: 1 } };
  await chain.changeAccount({ id: account.id, basedOn: 0, wanted: [on] });
  await chain.changeDeal({ id: deal.id, basedOn: 0, wanted: [{ ...on, act: 'set', fields: { stance: 2 } }] });
  const place = { id: person.id, x: 0, y: 0 };
  await chain.placeDeal({ id: deal.id, places: [place] });
  const said = { id: deal.id, personId: person.id, on: '2026-01-01' };
  await chain.tell({ ...said, statement: '机密情况' });
  const seen = { check: gate.judgements[0]!.check, strength: 'done' as const, statement: '机密表现' };
  await chain.sign({ ...said, signal: 'sellsForUs', evidence: seen });
  const file = new FormData();
  file.set('subjectKind', 'deal');
  file.set('subjectId', deal.id);
  file.set('file', new File(['%PDF-1.4\n%机密附件\n%%EOF'], '机密附件.pdf'));
  const headers = { 'x-test-user': actor.userId };
  await company.app.fetch(new Request('http://test/api/attachments', { method: 'POST', headers, body: file }));
  await company.as(giftsContract, actor).register({
    kind: 'meal',
    accountId: account.id,
    unnamed: 1,
    on: new Date().toISOString().slice(0, 10),
    amount: 999_00,
    purpose: '机密招待',
  });
  const partner = await company
    .as(partnersContract, actor)
    .create({ name: '机密渠道商', kind: 'dealer', state: 'active', note: '机密说明' });
  const ties = company.as(tiesContract, actor);
  await ties.addPerson({ id: partner.id, name: '机密渠道经理' });
  await ties.addTie({
    id: partner.id,
    target: 'account',
    accountId: account.id,
    kind: 'supplied',
    strength: 2,
    source: '机密来源',
  });
  await company.as(registrationsContract, actor).create({
    partnerId: partner.id,
    name: '机密报备',
    accountId: account.id,
    dealId: deal.id,
    brings: '机密资源',
    interest: false,
  });
  const reviews = company.as(reviewsContract, actor);
  const about = { kind: 'deals' as const, dealIds: [deal.id] };
  const { id } = await reviews.create({ name: '机密评审', on: '2026-01-05', about });
  const itemId = (await reviews.show({ id })).items[0]!.id;
  await reviews.addPoint({ id, itemId, kind: 'vulnerability', text: '机密软肋' });
  await reviews.addAct({ id, itemId, title: '机密行动', ownerId: actor.userId, dueOn: '2026-01-09' });
  await reviews.comment({ id, itemId, body: '机密评论' });
  // Her manager does something to her deal, so that she is told of it.
  const manager = company.as(dealsContract, company.actors['northManager']!);
  await manager.addEvidence({
    id: deal.id,
    check: gate.judgements[0]!.check,
    direction: 'refutes',
    strength: 'said',
    statement: '机密反证',
    source: { kind: 'observation' },
    observedOn: '2026-01-01',
  });
}

/** Then one of every other kind: each endpoint that creates, with the smallest input and the company's own ids. */
export async function createOneOfEach(company: TestCompany, database: Database, endpoints: Walked[]): Promise<void> {
  const admin = company.actors['admin']!;
  company.as({}, admin);
  for (const endpoint of endpoints.filter(({ method, path }) => method === 'POST' && /^\/[\w-]+$/.test(path))) {
    const noun = endpoint.path.slice(1);
    const records = await recordsOf(database, company.tenantId);
    if (records.byNoun(noun)) continue;
    const input = sampleOf(endpoint.input, (field, schema) => {
      if (field === 'email') return 'somebody@example.com';
      if (field === 'subjectKind') return 'deal';
      if (field === 'subjectId') return records.byNoun('deals');
      return schema['format'] === 'uuid' ? records.byField(field, noun) : undefined;
    });
    const request = requestOf(endpoint, input as { [key: string]: unknown });
    request.headers.set('x-test-user', admin.userId);
    await company.app.fetch(request);
  }
}

export type Records = {
  /** Every id of the company's records. */
  all: string[];
  byNoun(noun: string): string | undefined;
  byField(field: string, noun: string): string | undefined;
  /** Every row, to see whether anything has changed. */
  contents: { [table: string]: string };
};

const tableOfNoun: { [noun: string]: string } = {
  'custom-fields': 'custom_fields',
  fields: 'custom_fields',
  views: 'saved_views',
  audit: 'events',
};
const tableOfField: [RegExp, string][] = [
  [/^(owner|user|by|to|from|assignee|member)Id$|userIds?$/i, 'users'],
  [/^teamId$/, 'teams'],
  [/^(account|parent|winner|loser)Id$/, 'accounts'],
  [/^productId$/, 'products'],
  [/^personId$/, 'contacts'],
  [/^tellingId$/, 'chain_tellings'],
  [/^contactIds?$/, 'contacts'],
  [/^correctsId$/, 'gifts'],
  [/^dealIds?$/, 'deals'],
  [/^partnerId$/, 'partners'],
  [/^tieId$/, 'partner_ties'],
  [/^personId$/, 'partner_people'],
  [/^itemId$/, 'review_items'],
  [/^pointId$/, 'review_points'],
  [/^commentId$/, 'review_comments'],
  [/^(evidenceId|retracts)$/, 'evidence'],
  [/^attachmentId$/, 'attachments'],
];

export async function recordsOf(database: Database, tenantId: string): Promise<Records> {
  const ids = new Map<string, string[]>();
  const contents: { [table: string]: string } = {};
  for (const table of await tablesWithTenant(database)) {
    const { rows } = await sql<{ row: { id?: string } }>`
      select to_jsonb(t) as row from ${sql.table(table)} t where tenant_id = ${tenantId} order by t::text`.execute(
      database.system,
    );
    ids.set(
      table,
      rows.flatMap(({ row }) => (typeof row.id === 'string' && row.id.length === 36 ? [row.id] : [])),
    );
    contents[table] = JSON.stringify(rows);
  }
  const first = (table: string) => ids.get(table)?.[0];
  const byNoun = (noun: string) => first(tableOfNoun[noun] ?? noun.replaceAll('-', '_'));
  return {
    all: [...ids.values()].flat(),
    byNoun,
    byField: (field, noun) => first(tableOfField.find(([pattern]) => pattern.test(field))?.[1] ?? '') ?? byNoun(noun),
    contents,
  };
}

export async function tablesWithTenant(database: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.table_name as name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'tenant_id' and c.table_name not like 'auth\\_%'
    order by 1`.execute(database.system);
  return rows.map(({ name }) => name);
}
