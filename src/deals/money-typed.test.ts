import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figures, readAmount } from '#deals/money-typed.ts';

describe('an amount as people type it', () => {
  it.each([
    ['8600000', 860_000_000],
    ['8,600,000', 860_000_000],
    ['860万', 860_000_000],
    ['860 万元', 860_000_000],
    ['１．２亿', 12_000_000_000],
    ['1.005', 101],
    ['0.29', 29],
    ['￥3.5千万', 3_500_000_000],
  ])('%s', (typed, amount) => {
    expect(readAmount(typed)).toBe(amount);
  });

  it.each(['', '万', '-5', '1.2.3', 'abc', '12万3', '99999999999999999亿'])('is none in %j', (typed) => {
    expect(readAmount(typed)).toBeUndefined();
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e13 }), (amount) => {
        expect(readAmount(figures(amount))).toBe(amount);
      }),
    );
  });
});
