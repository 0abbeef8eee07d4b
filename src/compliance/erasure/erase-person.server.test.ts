import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { chainContract } from '#chain/chain.contract.ts';
import { sealEvents } from '#audit/seal-events.server.ts';
import { verifyChain } from '#audit/verify-chain.server.ts';
import { giftsContract } from '#compliance/gifts/gifts.contract.ts';
import { personRightsContract } from '#compliance/erasure/person-rights.contract.ts';
import { personRightsHandlers } from '#compliance/erasure/person-rights.server.ts';
import { personalFactsContract } from '#compliance/personal-facts/personal-facts.contract.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { notesContract } from '#notes/notes.contract.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';
import { erasers } from '../../app/erasers.server.ts';
import { slicesRoutes } from '../../app/routes.server.ts';
import { router } from '../../app/router.server.ts';

const told: string[] = [];
let company: TestCompany;
beforeAll(async () => {
  const personRights = personRightsHandlers([...erasers, async (_context, contactId) => told.push(contactId)]);
  company = await openTestCompany(
    { ...router, personRights },
    { now: () => new Date('2026-03-02T02:00:00.000Z'), routes: slicesRoutes },
  );
  await company.database.write(company.tenantId, (tx) =>
    installPlaybooks(tx, company.tenantId, '2026-01-01T00:00:00.000Z'),
  );
});
afterAll(() => company.close());

const actor = (name: string) => company.actors[name]!;
const rights = (name = 'admin') => company.as(personRightsContract, actor(name));
const contacts = (name = 'northRep') => company.as(contactsContract, actor(name));
const rows = async (text: string, values: unknown[] = []) => (await company.database.pool.query(text, values)).rows;

/** A person who is spoken of all over the place. */
async function known(name: string, more: object = {}) {
  const rep = actor('northRep');
  const { id: accountId } = await company.as(accountsContract, rep).create({ name: '青江机床', confirm: true });
  const contact = await contacts().create({
    name,
    accountId,
    title: '设备科长',
    mobile: '138 0013 8000',
    email: 'Qin.LX@qingjiang.example',
    wechat: 'qinlx1975',
    tags: ['技改'],
    ...more,
  });
  const about = { subjectKind: 'contact', subjectId: contact.id } as const;
  const notes = company.as(notesContract, rep);
  await notes.create({ ...about, body: `${name}下周出差` });
  await notes.create({
    subjectKind: 'account',
    subjectId: accountId,
    body: `找${name}谈，电话 13800138000，QIN.LX@qingjiang.example`,
  });
  await company.as(tasksContract, rep).create({ ...about, title: `给${name}打电话` });
  const deals = company.as(dealsContract, rep);
  const deal = await deals.create({ name: '二期', playbookId: 'six-step', accountId });
  await deals.recordFacts({
    id: deal.id,
    version: 1,
    lists: { stakeholders: [{ id: contact.id, name, roles: ['user'] }] },
  });
  const { gate } = await deals.show({ id: deal.id });
  await deals.addEvidence({
    id: deal.id,
    check: gate.judgements[0]!.check,
    direction: 'supports',
    strength: 'said',
    statement: `${name}说预算批了`,
    source: { kind: 'stakeholder', id: contact.id, name },
    observedOn: '2026-03-01',
  });
  const gift = { kind: 'gift', on: '2026-03-02', amount: 100_00, unnamed: 0 } as const;
  await company
    .as(giftsContract, rep)
    .register({ ...gift, accountId, contactIds: [contact.id], purpose: `验收后送${name}台历` });
  await company.as(personalFactsContract, rep).record({
    contactId: contact.id,
    kind: 'education',
    value: '东南大学',
    basis: 'public',
    source: '公司官网',
    purpose: 'relationship',
  });
  const file = new FormData();
  file.set('subjectKind', 'contact');
  file.set('subjectId', contact.id);
  file.set('file', new File([`%PDF-1.4\n%${name}\n%%EOF`], `${name}的名片.pdf`));
  const headers = { 'x-test-user': rep.userId, 'idempotency-key': `file of ${contact.id}` };
  const sent = await company.app.fetch(
    new Request('http://test/api/attachments', { method: 'POST', headers, body: file }),
  );
  expect(sent.status).toBe(200);
  return { ...(await contacts().show({ id: contact.id })).contact, accountId, dealId: deal.id };
}

