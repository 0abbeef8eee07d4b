import { describe, expect, it } from 'vitest';
import { lineAmount, totalOf } from '#deals/page/line-total.ts';

describe('the amount of a line', () => {
  it.each([
    [1, 129_00, 129_00],
    [0.1, 3, 0],
    [2.5, 3, 8],
    [1.1, 10, 11],
    [1e9, 9_000_00, 900_000_000_000_000],
  ])('%d × %d = %d', (quantity, unitPrice, amount) => {
    expect(lineAmount({ quantity, unitPrice })).toBe(amount);
  });

  it('adds up', () => {
    expect(
      totalOf([
        { quantity: 2, unitPrice: 150 },
        { quantity: 1, unitPrice: 1 },
      ]),
    ).toBe(301);
  });
});
