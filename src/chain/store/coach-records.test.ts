import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/id.server.ts';
import type { Deal } from '#deals/deal.ts';
import { openChainCompany, person } from '#chain/store/testing.server.ts';

let at: Awaited<ReturnType<typeof openChainCompany>>;
beforeAll(async () => {
  at = await openChainCompany();
});
afterAll(() => at.close());

const peopleOf = ({ facts }: Pick<Deal, 'facts'>) => facts.lists.stakeholders ?? [];
const factsOf = async (id: string) => (await at.deals().show({ id })).deal;

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
    const { version } = await at.chain().deal({ id: deal.id });
    const turn = (stance: number) => ({ act: 'set', item: 'node', id: wang.id, fields: { stance } }) as const;
    const turned = await at
      .chain()
      .changeDeal({ id: deal.id, basedOn: version, wanted: [turn(-2)], reason: '在评审会上反对我们' });
    expect(turned.signs.every(({ beforeTurn }) => beforeTurn)).toBe(true);
    expect(peopleOf(await factsOf(deal.id))[0]).toMatchObject({ coach: false, coachScore: 0, stance: -2 });
    const slip = { id: deal.id, basedOn: turned.version, wanted: [turn(0)], reason: '记错人了' };
    expect((await at.chain().changeDeal(slip)).signs.some(({ beforeTurn }) => beforeTurn)).toBe(false);
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

  // Whoever drags a first card writes where the layout had put the others: not over what somebody else has dragged.
  await at.chain().placeDeal({ id: deal.id, places: [{ id: wang.id, x: 7, y: 7 }], rest: [{ id: li.id, x: 1, y: 1 }] });
  const { places: both } = await at.chain().deal({ id: deal.id });
  expect(new Map(both.map((place) => [place.id, place.x]))).toEqual(
    new Map([
      [wang.id, 7],
      [li.id, 5],
    ]),
  );
});