/** Every row of every table of tenants in which a text, a list or JSON matches. */
async function found(pattern: string): Promise<string[]> {
  const columns = await rows(
    `select table_name as t, column_name as c from information_schema.columns join information_schema.tables
       using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and (data_type in ('text', 'jsonb') or udt_name = '_text')`,
  );
  const hits: string[] = [];
  for (const { t, c } of columns)
    if ((await rows(`select 1 from "${t}" where "${c}"::text ~* $1 limit 1`, [pattern])).length > 0)
      hits.push(`${t}.${c}`);
  return hits;
}

const verify = () => verifyChain(company.database, company.tenantId);
const traces = (name: string) => `${name}|138 ?0013 ?8000|qin\\.lx@|qinlx1975|东南大学`;

test('nothing of a person is left anywhere, and the chain of the audit log is whole', async () => {
  const seal = () => sealEvents(company.database, company.tenantId);
  const person = await known('秦立新');
  await seal();
  expect(await found(traces('秦立新'))).toContain('events.data');
  const preview = await rights().preview({ id: person.id });
  expect(preview).toMatchObject({
    contact: { id: person.id, name: '秦立新', version: person.version },
    pseudonym: expect.stringMatching(/^已删除的联系人[0-9A-F]{4}$/),
    hold: null,
    everywhere: true,
    goes: expect.arrayContaining([
      { what: 'facts', count: 1 },
      { what: 'notes', count: 1 },
      { what: 'tasks', count: 1 },
      { what: 'files', count: 1 },
    ]),
    stays: [
      { what: 'gifts', count: 1 },
      { what: 'evidence', count: 1 },
      { what: 'deals', count: 1 },
    ],
  });
  await expect(rights().erase({ id: person.id, version: 9, ground: 'request' })).rejects.toMatchObject({
    code: 'record.changed',
  });
  const { pseudonym } = await rights().erase({ id: person.id, version: person.version, ground: 'request' });
  expect(told).toEqual([person.id]);
  expect(await found(traces('秦立新'))).toEqual([]);
  expect(await rows('select 1 from attachment_contents')).toEqual([]);

  // What stays speaks of the pseudonym.
  const deals = company.as(dealsContract, actor('northRep'));
  const { deal, evidence } = await deals.show({ id: person.dealId });
  expect(deal.facts.lists.stakeholders).toEqual([{ id: person.id, name: pseudonym, roles: ['user'] }]);
  expect(evidence[0]!.record).toMatchObject({ statement: `${pseudonym}说预算批了` });
  const { rows: gifts } = await company.as(giftsContract, actor('northRep')).list({ accountId: person.accountId });
  expect(gifts[0]).toMatchObject({ people: [{ name: pseudonym }], purpose: `验收后送${pseudonym}台历` });
  await expect(contacts().show({ id: person.id })).rejects.toMatchObject({ code: 'record.notFound' });
  await expect(rights().preview({ id: person.id })).rejects.toMatchObject({ code: 'record.notFound' });
  const note = { subjectKind: 'contact', subjectId: person.id, body: '又来了' } as const;
  await expect(company.as(notesContract, actor('northRep')).create(note)).rejects.toMatchObject({
    code: 'record.notFound',
  });

  await seal();
  expect(await verify()).toMatchObject({ intact: true, pending: 0 });
});

const node = (id: string, fields: object) =>
  ({ act: 'add', item: 'node', id, fields: { kind: 'person', ...fields } }) as const;

test('she leaves the decision chain, and what others are said to have to do with her', async () => {
  const person = await known('梁仲平', { mobile: null, email: null, wechat: null });
  const { id: other } = await contacts().create({ name: '邵工', accountId: person.accountId });
  const chain = company.as(chainContract, actor('northRep'));
  const wanted = [
    node(person.id, { stance: 1, personalWin: '梁仲平想把改造做成样板' }),
    node(other, { interests: ['听梁仲平的'] }),
  ];
  await chain.changeDeal({ id: person.dealId, basedOn: 0, wanted });
  await chain.tell({ id: person.dealId, personId: other, on: '2026-03-01', statement: '梁仲平管预算' });
  expect(await found('梁仲平')).toEqual(expect.arrayContaining(['chain_changes.fields', 'chain_tellings.statement']));
  const { version } = (await contacts().show({ id: person.id })).contact;
  const { pseudonym } = await rights().erase({ id: person.id, version, ground: 'request' });
  expect(await found('梁仲平')).toEqual([]);
  const { deal, tellings } = await chain.deal({ id: person.dealId });
  expect(deal).toEqual([
    expect.objectContaining({ id: other, fields: expect.objectContaining({ interests: [`听${pseudonym}的`] }) }),
  ]);
  expect(tellings).toMatchObject([{ statement: `${pseudonym}管预算` }]);
});

