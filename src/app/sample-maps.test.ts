import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { router } from '#app/router.server.ts';
import { foundSampleCompany } from '#app/sample-company.server.ts';
import { chainContract } from '#chain/chain.contract.ts';
import { edgeKinds, nodeKinds } from '#chain/chain-scales.ts';
import { personsOf } from '#chain/chain-map.ts';
import { coachScore } from '#chain/coach.ts';
import { chainSceneOf } from '#chain/page/chain-scene.ts';
import { stalenessOf } from '#chain/staleness.ts';
import type { Database } from '#platform/database/database.server.ts';
import { builtInPlaybooks } from '#playbooks/playbook-store.server.ts';
import { openTestDatabase } from '#platform/database/testing.server.ts';
import { openTestCompany } from '#platform/http/testing.server.ts';
import { dayOf } from '#shared/day.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('decision chains of the sample company show every state that the screens have', async () => {
  const now = new Date();
  const company = await openTestCompany(router, { database, now: () => now });
  const { known, cast } = await foundSampleCompany(database, {
    now,
    log: pino({ level: 'silent' }),
    identityOf: () => null,
  });
  const chain = company.as(chainContract, cast.get('顾承远')!);
  const accounts = await Promise.all([...known.accounts.values()].map((id) => chain.account({ id })));
  const drawn = accounts.filter(({ accountVersion }) => accountVersion > 0);
  expect(drawn.length).toBeGreaterThanOrEqual(8);
  const views = await Promise.all([...known.deals.values()].map(({ id }) => chain.deal({ id })));

  // Whoever opens a deal that is on its way finds a map that grew.
  const firstStages = new Map((await builtInPlaybooks()).map(({ playbook: { id, stages } }) => [id, stages[0]!.id]));
  const onTheirWay = [...known.deals.values()].filter(
    ({ state, playbookId, stageId }) => state === 'open' && firstStages.get(playbookId) !== stageId,
  );
  expect(onTheirWay.length).toBeGreaterThanOrEqual(30);
  for (const { id, name } of onTheirWay) {
    const { map } = chainSceneOf(await chain.deal({ id }), 'deal');
    const inside = new Set(map.nodes.flatMap((node) => (['person', 'vacant'].includes(node.kind) ? [node.id] : [])));
    expect(inside.size, name).toBeGreaterThanOrEqual(3);
    expect(
      map.nodes.map(({ kind }) => kind),
      name,
    ).toContain('ours');
    expect(
      map.edges.some((edge) => edge.kind === 'reportsTo' && inside.has(edge.from)),
      name,
    ).toBe(true);
    const { account, deal } = await chain.dealHistory({ id });
    expect(new Set([...account, ...deal].map(({ at }) => at.slice(0, 10))).size, name).toBeGreaterThanOrEqual(2);
  }

  // Whoever opens an account that bought finds its people drawn.
  for (const name of ['锦和总医院', '朔岭钢铁', '澄浦二水', '卓引集成', '北岭线材']) {
    const view = await chain.account({ id: known.accounts.get(name)! });
    const { map } = chainSceneOf(view, 'account');
    expect(personsOf(map).length, name).toBeGreaterThanOrEqual(2);
    expect(
      map.edges.some(({ kind }) => kind === 'reportsTo'),
      name,
    ).toBe(true);
  }
  const scenes = [
    ...drawn.map((view) => chainSceneOf(view, 'account')),
    ...views.filter(({ version }) => version > 0).map((view) => chainSceneOf(view, 'deal')),
  ];
  const kinds = new Set(scenes.flatMap(({ map }) => map.nodes.map(({ kind }) => kind)));
  expect(kinds).toEqual(new Set(Object.keys(nodeKinds)));
  const lines = new Set(scenes.flatMap(({ map }) => map.edges.map(({ kind }) => kind)));
  expect(lines).toEqual(new Set(Object.keys(edgeKinds)));
  const people = scenes.flatMap(({ map, data }) => personsOf(map).map((person) => ({ person, data })));
  expect(new Set(people.map(({ person }) => person.stance))).toEqual(new Set([-2, -1, 0, 1, 2, undefined]));
  expect(new Set(people.map(({ person }) => person.contact))).toEqual(new Set([0, 1, 2, 3, undefined]));
  const verdicts = new Set(people.map(({ person, data }) => coachScore(person, data.signs).verdict));
  expect(verdicts).toEqual(expect.objectContaining(new Set(['shown', 'claimed', 'none'])));
  const ages = scenes.map(({ map, data }) => stalenessOf(map, data.confirmations, dayOf(now)).stale);
  expect(new Set(ages)).toEqual(new Set([true, false]));

  // What a deal has of its account, says over it, and leaves out.
  const over = scenes.filter(({ under }) => under.size > 0);
  expect(over.length).toBeGreaterThanOrEqual(12);
  const overridden = over.flatMap(({ own, under }) =>
    [...own.values()].filter(({ id, fields }) => {
      const below = under.get(id)?.fields['stance'];
      return below !== undefined && fields['stance'] !== undefined && fields['stance'] !== below;
    }),
  );
  expect(overridden.length).toBeGreaterThanOrEqual(2);
  expect(over.flatMap(({ own }) => [...own.values()]).some(({ fields }) => fields['leftOut'] === true)).toBe(true);
  expect(scenes.some(({ map }) => map.factions.length > 1)).toBe(true);
}, 180_000);
