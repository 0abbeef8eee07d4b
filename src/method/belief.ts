import type { Day } from '#shared/day.ts';
import { dayNumber } from '#method/day-number.ts';
import { type Direction, type Evidence, type EvidenceWeights, strengthWeights } from '#method/evidence.ts';

export type BeliefState = 'met' | 'contested' | 'refuted' | 'stale' | 'weak' | 'unknown';

/** Lines between the states. Source: Domain §5. */
export const lines = { met: 0.6, doubt: 0.3, refuted: 0.6 } as const;

/**
 * What the evidence says today. `support` and `refutation` are in [0, 1]; `fresh` is what they would be if
 * everything had been observed today.
 */
export type Belief = {
  readonly state: BeliefState;
  readonly support: number;
  readonly refutation: number;
  readonly fresh: { readonly support: number; readonly refutation: number };
};

export type Decay = {
  /** days after which a record weighs half */
  readonly halfLifeDays: number;
  /** the fact cannot change (signed, approved): written evidence of it keeps its weight */
  readonly permanent: boolean;
  /** what a fresh record of each strength weighs, where it is not the usual */
  readonly weights?: EvidenceWeights | undefined;
};

const nothing: Belief = { state: 'unknown', support: 0, refutation: 0, fresh: { support: 0, refutation: 0 } };

export function believe(evidence: readonly Evidence[], decay: Decay, today: Day): Belief {
  if (evidence.length === 0) return nothing;
  const support = combine(evidence, 'supports', decay, today);
  const refutation = combine(evidence, 'refutes', decay, today);
  const fresh = { support: combine(evidence, 'supports', decay), refutation: combine(evidence, 'refutes', decay) };
  return { state: stateOf(support, refutation, fresh), support, refutation, fresh };
}

/** Whether the state is 'met', with the least work. */
export function isShown(evidence: readonly Evidence[], decay: Decay, today: Day): boolean {
  return (
    combine(evidence, 'supports', decay, today) >= lines.met && combine(evidence, 'refutes', decay, today) < lines.doubt
  );
}

/**
 * Contradiction is named before anything else, then lost freshness, then lack. A little evidence that settles
 * nothing (whichever way it points: also S < 0.3 with 0.3 ≤ R < 0.6) is weak; only silence is unknown.
 */
function stateOf(support: number, refutation: number, fresh: Belief['fresh']): BeliefState {
  if (support >= lines.met && refutation < lines.doubt) return 'met';
  if (support >= lines.doubt && refutation >= lines.doubt) return 'contested';
  if (refutation >= lines.refuted) return 'refuted';
  if (fresh.support >= lines.met && fresh.refutation < lines.doubt) return 'stale';
  return 'weak';
}

/**
 * 1 − Π(1 − wᵢ): the strongest record of each source counts fully, its further ones at half, so that one person
 * repeating himself is not two witnesses. Without `today` ages are taken as 0; future days too.
 */
function combine(evidence: readonly Evidence[], direction: Direction, decay: Decay, today?: Day): number {
  const weighed: { source: string; weight: number }[] = [];
  for (const record of evidence) {
    if (record.direction !== direction) continue;
    const weight = today === undefined ? freshWeight(record, decay) : weightOn(record, decay, today);
    weighed.push({ source: sourceKey(record), weight });
  }
  if (weighed.length < 2) return weighed[0]?.weight ?? 0;
  const heard = new Set<string>();
  const doubts = weighed
    .sort((a, b) => b.weight - a.weight)
    .map(({ source, weight }) => {
      const further = heard.has(source);
      heard.add(source);
      return 1 - (further ? weight / 2 : weight);
    });
  // Sorted, so that the last bit does not depend on the order in which the records came.
  return 1 - doubts.sort((a, b) => a - b).reduce((product, doubt) => product * doubt, 1);
}

function sourceKey({ source }: Evidence): string {
  return source.id === undefined ? source.kind : `${source.kind}:${source.id}`;
}

function freshWeight({ strength }: Evidence, { weights }: Decay): number {
  return weights?.[strength] ?? strengthWeights[strength];
}

function weightOn(record: Evidence, decay: Decay, today: Day): number {
  const weight = freshWeight(record, decay);
  if (decay.permanent && record.strength === 'written') return weight;
  const age = Math.max(0, dayNumber(today) - dayNumber(record.observedOn));
  return age === 0 ? weight : weight * 2 ** (-age / decay.halfLifeDays);
}
