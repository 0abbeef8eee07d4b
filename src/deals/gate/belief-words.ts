import type { CheckJudgement } from '#method/check.ts';
import { percentReached } from '#ui/percent.ts';

type BeliefWords = {
  readonly unknown: string;
  readonly met: (support: number) => string;
  readonly weak: (support: number) => string;
  readonly against: (refutation: number) => string;
  readonly contested: (support: number, refutation: number) => string;
  readonly refuted: (refutation: number) => string;
  readonly stale: (fresh: number, support: number) => string;
  readonly byRule: string;
};

/** What the evidence amounts to, in one plain phrase. A judgement by rule says so, unless evidence is there as well. */
export function beliefWords({ by, belief }: CheckJudgement, words: BeliefWords): string {
  const support = percentReached(belief.support);
  const refutation = percentReached(belief.refutation);
  switch (belief.state) {
    case 'unknown':
      return by === 'rule' ? words.byRule : words.unknown;
    case 'met':
      return words.met(support);
    case 'contested':
      return words.contested(support, refutation);
    case 'refuted':
      return words.refuted(refutation);
    case 'stale':
      return words.stale(percentReached(belief.fresh.support), support);
    default:
      return refutation > support ? words.against(refutation) : words.weak(support);
  }
}
