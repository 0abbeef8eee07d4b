/** Closed deals by whether something was so before they closed, and how they ended. */
export type Outcomes = {
  readonly lostWith: number;
  readonly wonWith: number;
  readonly lostWithout: number;
  readonly wonWithout: number;
};

export type Interval = { readonly value: number; readonly low: number; readonly high: number };

/**
 * How much more often deals were lost when it was so. `ratio` is the risk ratio P(lost | so) / P(lost | not so);
 * `withIt` and `without` are the two shares of lost deals, 0–1; `deals` is what it rests on and is always shown beside.
 * Verdict: the whole interval lies above 1, below 1, or neither can be said.
 */
export type LossLift = {
  readonly deals: number;
  readonly lost: number;
  readonly withIt: Interval & { readonly deals: number; readonly lost: number };
  readonly without: Interval & { readonly deals: number; readonly lost: number };
  readonly ratio: Interval;
  readonly verdict: 'foretells' | 'protects' | 'open';
};

/** Two-sided 95 %: the normal quantile. */
const z = 1.959964;

/** Of fewer deals nothing is shown: in all, on either side, and of either outcome. */
export const fewest = { deals: 12, eachSide: 4, eachOutcome: 3 } as const;

/** @returns undefined when it rests on too few deals to be shown */
export function lossLift({ lostWith, wonWith, lostWithout, wonWithout }: Outcomes): LossLift | undefined {
  const [withIt, without] = [lostWith + wonWith, lostWithout + wonWithout];
  const [lost, deals] = [lostWith + lostWithout, withIt + without];
  if (deals < fewest.deals || Math.min(withIt, without) < fewest.eachSide) return undefined;
  if (Math.min(lost, deals - lost) < fewest.eachOutcome) return undefined;
  const ratio = riskRatio({ lostWith, wonWith, lostWithout, wonWithout });
  return {
    deals,
    lost,
    withIt: { ...wilson(lostWith, withIt), deals: withIt, lost: lostWith },
    without: { ...wilson(lostWithout, without), deals: without, lost: lostWithout },
    ratio,
    verdict: ratio.low > 1 ? 'foretells' : ratio.high < 1 ? 'protects' : 'open',
  };
}

/**
 * Score interval of a share. Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * JASA 22 (1927).
 *
 * @param n at least 1
 */
export function wilson(hits: number, n: number): Interval {
  const share = hits / n;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  // At no and at all hits the line falls on the share itself, but for the last bit.
  return { value: share, low: hits === 0 ? 0 : middle - half, high: hits === n ? 1 : middle + half };
}

/**
 * Log interval of a risk ratio. Source: D. Katz et al., Obtaining confidence intervals for the risk ratio in cohort
 * studies, Biometrics 34 (1978). Where a side has no lost deal, or both lost all, half a deal is added to each lost
 * count and to each side (S. D. Walter, Biometrika 62, 1975), so that the ratio exists.
 */
export function riskRatio({ lostWith, wonWith, lostWithout, wonWithout }: Outcomes): Interval {
  const extreme = lostWith === 0 || lostWithout === 0 || wonWith + wonWithout === 0;
  const more = extreme ? 0.5 : 0;
  const [a, n, b, m] = [
    lostWith + more,
    lostWith + wonWith + more,
    lostWithout + more,
    lostWithout + wonWithout + more,
  ];
  const value = a / n / (b / m);
  const spread = z * Math.sqrt(1 / a - 1 / n + 1 / b - 1 / m);
  return { value, low: value * Math.exp(-spread), high: value * Math.exp(spread) };
}
