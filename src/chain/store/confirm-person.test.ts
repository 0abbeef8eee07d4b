import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChainCompany, person, set } from '#chain/store/testing.server.ts';

let at: Awaited<ReturnType<typeof openChainCompany>>;
beforeAll(async () => {
  at = await openChainCompany();
});
afterAll(() => at.close());

test('somebody seen unchanged is fresh from that day on, dated, with who said so; nothing else changes', async () => {
  const { deal, wang, account } = await at.newDealOf('核实');
  at.setClock('2026-03-03T02:00:00.000Z');
  await at.chain().changeAccount({ id: account.id, basedOn: 0, wanted: [person(wang.id, { stance: 1 })] });
  const before = await at.chain().deal({ id: deal.id });
  expect(before.confirmations).toEqual([{ personId: wang.id, on: '2026-03-03' }]);
  at.setClock('2026-06-01T02:00:00.000Z');
  const seen = await at.chain().confirmDeal({ id: deal.id, personId: wang.id });
  expect(seen.confirmations).toEqual([{ personId: wang.id, on: '2026-06-01' }]);
  expect({ ...seen, version: 0, confirmations: [] }).toEqual({ ...before, confirmations: [] });
  const fact = async () => (await at.deals().show({ id: deal.id })).deal.facts.lists.stakeholders?.[0];
  expect(await fact()).toMatchObject({ id: wang.id, confirmedOn: '2026-06-01' });
  // The account's own map was not looked at.
  expect((await at.chain().account({ id: account.id })).confirmations).toEqual(before.confirmations);
  await at.chain().confirmDeal({ id: deal.id, personId: wang.id });
  const { deal: rows } = await at.chain().dealHistory({ id: deal.id });
  expect(rows).toMatchObject([
    { act: 'confirmed', id: wang.id, by: at.actor('northRep').userId, at: '2026-06-01T02:00:00.000Z', fields: {} },
  ]);
  const { rows: events } = await at.timeline().list({ subjectKind: 'deal', subjectId: deal.id });
  expect(events.find(({ type }) => type === 'deal.chainChanged')?.data['chain']).toEqual({
    version: 1,
    counts: { confirmed: { node: 1 } },
  });
  // Whoever saw the map before still changes it: nothing was changed meanwhile.
  const wanted = [set(wang.id, { contact: 2 })];
  expect(await at.chain().changeDeal({ id: deal.id, basedOn: before.version, wanted })).toMatchObject({ version: 2 });
  const past = await at.chain().deal({ id: deal.id, at: '2026-05-01T00:00:00.000Z' });
  expect(past.confirmations).toEqual(before.confirmations);
  at.setClock('2026-06-02T02:00:00.000Z');
  const ofAccount = await at.chain().confirmAccount({ id: account.id, personId: wang.id });
  expect(ofAccount.confirmations).toEqual([{ personId: wang.id, on: '2026-06-02' }]);
});

test('lint calls the map of a deal stale until its key people are confirmed', async () => {
  const { deal, wang, li } = await at.newDealOf('过时');
  at.setClock('2026-06-03T02:00:00.000Z');
  await at.chain().changeDeal({ id: deal.id, basedOn: 0, wanted: [person(wang.id, { key: true, stance: 1 })] });
  const stale = async () =>
    (await at.deals().list({ lint: 'map-stale' })).rows.map(({ name }) => name).includes(deal.name);
  expect(await stale()).toBe(false);
  at.setClock('2026-08-04T02:00:00.000Z');
  await at.chain().changeDeal({ id: deal.id, basedOn: 1, wanted: [person(li.id)] });
  expect(await stale()).toBe(true);
  await at.chain().confirmDeal({ id: deal.id, personId: wang.id });
  expect(await stale()).toBe(false);
});

test('is refused of whom is not on the map, and to whom the beliefs are not for', async () => {
  const { deal, wang, li, account } = await at.newDealOf('生人');
  await at.chain().changeDeal({ id: deal.id, basedOn: 0, wanted: [person(wang.id)] });
  for (const [refused, code] of [
    [() => at.chain().confirmDeal({ id: deal.id, personId: li.id }), 'chain.notOnMap'],
    [() => at.chain().confirmAccount({ id: account.id, personId: wang.id }), 'chain.notOnMap'],
    [() => at.chain('admin').confirmDeal({ id: deal.id, personId: wang.id }), 'chain.notOnTeam'],
    [() => at.chain('admin').confirmAccount({ id: account.id, personId: wang.id }), 'chain.notOnTeam'],
    [() => at.chain('presales').confirmAccount({ id: account.id, personId: wang.id }), 'permission.missing'],
  ] as const)
    await expect(refused()).rejects.toMatchObject({ code });
});
