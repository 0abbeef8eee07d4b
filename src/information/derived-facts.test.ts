import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { router } from '#app/router.server.ts';
import type { StakeholderFact } from '#method/fact-source.ts';
import { chainContract } from '#chain/chain.contract.ts';
import { deriveAll } from '#information/information-jobs.server.ts';
import { openInformationCompany, seen, today } from '#information/testing.server.ts';

let house: Awaited<ReturnType<typeof openInformationCompany>>;
beforeAll(async () => {
  house = await openInformationCompany(router);
});
afterAll(() => house.company.close());

const factsOf = async (dealId: string) => (await house.deals().show({ id: dealId })).deal.facts.values;

describe('the facts of deals', () => {
  test('follow once somebody has begun, for all open deals of the account, with gate and story', async () => {
    const { id } = await house.newAccount({ scale: 'large', ownership: 'private' });
    const deal = await house.newDeal(id, { facts: { values: { 'information.current': 90 }, lists: {} } });
    const other = await house.newDeal(id);
    // By hand, until it follows.
    expect(await factsOf(deal.id)).toEqual({ 'information.current': 90 });
    const { completeness } = await house.tell(id, 'current.business', '电解铝');
    for (const one of [deal, other])
      expect(await factsOf(one.id)).toMatchObject({
        'information.current': completeness.current,
        'information.organisation': 0,
        'information.people': 0,
        'information.competition': 0,
      });
    const { rows } = await house.timeline().list({ subjectKind: 'deal', subjectId: deal.id });
    expect(rows[0]).toMatchObject({
      type: 'deal.informationDerived',
      data: { before: { facts: { values: { 'information.current': 90 } } } },
    });
    const page = await house.deals().show({ id: deal.id });
    // Nothing that anybody edits was overwritten.
    expect(page.deal.version).toBe(deal.version);
    const listed = (await house.deals().list({ accountId: id })).rows.find((row) => row.id === deal.id)!;
    const { judgements } = page.gate;
    expect(listed.gateMet).toBe(judgements.filter(({ mandatory, met }) => mandatory && met).length);
  });

  test('follow the account, its contacts, the people of its deals, a new deal and one that changes its account', async () => {
    const { id } = await house.newAccount();
    await house.tell(id, 'current.business', '电解铝');
    const deal = await house.newDeal(id);
    expect(deal.facts.values).toMatchObject({ 'information.people': 0 });
    const current = deal.facts.values['information.current']!;

    const account = (await house.accounts().show({ id })).account;
    await house.accounts().update({ id, version: account.version, site: 'dianjielv.example' });
    expect((await factsOf(deal.id))['information.current']).toBeGreaterThan(current);

    const person = await house
      .contacts()
      .create({ name: '阮工', accountId: id, department: '采购部', title: '采购经理' });
    const known = (await factsOf(deal.id))['information.people']!;
    expect(known).toBeGreaterThan(0);
    const people: StakeholderFact[] = [{ id: person.id, name: '阮工', roles: ['gatekeeper'], style: 'owl' }];
    const version = (await house.deals().show({ id: deal.id })).deal.version;
    const noted = await house
      .deals()
      .recordFacts({ id: deal.id, version, values: {}, lists: { stakeholders: people } });
    expect(noted.facts.values['information.people']).toBeGreaterThan(known);

    await house.contacts().update({ id: person.id, version: 1, mobile: '13800138000' });
    const reached = (await factsOf(deal.id))['information.people']!;
    expect(reached).toBeGreaterThan(noted.facts.values['information.people']!);
    const next = await house.newAccount();
    await house.contacts().move({ id: person.id, version: 2, accountId: next.id, on: today });
    expect((await factsOf(deal.id))['information.people']).toBeLessThan(reached);

    const now = (await house.deals().show({ id: deal.id })).deal;
    const moved = await house.deals().update({ id: deal.id, version: now.version, accountId: next.id });
    expect(moved.facts.values).toEqual({});
  });

  test('follow the decision chain: who is put on the map, and in which role', async () => {
    const { id } = await house.newAccount();
    const deal = await house.newDeal(id);
    await house.tell(id, 'current.business', '电解铝');
    const person = await house.contacts().create({ name: '柳工', accountId: id, title: '主管' });
    const before = (await factsOf(deal.id))['information.people']!;
    const chain = house.company.as(chainContract, house.company.actors['northRep']!);
    const wanted = [
      {
        act: 'add',
        item: 'node',
        id: person.id,
        fields: { kind: 'person', function: 'finance', roles: ['evaluator'] },
      },
    ] as const;
    await chain.changeDeal({ id: deal.id, basedOn: 0, wanted: [...wanted], reason: '年会上见过' });
    expect((await factsOf(deal.id))['information.people']).toBeGreaterThan(before);
  });

  test('the credit grade is one of them; a lost deal keeps what it had until it is opened again', async () => {
    const { id } = await house.newAccount();
    const deal = await house.newDeal(id, { playbookId: 'industrial' });
    await house.tell(id, 'finance.creditGrade', 'fair');
    expect(await factsOf(deal.id)).toMatchObject({ 'account.creditGrade': 'fair' });
    const { version } = (await house.deals().show({ id: deal.id })).deal;
    const lost = await house.deals().lose({ id: deal.id, version, reason: 'lost.price' });
    await house.as().record({ id, item: 'finance.creditGrade', version: 1, value: 'good', told: seen });
    expect(await factsOf(deal.id)).toMatchObject({ 'account.creditGrade': 'fair' });
    const again = await house.deals().reopen({ id: deal.id, version: lost.version, reason: '重新招标' });
    expect(again.facts.values).toMatchObject({ 'account.creditGrade': 'good' });
  });

  test('the night counts what came beside commands, and writes nothing where nothing came', async () => {
    const { id } = await house.newAccount();
    const deal = await house.newDeal(id);
    await house.tell(id, 'current.business', '电解铝');
    const before = (await factsOf(deal.id))['information.current']!;
    const { database, tenantId } = house.company;
    await database.write(tenantId, (tx) =>
      tx
        .updateTable('accounts')
        .set({ address: '江边路 1 号' })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute(),
    );
    await deriveAll(database, tenantId, `${today}T18:00:00.000Z`);
    const after = (await house.deals().show({ id: deal.id })).deal;
    expect(after.facts.values['information.current']).toBeGreaterThan(before);
    const events = async () => (await house.timeline().list({ subjectKind: 'deal', subjectId: deal.id })).rows.length;
    const told = await events();
    await deriveAll(database, tenantId, `${today}T18:00:00.000Z`);
    expect(await events()).toBe(told);
  });

  test('what two accounts knew, one knows once they are merged', async () => {
    const one = await house.newAccount();
    const two = await house.newAccount();
    const deal = await house.newDeal(one.id);
    await house.tell(one.id, 'current.business', '电解铝');
    await house.tell(two.id, 'current.problems', '备件停产');
    const before = (await factsOf(deal.id))['information.current']!;
    await house.accounts('northManager').merge({ id: one.id, version: 1, loserId: two.id, loserVersion: 1 });
    const { facts, completeness } = await house.as().show({ id: two.id });
    expect(facts.map(({ item }) => item)).toEqual(['current.business', 'current.problems']);
    expect(completeness.current).toBeGreaterThan(before);
    expect((await factsOf(deal.id))['information.current']).toBe(completeness.current);
  });
});
