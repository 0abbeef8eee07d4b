import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Deal } from '#deals/deal.ts';
import { eventsOf, playActs, randomActs, replayed } from '#deals/random-history.testing.server.ts';
import { dealAsOf } from '#deals/deal-history.ts';
import { openDealsCompany } from '#deals/testing.server.ts';
import { addDays, dayOf } from '#shared/day.ts';
import { bars, type BarKey } from '#funnel/bridge.ts';
import { funnelContract } from '#funnel/funnel.contract.ts';
import { funnelHandlers } from '#funnel/funnel.server.ts';

let house: Awaited<ReturnType<typeof openDealsCompany>>;
beforeAll(async () => {
  house = await openDealsCompany({ funnel: funnelHandlers });
});
afterAll(() => house.close());

const funnel = (name = 'director') => house.company.as(funnelContract, house.company.actors[name]!);
/** The last instant of a day in Shanghai. */
const endOf = (day: string) => new Date(Date.parse(`${day}T16:00:00.000Z`) - 1).toISOString();
const sum = (deals: readonly { amount?: number | null }[]) =>
  deals.reduce((total, { amount }) => total + (amount ?? 0), 0);
const noTotal = { count: 0, amount: 0 };

type Narrow = { ownerId?: string; closeFrom?: string; closeTo?: string };
const isIn =
  ({ ownerId, closeFrom, closeTo }: Narrow) =>
  (deal: Deal) =>
    deal.state === 'open' &&
    (!ownerId || deal.ownerId === ownerId) &&
    (!closeFrom || (deal.closeOn ?? '') >= closeFrom) &&
    (!closeTo || (deal.closeOn ?? '9999') <= closeTo);

const known: string[] = [];
let clock = Date.parse('2026-03-02T02:00:00.000Z');
const narrowings = async (): Promise<Narrow[]> => [
  {},
  { ownerId: house.company.actors['northRep']!.userId },
  { closeFrom: '2026-05-01', closeTo: '2026-07-31' },
];

describe('for random histories', () => {
  test('the pipeline on any day is the replay of the events', async () => {
    await fc.assert(
      fc.asyncProperty(randomActs, fc.double({ min: 0, max: 1, noNaN: true }), async (acts, share) => {
        const began = clock;
        const { ids, ended } = await playActs(house, acts, clock);
        clock = ended;
        known.push(...ids);
        const on = dayOf(new Date(began + (ended - began) * share));
        const then = await replayed(house, known, endOf(on));
        for (const narrow of await narrowings()) {
          const pipeline = await funnel().pipeline({ on, ...narrow });
          const open = then.filter(isIn(narrow));
          expect(pipeline.total.count).toBe(open.length);
          expect(pipeline.total.amounts[0]?.amount ?? 0).toBe(sum(open));
          for (const [slices, of] of [
            [pipeline.stages, 'stageId'],
            [pipeline.owners, 'ownerId'],
            [pipeline.teams, 'teamId'],
          ] as const) {
            expect(Object.fromEntries(slices.map(({ key, standing }) => [key, standing.count]))).toEqual(
              Object.fromEntries([...Map.groupBy(open, (deal) => deal[of])].map(([key, own]) => [key, own.length])),
            );
          }
          const stage = pipeline.stages[0];
          if (!stage) continue;
          const { rows } = await funnel().pipelineDeals({ on, ...narrow, stageId: stage.key!, limit: 200 });
          expect(rows.map(({ id }) => id).toSorted()).toEqual(
            open
              .filter(({ stageId }) => stageId === stage.key)
              .map(({ id }) => id)
              .toSorted(),
          );
        }
      }),
      { numRuns: 4 },
    );
  }, 180_000);

  test('the way between two days adds up to the cent, and every bar opens its deals', async () => {
    const days = Array.from({ length: 5 }, (_, i) =>
      addDays('2026-03-01', Math.round((i * (clock - Date.parse('2026-03-01T00:00:00Z'))) / 86_400_000 / 4)),
    );
    const pairs = days.flatMap((from, i) => days.slice(i + 1).map((to) => [from, to] as const));
    for (const [from, to] of pairs) {
      const [before, after] = [await replayed(house, known, endOf(from)), await replayed(house, known, endOf(to))];
      for (const narrow of await narrowings()) {
        const { bridges, moves } = await funnel().changes({ from, to, ...narrow });
        const { opening, bars: steps, closing } = bridges[0] ?? { opening: noTotal, bars: [], closing: noTotal };
        const [was, is] = [before.filter(isIn(narrow)), after.filter(isIn(narrow))];
        expect(opening).toEqual({ count: was.length, amount: sum(was) });
        expect(closing).toEqual({ count: is.length, amount: sum(is) });
        const amounts = steps.reduce((total, { amount }) => total + amount, 0);
        expect(opening.amount + amounts).toBe(closing.amount);
        for (const { key, count, amount } of steps) {
          const { rows } = await funnel().changeDeals({ from, to, ...narrow, bar: key, currency: 'CNY', limit: 200 });
          expect(rows.length).toBe(count);
          const told = key === 'grew' || key === 'shrank' ? sum(rows) - sum(rows.map((row) => row.before!)) : sum(rows);
          expect(Math.abs(amount)).toBe(Math.abs(told));
        }
        const both = was.flatMap((one) =>
          is.filter(({ id }) => id === one.id).map((other) => [one.stageId, other.stageId]),
        );
        expect(moves.reduce((total, { deals }) => total + deals.count, 0)).toBe(
          both.filter(([a, b]) => a !== b).length,
        );
        for (const { from: stageFrom, to: stageTo, deals } of moves) {
          const { rows } = await funnel().changeDeals({ from, to, ...narrow, bar: 'moved', stageFrom, stageTo });
          expect(rows.length).toBe(deals.count);
        }
      }
      // Without narrowing, what is won, lost and parked is told by the states alone.
      const { bridges } = await funnel().changes({ from, to });
      const count = (key: BarKey) => bridges[0]?.bars.find((bar) => bar.key === key)?.count ?? 0;
      for (const state of ['won', 'lost', 'parked'] as const) {
        const left = [];
        for (const deal of after.filter((one) => one.state === state)) {
          const events = await eventsOf(house, deal.id);
          const wasOpen = dealAsOf(events, endOf(from))?.deal.state === 'open';
          const between = events.some(
            ({ at }) => at > endOf(from) && at <= endOf(to) && dealAsOf(events, at)!.deal.state === 'open',
          );
          if (wasOpen || between) left.push(deal);
        }
        expect(count(state)).toBe(left.length);
      }
      expect(count('slipped') + count('pulledIn') + count('handedIn') + count('handedOut')).toBe(0);
    }
    expect(bars.length).toBe(11);
  }, 180_000);
});
