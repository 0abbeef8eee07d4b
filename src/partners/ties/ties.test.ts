import { afterAll, beforeAll, expect, test } from 'vitest';
import { router } from '#app/router.server.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { newId } from '#platform/id.server.ts';
import { openPartnersCompany } from '#partners/testing.server.ts';
import { tiesContract } from '#partners/ties/ties.contract.ts';

let house: Awaited<ReturnType<typeof openPartnersCompany>>;
beforeAll(async () => {
  house = await openPartnersCompany(router);
});
afterAll(() => house.company.close());
const as = (name: string) => house.company.as(tiesContract, house.company.actors[name]!);
const source = '联合拜访时介绍';

/** A customer of the northern rep's with a person, and a partner of the southern rep's. */
async function known() {
  const partner = await house.newPartner('southRep');
  const account = await house.accounts('northRep').create({ name: `${partner.name}认识的客户` });
  const contacts = house.company.as(contactsContract, house.company.actors['northRep']!);
  const contact = await contacts.create({ name: '钱工', title: '设备处', accountId: account.id });
  return { partner, account, contact, id: partner.id };
}

test('to a person, a customer, a rival: seen by who sees the other end, counted for the others', async () => {
  const { id, account, contact } = await known();
  const north = as('northRep');
  await north.addTie({ id, target: 'contact', contactId: contact.id, kind: 'formerColleague', strength: 3, source });
  await north.addTie({
    id,
    target: 'account',
    accountId: account.id,
    kind: 'supplied',
    strength: 2,
    source,
    note: '供过阀门',
  });
  const seen = await north.addTie({ id, target: 'rival', rival: '西捷自动化', kind: 'alsoSells', strength: 2, source });
  expect(seen.ties).toMatchObject([
    {
      target: 'contact',
      contactName: '钱工',
      contactTitle: '设备处',
      accountId: account.id,
      createdByName: 'northRep',
    },
    { target: 'account', accountName: account.name, note: '供过阀门' },
    { target: 'rival', rival: '西捷自动化' },
  ]);
  expect(seen.hidden).toBe(0);
  const other = await as('southRep').ofPartner({ id });
  expect(other).toMatchObject({ ties: [{ target: 'rival' }], hidden: 2 });
  expect(JSON.stringify(other)).not.toContain('钱工');
  expect(await house.partners('southRep').show({ id })).toMatchObject({ rivals: ['西捷自动化'] });
  expect((await house.partners('northRep').list({ rival: true })).rows.map((row) => row.id)).toContain(id);
  const there = await north.ofAccount({ id: account.id });
  expect(there.ties.map(({ target }) => target)).toEqual(['contact', 'account']);
  await expect(as('southRep').ofAccount({ id: account.id })).rejects.toMatchObject({ code: 'record.notFound' });
});

test('is refused without its other end, and with what nobody may keep', async () => {
  const { id, account, contact } = await known();
  const add = (more: object) =>
    as('northRep').addTie({ id, target: 'contact', kind: 'friend', strength: 1, source, ...more });
  await expect(add({})).rejects.toMatchObject({ code: 'tie.incomplete' });
  await expect(add({ target: 'account', accountId: account.id })).rejects.toMatchObject({ code: 'tie.incomplete' });
  await expect(add({ contactId: contact.id, note: '给他回扣' })).rejects.toMatchObject({
    code: 'text.personalBenefit',
  });
  await expect(add({ contactId: contact.id, source: '他女儿上学时认识' })).rejects.toMatchObject({
    code: 'text.privateFact',
  });
  await expect(add({ contactId: newId() })).rejects.toMatchObject({ code: 'record.notFound' });
  await expect(
    as('southRep').addTie({ id, target: 'contact', contactId: contact.id, kind: 'friend', strength: 1, source }),
  ).rejects.toMatchObject({
    code: 'record.notFound',
  });
});

test('is removed by who recorded it or looks after the partner', async () => {
  const { id } = await known();
  const tie = { id, target: 'rival', kind: 'exclusive', strength: 3, source } as const;
  const { ties } = await as('northRep').addTie({ ...tie, rival: '甲对手' });
  const tieId = ties[0]!.id;
  await expect(as('northRep2').removeTie({ id, tieId })).rejects.toMatchObject({ code: 'tie.notYours' });
  expect((await as('northRep').removeTie({ id, tieId })).ties).toEqual([]);
  await expect(as('northRep').removeTie({ id, tieId })).rejects.toMatchObject({ code: 'record.notFound' });
  const again = await as('northRep').addTie({ ...tie, rival: '乙对手' });
  expect((await as('southManager').removeTie({ id, tieId: again.ties[0]!.id })).ties).toEqual([]);
});

test('people of a partner; one may be a contact, shown to who sees her', async () => {
  const { id, contact } = await known();
  const { people } = await as('northRep').addPerson({ id, name: '韦经理', title: '销售总监', contactId: contact.id });
  expect(people).toMatchObject([{ name: '韦经理', title: '销售总监', contactId: contact.id }]);
  expect((await as('southRep').ofPartner({ id })).people).toMatchObject([{ name: '韦经理', contactId: null }]);
  await expect(as('northRep').addPerson({ id, name: '他住阳光小区3号楼' })).rejects.toMatchObject({
    code: 'text.privateFact',
  });
  const gone = { id, personId: people[0]!.id };
  await expect(as('northRep').removePerson(gone)).rejects.toMatchObject({ code: 'tie.notYours' });
  expect((await as('southRep').removePerson(gone)).people).toEqual([]);
  await expect(as('southRep').removePerson(gone)).rejects.toMatchObject({ code: 'record.notFound' });
});
