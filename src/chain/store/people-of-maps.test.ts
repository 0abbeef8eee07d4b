import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Deal } from '#deals/deal.ts';
import { recorder } from '#platform/events/events.server.ts';
import { eraseFromChain } from '#chain/store/erase-store.server.ts';
import { edge, openChainCompany, person, set } from '#chain/store/testing.server.ts';

let at: Awaited<ReturnType<typeof openChainCompany>>;
beforeAll(async () => {
  at = await openChainCompany();
});
afterAll(() => at.close());

const peopleOf = ({ facts }: Pick<Deal, 'facts'>) => facts.lists.stakeholders ?? [];
const factsOf = async (id: string) => (await at.deals().show({ id })).deal;

describe('two contacts that are one', () => {
  test('stand on every map once, with the lines, signs and facts of both', async () => {
    const { deal, wang, li, account } = await at.newDealOf('合并');
    const twin = await at.newPerson('王总经理', account.id);
    await at.chain().changeAccount({
      id: account.id,
      basedOn: 0,
      wanted: [
        person(twin.id, { level: 'deciding', roles: ['decider'] }),
        person(li.id),
        edge('reportsTo', li.id, twin.id),
      ],
    });
    await at.chain().changeDeal({
      id: deal.id,
      basedOn: 0,
      wanted: [
        set(twin.id, { stance: 1 }),
        person(wang.id, { roles: ['user'], contact: 2 }),
        edge('knows', twin.id, wang.id),
      ],
    });
    await at.chain().tell({ id: deal.id, personId: twin.id, on: '2026-03-01', statement: '预算已经批了' });
    await at.contacts('northManager').merge({ id: wang.id, version: 1, loserId: twin.id, loserVersion: 1 });
    const view = await at.chain().deal({ id: deal.id });
    const nodes = view.account.filter(({ item }) => item === 'node').map(({ id }) => id);
    expect(nodes.toSorted()).toEqual([wang.id, li.id].toSorted());
    expect(view.account.find(({ item }) => item === 'edge')?.fields).toMatchObject({ from: li.id, to: wang.id });
    expect(view.deal).toHaveLength(1);
    expect(view.deal[0]).toMatchObject({ id: wang.id, fields: { stance: 1, contact: 2, roles: ['user'] } });
    expect(view.tellings).toMatchObject([{ personId: wang.id }]);
    expect(
      peopleOf(await factsOf(deal.id))
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['李工', '王总'].toSorted());
  });

  test('two accounts that are one have one map', async () => {
    const [one, two] = [await at.newDealOf('甲厂'), await at.newDealOf('乙厂')];
    await at.chain().changeAccount({ id: one.account.id, basedOn: 0, wanted: [person(one.wang.id)] });
    const wanted = [person(two.wang.id), person(two.li.id), edge('reportsTo', two.li.id, two.wang.id)];
    await at.chain().changeAccount({ id: two.account.id, basedOn: 0, wanted });
    await at
      .accounts('northManager')
      .merge({ id: one.account.id, version: 1, loserId: two.account.id, loserVersion: 1 });
    const view = await at.chain().account({ id: two.account.id });
    expect(view.account.map(({ item }) => item).toSorted()).toEqual(['edge', 'node', 'node', 'node']);
    expect(peopleOf(await factsOf(one.deal.id))).toHaveLength(3);
    expect(peopleOf(await factsOf(two.deal.id))).toHaveLength(3);
  });
});

test('a person who is erased leaves every map, and no word about her stays in the history', async () => {
  const { deal, wang, li, account } = await at.newDealOf('遗忘');
  await at.chain().changeAccount({ id: account.id, basedOn: 0, wanted: [person(wang.id), person(li.id)] });
  await at.chain().changeDeal({
    id: deal.id,
    basedOn: 0,
    wanted: [
      set(wang.id, { personalWin: '想当劳模', stance: 1 }),
      edge('ally', li.id, wang.id, { note: '老同事劳模' }),
      set(li.id, { stance: 1 }),
    ],
    reason: '劳模评选',
  });
  await at.chain().tell({ id: deal.id, personId: wang.id, on: '2026-03-01', statement: '劳模要表决' });
  await at.company.database.write(at.company.tenantId, async (tx) => {
    const actor = at.actor('admin');
    const now = '2026-03-20T02:00:00.000Z';
    await eraseFromChain({ tx, actor, now, today: '2026-03-20', record: recorder(tx, actor, now, null) }, wang.id);
  });
  const view = await at.chain().deal({ id: deal.id });
  expect(view.account.map(({ id }) => id)).toEqual([li.id]);
  expect(view.deal.map(({ id }) => id)).toEqual([li.id]);
  expect(view.tellings).toEqual([]);
  const history = await at.chain().dealHistory({ id: deal.id });
  expect(JSON.stringify([history.deal.filter(({ id }) => id !== li.id), history.account])).not.toMatch(
    /劳模|"stance":\{"after":1/,
  );
  expect(history.deal.map(({ act }) => act)).toContain('removed');
  expect(peopleOf(await factsOf(deal.id)).map(({ name }) => name)).toEqual(['李工']);
});
