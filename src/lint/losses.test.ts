import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '#shared/day.ts';
import { winningStage } from '#deals/deal-decisions.ts';
import { openDealsCompany } from '#deals/testing.server.ts';
import { lintContract } from '#lint/lint.contract.ts';
import { lintHandlers } from '#lint/lint.server.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';
import { taskHandlers } from '#tasks/tasks.server.ts';

/** Sixteen deals of one month. Those with a next step planned were kept, the others left alone; two of each end otherwise. */
let at: Awaited<ReturnType<typeof openDealsCompany>>;
const lint = (name: string) => at.company.as(lintContract, at.company.actors[name]!);
const began = '2026-03-02';

beforeAll(async () => {
  at = await openDealsCompany({ lint: lintHandlers, tasks: taskHandlers });
  const tasks = at.company.as(tasksContract, at.company.actors['northRep']!);
  for (let n = 0; n < 16; n++) {
    at.setClock(`${began}T02:00:00.000Z`);
    const { id, version } = await at.newDeal(`第${n}单`, { closeOn: null });
    const planned = n < 8;
    if (planned) await tasks.create({ title: '回访', dueOn: '2026-12-31', subjectKind: 'deal', subjectId: id });
    at.setClock('2026-05-20T02:00:00.000Z');
    const lost = planned ? n < 2 : n < 14;
    if (lost) await at.as('northRep').lose({ id, version, reason: 'lost.price' });
    // What came to be known later counts for nothing: it is the state before the end that is judged.
    else await win(id);
    if (!planned) await tasks.create({ title: '补记', dueOn: '2026-12-31', subjectKind: 'deal', subjectId: id });
  }
});
afterAll(() => at.close());

/** Through every gate by override: of what was shown on the way nothing is asked here. */
async function win(id: string) {
  const manager = at.as('northManager');
  const override = { reason: '客户当面要求' };
  for (;;) {
    const { deal } = await manager.show({ id });
    if (deal.state === 'won') return;
    const ask = { id, version: deal.version, override };
    const wins = deal.stageId === winningStage(at.sixStep);
    await manager.advance(wins ? { ...ask, won: { reason: 'won.solution' } } : ask);
  }
}

test('the mistake is seen as it stood before the end, with the number of deals it rests on', async () => {
  const study = await lint('northManager').losses({ daysBefore: 30 });
  expect(study).toMatchObject({ closed: 16, judged: 16, lost: 8 });
  const row = study.rows.find(({ id }) => id === 'no-dated-next-step')!;
  expect(row).toMatchObject({
    kind: 'rule',
    deals: 16,
    withIt: { lost: 6, deals: 8, value: 0.75 },
    without: { lost: 2, deals: 8, value: 0.25 },
    ratio: { value: 3 },
  });
  // ln 3 − 1.96 √(1/6 − 1/8 + 1/2 − 1/8)
  expect(row.ratio.low).toBeCloseTo(Math.exp(Math.log(3) - 1.959964 * Math.sqrt(1 / 6 - 1 / 8 + 1 / 2 - 1 / 8)), 8);
  expect(row.verdict).toBe('open');
});

test('what was so of all of them, or known of too few, is not shown but counted', async () => {
  const { rows, hidden } = await lint('northManager').losses({ daysBefore: 30 });
  expect(rows.every(({ deals }) => deals >= 12)).toBe(true);
  expect(rows.some(({ kind }) => kind === 'check')).toBe(false);
  expect(hidden).toBeGreaterThan(5);
});

test('deals younger than that are not judged; others’ deals are not looked at', async () => {
  const age = Math.round((Date.parse('2026-05-20') - Date.parse(began)) / 86_400_000);
  expect(addDays(began, age)).toBe('2026-05-20');
  expect(await lint('northManager').losses({ daysBefore: age + 1 })).toMatchObject({ closed: 16, judged: 0, rows: [] });
  expect(await lint('southManager').losses({ daysBefore: 30 })).toMatchObject({ closed: 0, judged: 0, rows: [] });
});
