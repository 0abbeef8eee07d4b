import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { movedWithContact } from '#people/contact-merge.server.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { notesContract } from '#notes/notes.contract.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';
import { timelineContract } from '#timeline/timeline.contract.ts';
import { router } from '../app/router.server.ts';

let company: TestCompany;
const actor = (name: string) => company.actors[name]!;
const contacts = (name: string) => company.as(contactsContract, actor(name));
const rows = async (text: string, values: unknown[]) => (await company.database.pool.query(text, values)).rows;

beforeAll(async () => {
  company = await openTestCompany(router, { now: () => new Date('2026-03-02T02:00:00.000Z') });
  await company.database.write(company.tenantId, (tx) =>
    installPlaybooks(tx, company.tenantId, '2026-01-01T00:00:00.000Z'),
  );
});
afterAll(() => company.close());

let accountId: string;
let other: string;
beforeEach(async () => {
  const accounts = company.as(accountsContract, actor('northRep'));
  accountId = (await accounts.create({ name: '北方重工', confirm: true })).id;
  other = (await accounts.create({ name: '南方电气', confirm: true })).id;
});

test('whatever hangs on two contacts hangs on the one they become, and old addresses lead there', async () => {
  const one = await contacts('northRep').create({ name: '王明', accountId, mobile: '13800138000', tags: ['甲'] });
  const two = await contacts('northRep').create({ name: '王总', accountId, email: 'wang@example.com', tags: ['乙'] });
  const subject = { subjectKind: 'contact', subjectId: two.id } as const;
  await company.as(notesContract, actor('northRep')).create({ ...subject, body: '爱喝茶' });
  await company.as(tasksContract, actor('northRep')).create({ ...subject, title: '约见' });
  const merged = await contacts('northManager').merge({ id: one.id, version: 1, loserId: two.id, loserVersion: 1 });
  expect(merged).toMatchObject({
    id: one.id,
    name: '王明',
    mobile: '13800138000',
    email: 'wang@example.com',
    tags: ['甲', '乙'],
    accountId,
    ownerName: 'northRep',
    version: 2,
  });
  const page = await contacts('northRep').show({ id: two.id });
  expect(page).toMatchObject({ contact: { id: one.id }, counts: { notes: 1, tasks: 1, attachments: 0 } });
  expect(page.employments).toHaveLength(1);
  const { rows: told } = await company
    .as(timelineContract, actor('northRep'))
    .list({ subjectKind: 'contact', subjectId: one.id });
  expect(told.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['contact.merged', 'note.written', 'task.created', 'contact.created']),
  );
  // What reaches a person stays out of the history.
  expect(JSON.stringify(told)).not.toMatch(/13800138000|wang@example/);
  expect((await contacts('northRep').list({ search: '王总' })).rows).toEqual([]);
});

test('deals name the survivor, once, and her evidence is one source', async () => {
  const one = await contacts('northRep').create({ name: '赵工', accountId });
  const two = await contacts('northRep').create({ name: '赵工程师', accountId });
  const deals = company.as(dealsContract, actor('northRep'));
  const deal = await deals.create({ name: '二期', playbookId: 'six-step', accountId });
  const stakeholders = [
    { id: one.id, name: '赵工', roles: ['user'], stance: 1 },
    { id: two.id, name: '赵工程师', roles: ['decider'], coach: true },
  ];
  await deals.recordFacts({ id: deal.id, version: 1, lists: { stakeholders } });
  const { gate } = await deals.show({ id: deal.id });
  await deals.addEvidence({
    id: deal.id,
    check: gate.judgements[0]!.check,
    direction: 'supports',
    strength: 'said',
    statement: '有预算',
    source: { kind: 'stakeholder', id: two.id, name: '赵工程师' },
    observedOn: '2026-03-01',
  });
  await contacts('northManager').merge({ id: one.id, version: 1, loserId: two.id, loserVersion: 1 });
  const page = await deals.show({ id: deal.id });
  expect(page.deal.version).toBe(3);
  expect(page.deal.facts.lists.stakeholders).toEqual([
    { id: one.id, name: '赵工', roles: ['user', 'decider'], stance: 1, coach: true },
  ]);
  expect(page.evidence[0]!.record).toMatchObject({ source: { kind: 'stakeholder', id: one.id } });
  // Written once and for all.
  expect(await rows('select source_id from evidence where deal_id = $1', [deal.id])).toEqual([{ source_id: two.id }]);
  const events = await rows(
    `select data from events where subject_id = $1 and type = 'deal.factsRecorded' order by id`,
    [deal.id],
  );
  expect(events.at(-1)!.data).toMatchObject({ version: 3 });
});