test('a change that no erasure attests still breaks the chain', async () => {
  const [blanked] = await rows('select event_id, hash, attested_by from event_blankings limit 1');
  const change = (data: string) => rows('update events set data = $2 where id = $1', [blanked.event_id, data]);
  const [{ data }] = await rows('select data::text from events where id = $1', [blanked.event_id]);
  await change('{"name": "别人"}');
  expect((await verify()).faults).toMatchObject([{ kind: 'changed', eventId: blanked.event_id }]);
  await change(data);
  expect((await verify()).intact).toBe(true);
  // A blanking more, or one less, is not what the erasure attested.
  await rows(`update event_blankings set hash = 'x' where event_id = $1`, [blanked.event_id]);
  expect((await verify()).intact).toBe(false);
  await rows('update event_blankings set hash = $2 where event_id = $1', [blanked.event_id, blanked.hash]);
  await rows(`update events set type = 'contact.changed' where id = $1`, [blanked.attested_by]);
  expect((await verify()).intact).toBe(false);
  await rows(`update events set type = 'contact.erased' where id = $1`, [blanked.attested_by]);
  expect((await verify()).intact).toBe(true);
});

test('a name that is not hers alone leaves only what is tied to her', async () => {
  const person = await known('王敏');
  const other = await contacts().create({ name: '王敏', accountId: person.accountId });
  expect(await rights().preview({ id: person.id })).toMatchObject({ everywhere: false });
  const { pseudonym } = await rights().erase({ id: person.id, version: person.version, ground: 'request' });
  expect((await contacts().show({ id: other.id })).contact.name).toBe('王敏');
  const { deal } = await company.as(dealsContract, actor('northRep')).show({ id: person.dealId });
  expect(deal.facts.lists.stakeholders).toEqual([{ id: person.id, name: pseudonym, roles: ['user'] }]);
  expect(await found('138 ?0013 ?8000|qin\\.lx@|qinlx1975')).toEqual([]);
});

test('who was merged into her goes with her, by every name', async () => {
  const one = await known('郁春生');
  const two = await contacts().create({ name: '郁春升', email: 'yu@example.com' });
  await contacts('northManager').merge({ id: one.id, version: one.version, loserId: two.id, loserVersion: 1 });
  const { contact } = await rights().preview({ id: two.id });
  await rights().erase({ id: contact.id, version: contact.version, ground: 'done' });
  expect(await found('郁春生|郁春升|yu@example')).toEqual([]);
});

test('all that is held about her is exported, without anybody else, and told', async () => {
  const { id, accountId } = await known('骆春明', { mobile: '13700137000' });
  await contacts().create({ name: '欧阳海', accountId });
  const about = { subjectKind: 'contact', subjectId: id } as const;
  await company.as(notesContract, actor('northRep')).create({ ...about, body: '欧阳海说找他就行' });
  const as = company.as(personRightsContract, actor('admin'), { 'idempotency-key': 'export-1' });
  const { person } = await as.export({ id, reason: '本人邮件要求' });
  expect(person).toMatchObject({
    name: '骆春明',
    jobs: [{ employer: '青江机床', toOn: null }],
    facts: [{ value: '东南大学', what: { zh: '教育背景' } }],
    tasks: [{ title: '给骆春明打电话', done: false }],
    told: [{ statement: '骆春明说预算批了' }],
    gifts: [{ share: 100_00, purpose: '验收后送骆春明台历' }],
    files: [{ name: '骆春明的名片.pdf' }],
  });
  expect(person!.fields.map(({ value }) => value)).toEqual(expect.arrayContaining(['13700137000', '设备科长']));
  expect(person!.notes.map(({ text }) => text)).toEqual(['骆春明下周出差', '〔他人〕说找他就行']);
  expect(JSON.stringify(person)).not.toMatch(/欧阳海|northRep|stance/);
  // Not kept where answers are kept for retries.
  expect(await as.export({ id, reason: '本人邮件要求' })).toEqual({ person: null });
  expect(await rows(`select data from events where type = 'contact.exported'`)).toEqual([
    { data: { name: '骆春明', reason: '本人邮件要求' } },
  ]);
  await expect(rights().export({ id, reason: '她女儿今年高考' })).rejects.toMatchObject({ code: 'text.privateFact' });
});

test('only who handles requests does', async () => {
  const { id, version } = await contacts().create({ name: '顾长河' });
  for (const name of ['northRep', 'director', 'auditor'])
    await expect(rights(name).erase({ id, version, ground: 'request' })).rejects.toMatchObject({ status: 403 });
});
