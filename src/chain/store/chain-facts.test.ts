import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Deal } from '#deals/deal.ts';
import { edge, openChainCompany, person, set } from '#chain/store/testing.server.ts';

let at: Awaited<ReturnType<typeof openChainCompany>>;
beforeAll(async () => {
  at = await openChainCompany();
});
afterAll(() => at.close());

const peopleOf = ({ facts }: Pick<Deal, 'facts'>) => facts.lists.stakeholders ?? [];
const factsOf = async (id: string, when?: string) => (await at.deals().show({ id, ...(when && { at: when }) })).deal;

describe('a deal’s facts', () => {
  test('follow its map, in the same moment; the version stays', async () => {
    const { deal, wang, li, account } = await at.newDealOf('事实');
    const wu = await at.newPerson('吴总', account.id);
    await at.chain().changeDeal({
      id: deal.id,
      basedOn: 0,
      wanted: [
        person(wang.id, { roles: ['decider'], stance: 1, contact: 2, key: true }),
        person(li.id),
        person(wu.id),
        edge('reportsTo', li.id, wang.id),
      ],
    });
    const after = await factsOf(deal.id);
    expect(after.version).toBe(deal.version);
    expect(peopleOf(after)[0]).toMatchObject({
      id: wang.id,
      name: '王总',
      roles: ['decider'],
      stance: 1,
      contactDegree: 2,
    });
    expect(after.facts.lists.artifacts).toEqual([{ name: '决策链图', kind: 'organisationMap' }]);
    // The map is taken down again: the paper goes, too.
    const wanted = [wang, li, wu].map(({ id }) => ({ act: 'remove' as const, item: 'node' as const, id }));
    await at.chain().changeDeal({ id: deal.id, basedOn: 4, wanted, reason: '画错了' });
    const gone = await factsOf(deal.id);
    expect(gone.facts.lists).toEqual(deal.facts.lists);
  });

  test('follow the account’s map: of deals there, new ones and those that come, not of others', async () => {
    const { deal, wang, account } = await at.newDealOf('继承');
    const stranger = await at.newDeal('没有客户');
    await at.chain().changeAccount({ id: account.id, basedOn: 0, wanted: [person(wang.id, { level: 'deciding' })] });
    expect(peopleOf(await factsOf(deal.id))).toMatchObject([{ id: wang.id, level: 'deciding' }]);
    expect(peopleOf(await at.newDeal('又一单', { accountId: account.id }))).toMatchObject([{ id: wang.id }]);
    expect(peopleOf(await factsOf(stranger.id))).toEqual([]);
    const moved = await at.deals().update({ id: stranger.id, version: 1, accountId: account.id });
    expect(peopleOf(moved)).toMatchObject([{ id: wang.id }]);
  });

  test('take as many statements for an account with many deals as with one', async () => {
    const { wang, account } = await at.newDealOf('很多单');
    let basedOn = 0;
    const counted = (level: string) =>
      statements(async () => {
        const wanted = basedOn === 0 ? [person(wang.id, { level })] : [set(wang.id, { level })];
        ({ version: basedOn } = await at.chain().changeAccount({ id: account.id, basedOn, wanted }));
      });
    await counted('operating');
    const one = await counted('managing');
    for (const name of ['一', '二', '三', '四', '五']) await at.newDeal(`很多单${name}`, { accountId: account.id });
    expect(await counted('deciding')).toBe(one);
  });

  test('as of a past moment are those believed then', async () => {
    const { deal, wang } = await at.newDealOf('从前');
    at.setClock('2026-03-12T02:00:00.000Z');
    await at.chain().changeDeal({ id: deal.id, basedOn: 0, wanted: [person(wang.id, { stance: 1 })] });
    at.setClock('2026-03-14T02:00:00.000Z');
    await at
      .chain()
      .changeDeal({ id: deal.id, basedOn: 1, wanted: [set(wang.id, { stance: -2 })], reason: '投了反对票' });
    expect(peopleOf(await factsOf(deal.id, '2026-03-13T00:00:00.000Z'))).toMatchObject([{ stance: 1 }]);
    expect(peopleOf(await factsOf(deal.id, '2026-03-15T00:00:00.000Z'))).toMatchObject([{ stance: -2 }]);
    expect(peopleOf(await factsOf(deal.id, '2026-03-11T00:00:00.000Z'))).toEqual([]);
  });

  test('heal an override and change the gate’s score', async () => {
    const { deal, wang } = await at.newDealOf('判定');
    const before = await at.deals().show({ id: deal.id });
    await at.chain().changeDeal({
      id: deal.id,
      basedOn: 0,
      wanted: [
        person(wang.id, { roles: ['decider', 'user', 'evaluator'], relationship: 'trusted', contact: 2, key: true }),
      ],
    });
    const { rows } = await at.deals().list({ search: '判定' });
    const { gate } = await at.deals().show({ id: deal.id });
    expect(rows[0]).toMatchObject({
      gateMet: gate.judgements.filter((j) => j.state === 'met' && starred(j.check)).length,
    });
    expect(gate.judgements).not.toEqual(before.gate.judgements);
  });
});

