import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { notesContract } from '#notes/notes.contract.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { timelineContract } from '#timeline/timeline.contract.ts';
import { personRightsContract } from '#compliance/erasure/person-rights.contract.ts';
import { personalFactsContract } from '#compliance/personal-facts/personal-facts.contract.ts';
import { quietContactsContract } from '#compliance/quiet-contacts/quiet-contacts.contract.ts';
import { router } from '../../app/router.server.ts';

let now = '2026-01-05T02:00:00.000Z';
let company: TestCompany;
let accountId: string;
const actor = (name: string) => company.actors[name]!;
const quiet = (name = 'admin') => company.as(quietContactsContract, actor(name));
const contacts = () => company.as(contactsContract, actor('northRep'));
const names = async (state: 'due' | 'soon' = 'due') => (await quiet().list({ state })).rows.map(({ name }) => name);

beforeAll(async () => {
  company = await openTestCompany(router, { now: () => new Date(now) });
  await company.database.write(company.tenantId, (tx) => installPlaybooks(tx, company.tenantId, now));
  accountId = (await company.as(accountsContract, actor('northRep')).create({ name: '青江机床' })).id;
});
afterAll(() => company.close());

async function setReview(reviewAfterDays: number | null) {
  const facts = company.as(personalFactsContract, actor('admin'));
  const { version, policy } = await facts.policy({});
  await facts.changePolicy({ version, policy: { ...policy, reviewAfterDays } });
}

test('nobody is listed until the company says from when on', async () => {
  await contacts().create({ name: '秦立新', accountId, title: '科长' });
  now = '2026-12-01T02:00:00.000Z';
  expect(await quiet().list({})).toEqual({ rows: [], next: null, reviewAfterDays: null });
  await setReview(180);
  const { rows } = await quiet().list({});
  expect(rows).toMatchObject([
    {
      name: '秦立新',
      title: '科长',
      accountName: '青江机床',
      ownerName: 'northRep',
      lastOn: '2026-01-05',
      dueOn: '2026-07-04',
      held: false,
      kept: null,
    },
  ]);
});

test('the day is that of the place of whoever asks', async () => {
  const west = { ...actor('admin'), timeZone: 'America/Los_Angeles' };
  now = '2026-07-03T06:00:00.000Z';
  expect((await company.as(quietContactsContract, west).list({})).rows).toEqual([]);
  now = '2026-07-03T08:00:00.000Z';
  expect(await names()).toEqual([]);
  expect((await company.as(quietContactsContract, west).list({})).rows).toMatchObject([
    { name: '秦立新', lastOn: '2026-01-04', dueOn: '2026-07-03' },
  ]);
});

test('what is done about somebody is activity; who stands in a deal under way is not quiet', async () => {
  now = '2026-01-06T02:00:00.000Z';
  const [noted, staked] = [
    await contacts().create({ name: '有备注', accountId }),
    await contacts().create({ name: '在商机里', accountId }),
  ];
  const deals = company.as(dealsContract, actor('northRep'));
  const deal = await deals.create({ name: '二期', playbookId: 'six-step', accountId });
  const stakeholders = [{ id: staked.id, name: '在商机里', roles: ['user'] }];
  await deals.recordFacts({ id: deal.id, version: 1, lists: { stakeholders } });
  now = '2026-08-01T02:00:00.000Z';
  const about = { subjectKind: 'contact', subjectId: noted.id } as const;
  await company.as(notesContract, actor('northRep')).create({ ...about, body: '来电问交期' });
  now = '2026-12-01T02:00:00.000Z';
  expect(await names()).toEqual(['秦立新']);
  // 180 days after the note are the 28th of January.
  expect(await names('soon')).toEqual(['有备注']);
  now = '2027-01-28T02:00:00.000Z';
  expect(await names()).toEqual(['秦立新', '有备注']);
  expect(await names('soon')).toEqual([]);
  const first = await quiet().list({ limit: 1 });
  expect(first.rows).toHaveLength(1);
  expect((await quiet().list({ limit: 1, after: first.next! })).rows.map(({ name }) => name)).toEqual(['有备注']);
});

test('kept for a reason she is due again later; exporting and holding are no activity', async () => {
  const { id } = (await quiet().list({ limit: 1 })).rows[0]!;
  const rights = company.as(personRightsContract, actor('admin'));
  await rights.export({ id, reason: '复核前留底' });
  await rights.hold({ id, reason: '合同纠纷', standing: null });
  expect((await quiet().list({})).rows[0]).toMatchObject({ id, held: true });
  await expect(quiet().keep({ id, reason: '她女儿今年高考' })).rejects.toMatchObject({ code: 'text.privateFact' });
  await expect(quiet('northRep').keep({ id, reason: '质保期内' })).rejects.toMatchObject({ status: 403 });
  expect(await quiet().keep({ id, reason: '质保期内' })).toEqual({ dueOn: '2027-07-27' });
  expect(await names()).toEqual(['有备注']);
  now = '2027-07-27T02:00:00.000Z';
  expect((await quiet().list({})).rows.find((one) => one.id === id)).toMatchObject({
    lastOn: '2027-01-28',
    kept: { on: '2027-01-28', reason: '质保期内', byName: 'admin' },
  });
  const told = await company.as(timelineContract, actor('northRep')).list({ subjectKind: 'contact', subjectId: id });
  expect(told.rows[0]).toMatchObject({ type: 'contact.kept', data: { reason: '质保期内' } });
});

test('whoever was erased is listed no more, and the reason goes', async () => {
  const { rows } = await quiet().list({});
  const { id } = rows.find(({ name }) => name === '秦立新')!;
  const rights = company.as(personRightsContract, actor('admin'));
  const { hold } = await rights.preview({ id });
  await rights.hold({ id, reason: null, standing: hold!.at });
  const { contact } = await rights.preview({ id });
  await rights.erase({ id, version: contact.version, ground: 'expired' });
  expect(await names()).not.toContain('秦立新');
  await expect(quiet().keep({ id, reason: '质保期内' })).rejects.toMatchObject({ code: 'record.notFound' });
  const kept = await company.database.pool.query('select kept_reason from contacts where id = $1', [id]);
  expect(kept.rows).toEqual([{ kept_reason: null }]);
});
