import { expect, test } from 'vitest';
import { bars, type Bridge } from '#funnel/bridge.ts';
import { drawn, stepsOf } from '#funnel/waterfall.ts';

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
