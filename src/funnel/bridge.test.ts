import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bridgeOf, sides, type Group, type Side } from '#funnel/bridge.ts';

const nothing = { count: 0, amount: 0 };
const group = (before: Side, after: Group['after'], more: Partial<Group> = {}): Group => ({
  before,
  after,
  currencyBefore: before === 'absent' ? null : 'CNY',
  currency: 'CNY',
  between: true,
  count: 1,
  amountBefore: 0,
  amount: 0,
  grew: nothing,
  shrank: nothing,
  ...more,
});
const shown = (groups: Group[], opening = nothing) => {
  const bridge = bridgeOf('CNY', opening, groups);
  const bars = bridge.bars.filter(({ count }) => count > 0).map(({ key, count, amount }) => [key, count, amount]);
  return { bars, closing: bridge.closing };
};

describe('from one pipeline to another', () => {
  test('what is new comes in with the amount that it has now', () => {
    expect(shown([group('absent', 'in', { amount: 500 })])).toEqual({
      bars: [['new', 1, 500]],
      closing: { count: 1, amount: 500 },
    });
  });

  test('what was won leaves with its last amount; its growth stands apart', () => {
    const won = group('in', 'won', { amountBefore: 300, amount: 450, grew: { count: 1, amount: 150 } });
    expect(shown([won], { count: 1, amount: 300 })).toEqual({
      bars: [
        ['grew', 1, 150],
        ['won', 1, -450],
      ],
      closing: { count: 0, amount: 0 },
    });
  });

  test('what came and was lost in between stands in both', () => {
    expect(shown([group('absent', 'lost', { amount: 80 })]).bars).toEqual([
      ['new', 1, 80],
      ['lost', 1, -80],
    ]);
    expect(shown([group('absent', 'lost', { amount: 80, between: false })]).bars).toEqual([]);
  });

  test.each([
    ['parked', 'in', 'reopened'],
    ['won', 'in', 'reopened'],
    ['outside', 'in', 'pulledIn'],
    ['elsewhere', 'in', 'handedIn'],
    ['in', 'outside', 'slipped'],
    ['in', 'elsewhere', 'handedOut'],
    ['in', 'parked', 'parked'],
  ] as const)('%s → %s is %s', (before, after, key) => {
    expect(shown([group(before, after)]).bars.map(([bar]) => bar)).toEqual([key]);
  });

  test('a deal told in another currency leaves the one pipeline and comes into the other', () => {
    const changed = group('in', 'in', { currencyBefore: 'USD', amountBefore: 10, amount: 70, count: 2 });
    expect(bridgeOf('USD', { count: 2, amount: 10 }, [changed])).toMatchObject({
      closing: { count: 0, amount: 0 },
      bars: expect.arrayContaining([{ key: 'handedOut', count: 2, amount: -10 }]),
    });
    expect(bridgeOf('CNY', nothing, [changed]).closing).toEqual({ count: 2, amount: 70 });
  });

  test('adds up to the cent, whatever the deals did', () => {
    const deal = fc.record({
      before: fc.constantFrom(...sides),
      after: fc.constantFrom(...sides.filter((side) => side !== 'absent')),
      was: fc.constantFrom('CNY', 'USD'),
      is: fc.constantFrom('CNY', 'USD'),
      between: fc.boolean(),
      a: fc.nat(1e12),
      b: fc.nat(1e12),
    });
    fc.assert(
      fc.property(fc.array(deal), (deals) => {
        const groups = deals.map(({ before, after, was, is, between, a, b }): Group => {
          const same = before === 'in' && was === is;
          return {
            before,
            after,
            currencyBefore: before === 'absent' ? null : was,
            currency: is,
            between: after === 'in' || between,
            count: 1,
            amountBefore: before === 'absent' ? 0 : a,
            amount: b,
            grew: same && b > a ? { count: 1, amount: b - a } : nothing,
            shrank: same && b < a ? { count: 1, amount: b - a } : nothing,
          };
        });
        for (const currency of ['CNY', 'USD']) {
          const inAt = (side: 'before' | 'after', unit: 'was' | 'is') =>
            deals.filter((one) => one[side] === 'in' && one[unit] === currency);
          const total = (some: typeof deals, of: 'a' | 'b') => ({
            count: some.length,
            amount: some.reduce((sum, one) => sum + one[of], 0),
          });
          const opening = total(inAt('before', 'was'), 'a');
          expect(bridgeOf(currency, opening, groups).closing).toEqual(total(inAt('after', 'is'), 'b'));
        }
      }),
    );
  });
});
