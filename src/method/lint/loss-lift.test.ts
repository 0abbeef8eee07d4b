import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewest, lossLift, type Outcomes, riskRatio, wilson } from '#method/lint/loss-lift.ts';

const count = fc.integer({ min: 0, max: 60 });
const outcomes = fc.record({ lostWith: count, wonWith: count, lostWithout: count, wonWithout: count });
const swapped = ({ lostWith, wonWith, lostWithout, wonWithout }: Outcomes): Outcomes => ({
  lostWith: lostWithout,
  wonWith: wonWithout,
  lostWithout: lostWith,
  wonWithout: wonWith,
});

describe('worked by hand', () => {
  test('Wilson: 15 of 20 is 0.531 to 0.888; none of 10 is 0 to 0.278', () => {
    expect(wilson(15, 20).low).toBeCloseTo(0.5313, 4);
    expect(wilson(15, 20).high).toBeCloseTo(0.8881, 4);
    expect(wilson(0, 10)).toMatchObject({ value: 0, low: 0, high: expect.closeTo(0.2775, 4) as number });
    expect(wilson(10, 10)).toMatchObject({ value: 1, high: 1, low: expect.closeTo(0.7225, 4) as number });
  });

  test('Katz: 15 of 20 lost with it, 10 of 40 without: ratio 3, ln 3 ± 1.96 √(1/15 − 1/20 + 1/10 − 1/40)', () => {
    const { value, low, high } = riskRatio({ lostWith: 15, wonWith: 5, lostWithout: 10, wonWithout: 30 });
    expect(value).toBeCloseTo(3, 10);
    expect(low).toBeCloseTo(1.6573, 3);
    expect(high).toBeCloseTo(5.4305, 3);
  });

  test('Walter: none of 10 lost with it, 5 of 10 without: (0.5/10.5) / (5.5/10.5)', () => {
    const { value, low, high } = riskRatio({ lostWith: 0, wonWith: 10, lostWithout: 5, wonWithout: 5 });
    expect(value).toBeCloseTo(1 / 11, 10);
    // ln(1/11) ± 1.96 √(1/0.5 − 1/10.5 + 1/5.5 − 1/10.5) = −2.3979 ± 2.7668
    expect(low).toBeCloseTo(Math.exp(-5.1647), 3);
    expect(high).toBeCloseTo(Math.exp(0.3689), 2);
  });
});

test('is not shown on too few deals, too few of either side, or where all ended alike', () => {
  expect(lossLift({ lostWith: 4, wonWith: 2, lostWithout: 1, wonWithout: 4 })).toBeUndefined();
  expect(lossLift({ lostWith: 2, wonWith: 1, lostWithout: 10, wonWithout: 20 })).toBeUndefined();
  expect(lossLift({ lostWith: 20, wonWith: 1, lostWithout: 20, wonWithout: 1 })).toBeUndefined();
  expect(lossLift({ lostWith: 5, wonWith: 1, lostWithout: 1, wonWithout: 5 })).toMatchObject({ deals: 12, lost: 6 });
});

test('says that something foretells a loss only when the whole interval says so', () => {
  expect(lossLift({ lostWith: 15, wonWith: 5, lostWithout: 10, wonWithout: 30 })?.verdict).toBe('foretells');
  expect(lossLift({ lostWith: 10, wonWith: 30, lostWithout: 15, wonWithout: 5 })?.verdict).toBe('protects');
  expect(lossLift({ lostWith: 4, wonWith: 3, lostWithout: 6, wonWithout: 7 })?.verdict).toBe('open');
});

test('whatever the counts: ordered intervals around the value, finite, and the other way round is the inverse', () => {
  fc.assert(
    fc.property(outcomes, (drawn) => {
      const lift = lossLift(drawn);
      if (!lift) return;
      const { ratio, withIt, without, deals } = lift;
      expect(deals).toBeGreaterThanOrEqual(fewest.deals);
      for (const { low, value, high } of [ratio, withIt, without]) {
        expect([low, value, high].every(Number.isFinite)).toBe(true);
        expect(low).toBeLessThanOrEqual(value + 1e-12);
        expect(value).toBeLessThanOrEqual(high + 1e-12);
      }
      expect(Math.min(withIt.low, without.low)).toBeGreaterThanOrEqual(0);
      expect(Math.max(withIt.high, without.high)).toBeLessThanOrEqual(1);
      const other = lossLift(swapped(drawn))!.ratio;
      expect(other.value).toBeCloseTo(1 / ratio.value, 8);
      expect(other.low).toBeCloseTo(1 / ratio.high, 6);
    }),
  );
});

test('ten times the deals with the same shares: the same ratio, a narrower interval', () => {
  const some = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(some, some, some, some, (lostWith, wonWith, lostWithout, wonWithout) => {
      const few = riskRatio({ lostWith, wonWith, lostWithout, wonWithout });
      const many = riskRatio({
        lostWith: 10 * lostWith,
        wonWith: 10 * wonWith,
        lostWithout: 10 * lostWithout,
        wonWithout: 10 * wonWithout,
      });
      expect(many.value).toBeCloseTo(few.value, 8);
      expect(many.high / many.low).toBeLessThan(few.high / few.low);
    }),
  );
});

/** The interval keeps its promise: drawn again and again from known risks, it holds the true ratio about 95 times of 100. */
test('covers the true ratio', () => {
  let seed = 1;
  const uniform = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const draw = (n: number, risk: number) => Array.from({ length: n }, uniform).filter((u) => u < risk).length;
  let held = 0;
  for (let run = 0; run < 2000; run++) {
    const [lostWith, lostWithout] = [draw(40, 0.6), draw(60, 0.3)];
    const ratio = riskRatio({ lostWith, wonWith: 40 - lostWith, lostWithout, wonWithout: 60 - lostWithout });
    if (ratio.low <= 2 && 2 <= ratio.high) held++;
  }
  expect(held / 2000).toBeGreaterThan(0.93);
  expect(held / 2000).toBeLessThan(0.98);
});