async function statements(request: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(Client.prototype, 'query');
  await request();
  const { length } = spy.mock.calls;
  spy.mockRestore();
  return length;
}

function starred(check: string): boolean {
  return at.sixStep.checkById.get(check)?.check.mandatory ?? false;
}

describe('people noted before', () => {
  const noted = [
    { name: '赵工', title: '主任', stance: 1, contactDegree: 2, faction: '生产系', coach: true, influence: 4 },
    { name: '钱处', roles: ['decider'] as const, faction: '无派系' },
  ];

  test('stay until one act puts them on the map: contacts are made, nothing noted is lost', async () => {
    const { deal, account, wang } = await at.newDealOf('先前');
    const stakeholders = [...noted, { id: wang.id, name: '王总', stance: 0 }];
    const { version } = await at.deals().recordFacts({ id: deal.id, version: 1, lists: { stakeholders } });
    expect((await at.chain().deal({ id: deal.id })).noted.map(({ name }) => name)).toEqual(['赵工', '钱处', '王总']);
    const view = await at.chain().putNotedOnMap({ id: deal.id });
    expect(view.noted).toEqual([]);
    expect(view.names.map(({ name }) => name).toSorted()).toEqual(['王总', '赵工', '钱处'].toSorted());
    const { rows } = await at.contacts().list({ accountId: account.id });
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['赵工', '钱处']));
    const after = await factsOf(deal.id);
    expect(after.version).toBe(version);
    const zhao = peopleOf(after).find(({ name }) => name === '赵工');
    expect(zhao).toMatchObject({
      title: '主任',
      stance: 1,
      contactDegree: 2,
      faction: '生产系',
      influence: 4,
      coach: false,
    });
    expect(peopleOf(after).find(({ name }) => name === '钱处')).toMatchObject({
      faction: '无派系',
      roles: ['decider'],
    });
    expect(peopleOf(after)).toHaveLength(3);
    // Once more: there is nothing left to do.
    expect((await at.chain().putNotedOnMap({ id: deal.id })).version).toBe(view.version);
    // What is noted later of somebody on the map does not speak over it.
    await at.deals().recordFacts({
      id: deal.id,
      version,
      lists: { stakeholders: [{ name: '孙工' }, { id: wang.id, name: '王总', stance: -2 }] },
    });
    const people = peopleOf(await factsOf(deal.id));
    expect(people.find(({ name }) => name === '王总')?.stance).toBe(0);
    expect(people.map(({ name }) => name)).toContain('孙工');
  });

  test('become contacts only by whoever may make some, and of an account', async () => {
    const { deal } = await at.newDealOf('权限');
    await at.deals().recordFacts({ id: deal.id, version: 1, lists: { stakeholders: noted } });
    const key = {
      ...at.actor('northRep'),
      userId: at.actor('northRep').userId,
      keyScopes: ['deal.read', 'deal.write'],
    };
    const limited = at.company.as(
      (await import('#chain/chain.contract.ts')).chainContract,
      key as Parameters<typeof at.company.as>[1],
    );
    await expect(limited.putNotedOnMap({ id: deal.id })).rejects.toMatchObject({
      code: 'permission.missing',
      data: { permission: 'contact.write' },
    });
    at.company.as({}, at.actor('northRep'));
    const homeless = await at.newDeal('无主商机');
    await at.deals().recordFacts({ id: homeless.id, version: 1, lists: { stakeholders: noted } });
    await expect(at.chain().putNotedOnMap({ id: homeless.id })).rejects.toMatchObject({ code: 'chain.noAccount' });
  });
});
