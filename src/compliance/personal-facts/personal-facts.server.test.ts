import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { accountHandlers } from '#accounts/accounts.server.ts';
import { auditHandlers } from '#audit/audit.server.ts';
import { auditContract } from '#audit/audit.contract.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { contactHandlers } from '#people/contacts.server.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { timelineContract } from '#timeline/timeline.contract.ts';
import { timelineHandlers } from '#timeline/timeline.server.ts';
import { personalFactsContract } from '#compliance/personal-facts/personal-facts.contract.ts';
import { expireFacts } from '#compliance/personal-facts/expire-facts.server.ts';
import { personalFactHandlers } from '#compliance/personal-facts/personal-facts.server.ts';

const now = () => new Date('2026-03-02T02:00:00.000Z');
const router = {
  accounts: accountHandlers,
  audit: auditHandlers,
  contacts: contactHandlers,
  personalFacts: personalFactHandlers,
  timeline: timelineHandlers,
};
let company: TestCompany;
let contactId: string;
beforeAll(async () => {
  company = await openTestCompany(router, { now });
  const rep = company.actors['northRep']!;
  const { id: accountId } = await company.as(accountsContract, rep).create({ name: '青江机床' });
  contactId = (await company.as(contactsContract, rep).create({ name: '秦立新', accountId })).id;
});
afterAll(() => company.close());

const facts = (name: string, headers = {}) => company.as(personalFactsContract, company.actors[name]!, headers);
const school = {
  kind: 'education',
  value: '东南大学',
  basis: 'public',
  source: '公司官网',
  purpose: 'relationship',
} as const;
const mobile = {
  kind: 'privateMobile',
  value: '13900139123',
  basis: 'consent',
  source: '本人当面给的',
  purpose: 'visit',
  reason: '座机常无人接',
  consent: { on: '2026-03-01', how: '拜访时当面同意', scope: '用于安排拜访' },
} as const;

test('only an administrator switches a sensitive kind on, with its purpose', async () => {
  await expect(facts('northRep').record({ contactId, ...mobile })).rejects.toMatchObject({
    code: 'personalFact.kindOff',
  });
  const { version, policy } = await facts('northRep').policy({});
  const wanted = {
    ...policy,
    kinds: { ...policy.kinds, privateMobile: { on: true, purposes: ['visit' as const], days: 60 } },
  };
  await expect(facts('director').changePolicy({ version, policy: wanted })).rejects.toMatchObject({ status: 403 });
  const without = { ...wanted, kinds: { ...wanted.kinds, privateMobile: { on: true, purposes: [], days: 60 } } };
  await expect(facts('admin').changePolicy({ version, policy: without })).rejects.toMatchObject({
    code: 'input.invalid',
  });
  const changed = await facts('admin').changePolicy({ version, policy: wanted });
  expect(changed).toMatchObject({ version: 1, changedByName: 'admin' });
  expect(await facts('admin').changePolicy({ version: 1, policy: wanted })).toMatchObject({ version: 1 });
  await expect(facts('admin').changePolicy({ version: 0, policy })).rejects.toMatchObject({ code: 'record.changed' });
});

test('what is sensitive is masked in every answer, shown for a reason, and each look is told', async () => {
  await facts('northRep').record({ contactId, ...school });
  const kept = await facts('northRep').record({ contactId, ...mobile });
  expect(kept).toMatchObject({ value: null, masked: true, expiresOn: '2026-05-01', class: 'sensitive' });
  const listed = await facts('northManager').list({ contactId });
  expect(listed.facts.map(({ value }) => value)).toEqual(['东南大学', null]);
  expect(listed.may).toEqual({ write: true, reveal: true, seeLooks: true });
  expect(JSON.stringify(listed)).not.toContain('13900139123');

  await expect(facts('northRep').reveal({ id: kept.id, reason: '他女儿今年高考' })).rejects.toMatchObject({
    code: 'text.privateFact',
  });
  await expect(facts('presales').reveal({ id: kept.id, reason: '约见改期' })).rejects.toMatchObject({ status: 403 });
  // A retry under the same key must not find the value where answers are kept.
  const retried = facts('northRep', { 'idempotency-key': 'look-1' });
  expect(await retried.reveal({ id: kept.id, reason: '约见改期' })).toEqual({ value: '13900139123' });
  expect(await retried.reveal({ id: kept.id, reason: '约见改期' })).toEqual({ value: null });

  const { looks } = await facts('northManager').looks({ contactId });
  expect(looks).toMatchObject([{ byName: 'northRep', kind: 'privateMobile', reason: '约见改期' }]);
  expect((await facts('auditor').looks({ contactId })).looks).toEqual(looks);
  await expect(facts('northRep').looks({ contactId })).rejects.toMatchObject({ code: 'permission.missing' });
  await expect(facts('southManager').looks({ contactId })).rejects.toMatchObject({ code: 'record.notFound' });

  const log = await company.as(auditContract, company.actors['auditor']!).list({ type: 'sensitive.viewed' });
  expect(log.rows).toMatchObject([
    { actorName: 'northRep', data: { name: '秦立新', contactId, fields: ['privateMobile'], reason: '约见改期' } },
  ]);
  const told = await company
    .as(timelineContract, company.actors['northRep']!)
    .list({ subjectKind: 'contact', subjectId: contactId });
  expect(told.rows.map(({ type }) => type)).not.toContain('sensitive.viewed');
});

