import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { newId } from '#platform/id.server.ts';
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
    expect([peopleOf(gone), gone.facts.lists.artifacts]).toEqual([[], []]);
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

describe('signs of a coach', () => {
  const on = '2026-03-01';
  test('make a coach by four signals on two occasions, with evidence; retracted evidence counts no more', async () => {
    const { deal, wang } = await at.newDealOf('教练');
    await at.chain().changeDeal({ id: deal.id, basedOn: 0, wanted: [person(wang.id, { coachClaimed: true })] });
    expect(peopleOf(await factsOf(deal.id))[0]).toMatchObject({ coach: false, coachScore: 0 });
    const { gate } = await at.deals().show({ id: deal.id });
    const check = gate.judgements[0]!.check;
    const made = await at.chain().sign({
      id: deal.id,
      personId: wang.id,
      signal: 'offHours',
      on,
      occasion: '周末电话',
      evidence: { check, strength: 'done', statement: '周日晚上回了电话' },
    });
    const evidenceId = made.signs[0]!.evidenceId;
    for (const signal of ['sparesTime', 'buildsPlan', 'tellsInside'] as const)
      await at
        .chain()
        .sign({ id: deal.id, personId: wang.id, signal, on, occasion: '方案会', evidence: { id: evidenceId } });
    expect(peopleOf(await factsOf(deal.id))[0]).toMatchObject({ coach: true, coachScore: 4, coachOccasions: 2 });
    expect((await at.deals().show({ id: deal.id })).evidence[0]).toMatchObject({ sourceName: '王总' });
    await at.deals().retractEvidence({ id: deal.id, evidenceId, reason: '记错人了' });
    expect(peopleOf(await factsOf(deal.id))[0]).toMatchObject({ coach: false, coachScore: 0 });
    expect((await at.chain().deal({ id: deal.id })).signs).toEqual([]);
  });

  test('what was told is proven or not, by day', async () => {
    const { deal, wang } = await at.newDealOf('告知');
    await at.chain().changeDeal({ id: deal.id, basedOn: 0, wanted: [person(wang.id)] });
    const { tellings } = await at.chain().tell({ id: deal.id, personId: wang.id, on, statement: '下月招标' });
    const tellingId = tellings[0]!.id;
    const proven = await at.chain().settle({ id: deal.id, tellingId, outcome: 'proven', settledOn: '2026-03-02' });
    expect(proven.tellings).toMatchObject([{ outcome: 'proven', settledOn: '2026-03-02', statement: '下月招标' }]);
    const open = await at.chain().settle({ id: deal.id, tellingId, outcome: 'open' });
    expect(open.tellings).toMatchObject([{ outcome: 'open', settledOn: null }]);
    const late = { id: deal.id, tellingId, outcome: 'proven' as const, settledOn: '2027-01-01' };
    await expect(at.chain().settle(late)).rejects.toMatchObject({ code: 'chain.future' });
    const missing = { ...late, tellingId: newId(), settledOn: on };
    await expect(at.chain().settle(missing)).rejects.toMatchObject({ code: 'record.notFound' });
  });

  test('are refused of whom is not on the map, of tomorrow, of evidence or checks that are not there, and in forbidden words', async () => {
    const { deal, wang, li } = await at.newDealOf('拒绝');
    await at.chain().changeDeal({ id: deal.id, basedOn: 0, wanted: [person(wang.id)] });
    const sign = { id: deal.id, personId: wang.id, signal: 'offHours' as const, on, evidence: { id: newId() } };
    const told = { id: deal.id, personId: wang.id, on, statement: '下月招标' };
    const fresh = { check: 'no-such-check', strength: 'said' as const, statement: '说过' };
    for (const [refused, code] of [
      [() => at.chain().sign(sign), 'chain.evidenceUnknown'],
      [() => at.chain().sign({ ...sign, evidence: fresh }), 'evidence.checkUnknown'],
      [() => at.chain().sign({ ...sign, personId: li.id }), 'chain.notOnMap'],
      [() => at.chain().sign({ ...sign, on: '2027-01-01' }), 'chain.future'],
      [() => at.chain().tell({ ...told, personId: li.id }), 'chain.notOnMap'],
      [() => at.chain().tell({ ...told, on: '2027-01-01' }), 'chain.future'],
      [() => at.chain().tell({ ...told, statement: '王工暗示要回扣，我们答应给 3 个点' }), 'text.personalBenefit'],
      [() => at.chain().tell({ ...told, statement: '李处长查出糖尿病，最近少喝酒' }), 'text.privateFact'],
    ] as const)
      await expect(refused()).rejects.toMatchObject({ code });
  });
});

test('places are kept per map; a deal’s own over its account’s', async () => {
  const { deal, wang, li, account } = await at.newDealOf('位置');
  const places = [wang, li].map(({ id }, i) => ({ id, x: i * 10, y: 0 }));
  await at.chain().placeAccount({ id: account.id, places });
  await at.chain().placeDeal({ id: deal.id, places: [{ id: li.id, x: 5, y: 5.5 }] });
  const view = await at.chain().deal({ id: deal.id });
  expect(new Map(view.places.map((place) => [place.id, [place.x, place.y]]))).toEqual(
    new Map([
      [wang.id, [0, 0]],
      [li.id, [5, 5.5]],
    ]),
  );
  expect((await at.chain().account({ id: account.id })).places).toHaveLength(2);
});
