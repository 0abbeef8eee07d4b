import { expect, test } from 'vitest';
import { bars, type Bridge } from '#funnel/bridge.ts';
import { drawn, groundOf, stepsOf } from '#funnel/waterfall.ts';

const told: { [key: string]: [number, number] } = { new: [2, 500], slipped: [1, -100], won: [1, -300] };
const bridge: Bridge = {
  currency: 'CNY',
  opening: { count: 3, amount: 1000 },
  bars: bars.map((key) => ({ key, count: told[key]?.[0] ?? 0, amount: told[key]?.[1] ?? 0 })),
  closing: { count: 3, amount: 1100 },
};

test('each bar begins where the one before it ends, and the last stands on the ground', () => {
  const steps = stepsOf(bridge);
  expect(steps.map(({ key }) => key)).toEqual([
    'opening',
    'new',
    'grew',
    'shrank',
    'slipped',
    'lost',
    'won',
    'closing',
  ]);
  expect(drawn(steps).map(({ from, to }) => [from, to])).toEqual([
    [0, 1000],
    [1000, 1500],
    [1500, 1500],
    [1500, 1500],
    [1500, 1400],
    [1400, 1400],
    [1400, 1100],
    [0, 1100],
  ]);
});

test('where every level is high the drawing begins close under the lowest, else at nothing', () => {
  // Levels from 1000 to 1500.
  expect(groundOf(drawn(stepsOf(bridge)))).toBe(500);
  expect(groundOf(drawn(stepsOf({ ...bridge, opening: { count: 1, amount: 100 } })))).toBe(0);
  const still = { ...bridge, bars: bridge.bars.map((bar) => ({ ...bar, amount: 0 })), closing: bridge.opening };
  expect(groundOf(drawn(stepsOf(still)))).toBe(0);
});