test('no event and no kept answer holds what a fact says', async () => {
  const { rows } = await sql<{ row: string }>`
    select data::text as row from events union all select answer::text from idempotency_keys`.execute(
    company.database.system,
  );
  for (const { row } of rows) expect(row ?? '').not.toMatch(/13900139123|东南大学/);
});

test('withdrawn consent blanks the fact, and so does removing it', async () => {
  const { facts: before } = await facts('northRep').list({ contactId });
  const [education, phone] = before as [(typeof before)[0], (typeof before)[0]];
  await expect(facts('northRep').withdraw({ id: education.id, version: education.version })).rejects.toMatchObject({
    code: 'personalFact.noConsent',
  });
  await expect(facts('northRep').withdraw({ id: phone.id, version: 7 })).rejects.toMatchObject({
    code: 'record.changed',
  });
  const gone = await facts('northRep').withdraw({ id: phone.id, version: phone.version });
  expect(gone).toMatchObject({ value: null, masked: false, blankedWhy: 'withdrawn', source: '' });
  const at = { id: phone.id, version: gone.version };
  const over = { code: 'personalFact.blanked' };
  await expect(facts('northRep').withdraw(at)).rejects.toMatchObject(over);
  await expect(facts('northRep').remove(at)).rejects.toMatchObject(over);
  await expect(facts('northRep').reveal({ id: phone.id, reason: '约见改期' })).rejects.toMatchObject(over);
  await facts('northRep').remove({ id: education.id, version: education.version });
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left from personal_facts where value is not null`.execute(company.database.system);
  expect(rows).toEqual([{ left: 0 }]);
});

test('what is refused when recording is refused over the wire, and nobody else sees the person', async () => {
  const record = (more: object) => facts('northRep').record({ contactId, ...school, ...more });
  const wrong: [object, string][] = [
    [{ kind: 'religion' }, 'personalFact.forbidden'],
    [{ purpose: 'contract' }, 'personalFact.purpose'],
    [{ ...mobile, basis: 'public' }, 'personalFact.consentOnly'],
    [{ ...mobile, reason: null }, 'personalFact.reasonNeeded'],
    [{ ...mobile, consent: null }, 'personalFact.consentMissing'],
    [{ ...mobile, consent: { ...mobile.consent, on: '2026-03-03' } }, 'personalFact.consentAhead'],
    [{ expiresOn: '2026-03-01' }, 'personalFact.over'],
    [{ expiresOn: '2036-03-01' }, 'personalFact.tooLong'],
    [{ value: '他信佛' }, 'text.privateFact'],
    [{ value: '收过我们的购物卡' }, 'text.personalBenefit'],
  ];
  for (const [more, code] of wrong) await expect(record(more)).rejects.toMatchObject({ code });
  await expect(facts('southRep').list({ contactId })).rejects.toMatchObject({ code: 'record.notFound' });
  await expect(facts('southRep').record({ contactId, ...school })).rejects.toMatchObject({ code: 'record.notFound' });
  const { policy, version } = await facts('admin').policy({});
  const kinds = { ...policy.kinds, birthday: { on: true, purposes: ['courtesy' as const], days: 30 } };
  await facts('admin').changePolicy({ version, policy: { ...policy, kinds } });
  const day = { ...mobile, kind: 'birthday', purpose: 'courtesy' } as const;
  await expect(record({ ...day, value: '1980-06-18' })).rejects.toMatchObject({ code: 'personalFact.birthday' });
  // Switched off again: what is kept is not shown any more.
  const kept = await facts('northRep').record({ contactId, ...day, value: '06-18' });
  await facts('admin').changePolicy({ version: version + 1, policy });
  await expect(facts('northRep').reveal({ id: kept.id, reason: '发问候' })).rejects.toMatchObject({
    code: 'personalFact.kindOff',
  });
});

test('what has been kept long enough is blanked by the job, and told', async () => {
  const kept = await facts('northRep').record({
    contactId,
    ...school,
    kind: 'hobby',
    value: '羽毛球',
    expiresOn: '2026-03-05',
  });
  await expireFacts(company.database, new Date('2026-03-05T02:00:00.000Z'));
  const value = async () => (await facts('northRep').list({ contactId })).facts.find(({ id }) => id === kept.id);
  expect(await value()).toMatchObject({ value: '羽毛球' });
  await expireFacts(company.database, new Date('2026-03-06T02:00:00.000Z'));
  await expireFacts(company.database, new Date('2026-03-07T02:00:00.000Z'));
  expect(await value()).toMatchObject({ value: null, blankedWhy: 'expired', source: '' });
  const { rows } = await company
    .as(timelineContract, company.actors['northRep']!)
    .list({ subjectKind: 'contact', subjectId: contactId });
  expect(rows.filter(({ data }) => data['why'] === 'expired')).toMatchObject([
    { type: 'contact.factBlanked', actorId: null, data: { kind: 'hobby' } },
  ]);
});

test('facts go along when two contacts become one', async () => {
  const contacts = company.as(contactsContract, company.actors['northManager']!);
  const one = await contacts.create({ name: '秦工' });
  await facts('northManager').record({ contactId: one.id, ...school, kind: 'hometown', value: '南通' });
  const { contact } = await contacts.show({ id: contactId });
  await contacts.merge({ id: contactId, version: contact.version, loserId: one.id, loserVersion: 1 });
  const { facts: all } = await facts('northRep').list({ contactId: one.id });
  expect(all.map(({ value }) => value)).toContain('南通');
});