test('she works at the chosen employer; the other job is history', async () => {
  const one = await contacts('northRep').create({ name: '孙丽', accountId, title: '科长' });
  const two = await contacts('northRep').create({ name: '孙丽', accountId: other, title: '处长' });
  const both = { id: one.id, version: 1, loserId: two.id, loserVersion: 1 };
  const choose = { accountId: 'loser', title: 'loser' } as const;
  const merged = await contacts('northManager').merge({ ...both, choose });
  expect(merged).toMatchObject({ accountId: other, title: '处长' });
  const { employments } = await contacts('northManager').show({ id: one.id });
  expect(employments.map((job) => [job.accountId, job.title, job.toOn])).toEqual([
    [other, '处长', null],
    [accountId, '科长', '2026-03-02'],
  ]);
});

test('every column that refers to a contact is moved, or is known to stay', async () => {
  const found = await rows(
    `select table_name, column_name from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and column_name in ('contact_id', 'subject_id')`,
    [],
  );
  const moved = Object.entries(movedWithContact).flatMap(([column, tables]) =>
    tables.map((table) => `${table}.${column}`),
  );
  // Events are history and stay; the timeline reads those of merged contacts too.
  expect(found.map((row) => `${row.table_name}.${row.column_name}`).toSorted()).toEqual(
    ['events.subject_id', ...moved].toSorted(),
  );
});

test('refused to a rep, with herself, out of sight, over a newer version', async () => {
  const one = await contacts('northRep').create({ name: '周周', accountId });
  const two = await contacts('northRep').create({ name: '周舟', accountId });
  const both = { id: one.id, version: 1, loserId: two.id, loserVersion: 1 };
  const asked = (name: string, more: object = {}) => contacts(name).merge({ ...both, ...more });
  await expect(asked('northRep')).rejects.toMatchObject({ code: 'permission.missing' });
  await expect(asked('southManager')).rejects.toMatchObject({ code: 'record.notFound' });
  await expect(asked('northManager', { loserId: one.id })).rejects.toMatchObject({ code: 'contact.mergeSelf' });
  await expect(asked('northManager', { loserVersion: 9 })).rejects.toMatchObject({ code: 'record.changed' });
  await expect(asked('northManager', { version: 9 })).rejects.toMatchObject({ code: 'record.changed' });
  expect((await contacts('northRep').show({ id: two.id })).contact.name).toBe('周舟');
});

const told = (found: RegExp) => ({ code: 'text.privateFact', message: expect.stringMatching(found) });

test('what may not be written is not taken over either: from a merge, a new post, tags for many', async () => {
  const one = await contacts('northRep').create({ name: '许静', accountId });
  const two = await contacts('northRep').create({ name: '许婧', accountId });
  // Kept from before anybody looked.
  await rows('update contacts set tags = $2 where id = $1', [two.id, ['她女儿高考']]);
  const both = { id: one.id, version: 1, loserId: two.id, loserVersion: 1 };
  await expect(contacts('northManager').merge(both)).rejects.toMatchObject(told(/子女/));
  expect((await contacts('northRep').show({ id: two.id })).contact.id).toBe(two.id);
  const move = { id: one.id, version: 1, accountId: other, on: '2026-03-01' };
  await expect(contacts('northRep').move({ ...move, title: '她信佛' })).rejects.toMatchObject(told(/宗教/));
  await expect(
    contacts('northRep').tagMany({ rows: [{ id: one.id, version: 1, tags: ['住宅电话 021-55551111'] }] }),
  ).rejects.toMatchObject(told(/住宅电话/));
  await contacts('northRep').tagMany({ rows: [{ id: two.id, version: 1, tags: ['重点'] }] });
  expect(await contacts('northManager').merge({ ...both, loserVersion: 2 })).toMatchObject({ tags: ['重点'] });
});

test('duplicates are told by number, address, and name at the account, of those that one sees', async () => {
  const known = await contacts('northRep').create({
    name: '吴迪',
    accountId,
    mobile: '+86 139 1234 5678',
    email: 'wudi@example.com',
  });
  const of = (name: string, asked: object) => contacts(name).duplicates(asked);
  const told = { candidates: [{ id: known.id, name: '吴迪', accountName: '北方重工', title: null, why: ['mobile'] }] };
  expect(await of('northRep', { mobile: '13912345678' })).toEqual(told);
  expect(await of('northRep', { email: 'WUDI@example.com', name: '吴迪', accountId })).toMatchObject({
    candidates: [{ why: ['email', 'name'] }],
  });
  expect(await of('northRep', { name: '吴迪', accountId: other })).toEqual({ candidates: [] });
  expect(await of('northRep', { mobile: '13912345678', exceptId: known.id })).toEqual({ candidates: [] });
  expect(await of('southRep', { mobile: '13912345678' })).toEqual({ candidates: [] });
});
