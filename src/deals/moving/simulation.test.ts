import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { movingContract } from '#deals/moving/moving.contract.ts';
import { movingHandlers } from '#deals/moving/moving.server.ts';
import { openDealsCompany } from '#deals/testing.server.ts';
import type { Check, Playbook } from '#method/playbook.ts';
import { playbookText } from '#method/playbook-text.ts';

let at: Awaited<ReturnType<typeof openDealsCompany>>;
let base: Playbook;
const simulate = (draft: Playbook, name = 'director') =>
  at.company.as(movingContract, at.company.actors[name]!).simulate({ id: 'six-step', source: playbookText(draft) });

beforeAll(async () => {
  at = await openDealsCompany({ moving: movingHandlers });
  base = at.sixStep.playbook;
});
afterAll(() => at.close());

/** The draft asks a further ★ question in this stage. */
function asking(stageId: string): Playbook {
  const { rule: _rule, ...first } = base.stages[0]!.checks[0]!;
  const check: Check = { ...first, id: 'reference-visited', text: { zh: '看过样板', en: 'Reference visited' } };
  const stages = base.stages.map((stage) =>
    stage.id === stageId ? { ...stage, checks: [...stage.checks, check] } : stage,
  );
  return { ...base, stages };
}

async function dealIn(stage: number, amount: number) {
  let { id } = await at.newDeal(`模拟 ${amount}`, { amount });
  for (let turn = 0; turn < stage; turn++) {
    const page = await at.satisfyGate(id);
    ({ id } = await at.as('northRep').advance({ id, version: page.deal.version }));
  }
  return id;
}

test('a draft is judged on every open deal that the asker sees: how many fall, how far, and why', async () => {
  const [analyse, trust, needs, value, richer] = [
    await dealIn(0, 1),
    await dealIn(1, 2),
    await dealIn(2, 3),
    await dealIn(3, 4),
    await dealIn(3, 5),
  ] as const;
  await at.satisfyGate(trust);
  const same = await simulate(base);
  expect(same).toMatchObject({ deals: 5, lower: [], opens: 0, shuts: 0, restaged: 0, aside: 0, rows: [], more: 0 });

  const { rule: _rule, ...words } = base.stages[0]!.checks[0]!;
  expect(words.id).not.toBe('reference-visited');
  const harder = await simulate(asking('trust'));
  expect(harder.lower).toEqual([
    { steps: 1, deals: 1, causes: [expect.objectContaining({ key: 'check:reference-visited', deals: 1 })] },
    {
      steps: 2,
      deals: 2,
      causes: [
        {
          stage: 'trust',
          key: 'check:reference-visited',
          words: { zh: '看过样板', en: 'Reference visited' },
          deals: 2,
        },
      ],
    },
  ]);
  // Its own gate shuts again for the deal in 'trust' that had all.
  expect(harder).toMatchObject({ deals: 5, shuts: 1 });
  expect(harder.rows.map(({ id, steps, stands }) => [id, steps, stands])).toEqual([
    [richer, 2, 'trust'],
    [value, 2, 'trust'],
    [needs, 1, 'trust'],
    [trust, 0, 'trust'],
  ]);
  expect(harder.rows.some(({ id }) => id === analyse)).toBe(false);

  const elsewhere = await simulate(asking('trust'), 'admin');
  expect(elsewhere.deals).toBe(5);
});

test('only deals that the asker sees are judged', async () => {
  const director = at.company.actors['director']!;
  const southern = { ...director, userId: at.company.actors['southManager']!.userId, scope: 'self' as const };
  const judged = await at.company
    .as(movingContract, southern)
    .simulate({ id: 'six-step', source: playbookText(asking('trust')) });
  expect(judged).toMatchObject({ deals: 0, rows: [], lower: [] });
});

test('a draft with faults is refused with all of them', async () => {
  const asked = at.company
    .as(movingContract, at.company.actors['director']!)
    .simulate({ id: 'six-step', source: 'id: six-step\nversion: 0\n' });
  await expect(asked).rejects.toMatchObject({
    code: 'playbook.invalid',
    status: 422,
    data: { problems: expect.arrayContaining([expect.objectContaining({ at: 'version', line: 2 })]) },
  });
});

test('no query for each deal', async () => {
  const few = await counted();
  await Promise.all(Array.from({ length: 20 }, (_, i) => at.newDeal(`更多 ${i}`)));
  expect(await counted()).toBe(few);
});

/** How many statements a simulation takes. */
async function counted(): Promise<number> {
  const spy = vi.spyOn(Client.prototype, 'query');
  await simulate(asking('trust'));
  const { length } = spy.mock.calls;
  spy.mockRestore();
  return length;
}
