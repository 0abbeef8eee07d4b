import type { Day } from '#shared/day.ts';
import { type Belief, type BeliefState, believe, isShown } from '#method/belief.ts';
import type { CompiledCheck } from '#method/compiled-playbook.ts';
import type { Evidence } from '#method/evidence.ts';
import type { FactSource } from '#method/fact-source.ts';
import type { Explanation } from '#method/rule-explain.ts';

/** 'unmet': the rule's facts are recorded and say no. */
export type CheckState = BeliefState | 'unmet';

/** A manager took less than the rule asks, with a plan; it holds while the lesser rule holds. */
export type Acceptance = { readonly check: string; readonly by: string; readonly plan: string; readonly on: Day };

/** What is known of one deal when a check or gate is judged. */
export type Situation = {
  readonly facts: FactSource;
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  readonly acceptances?: readonly Acceptance[];
  readonly today: Day;
};

export type CheckJudgement = {
  readonly check: string;
  readonly mandatory: boolean;
  readonly met: boolean;
  readonly state: CheckState;
  readonly by: 'rule' | 'evidence' | 'acceptance';
  readonly belief: Belief;
  readonly rule?: Explanation;
  /** the lesser rule holds, so a manager could accept it */
  readonly acceptable: boolean;
  readonly acceptance?: Acceptance;
};

/**
 * The rule decides where its facts are recorded. Where they are not, evidence may judge meanwhile; both are shown.
 */
export function judgeCheck(compiled: CompiledCheck, situation: Situation): CheckJudgement {
  const { check } = compiled;
  const belief = believe(situation.evidence.get(check.id) ?? [], check, situation.today);
  const truth = compiled.test?.(situation.facts) ?? null;
  const base = {
    check: check.id,
    mandatory: check.mandatory,
    belief,
    ...(compiled.explain && { rule: compiled.explain(situation.facts) }),
  };
  const acceptable = truth !== true && compiled.acceptTest?.(situation.facts) === true;
  const acceptance = acceptable ? situation.acceptances?.find((a) => a.check === check.id) : undefined;
  if (acceptance) return { ...base, met: true, state: 'met', by: 'acceptance', acceptable, acceptance };
  if (truth === null) return { ...base, met: belief.state === 'met', state: belief.state, by: 'evidence', acceptable };
  return { ...base, met: truth, state: truth ? 'met' : 'unmet', by: 'rule', acceptable };
}

/** Only yes or no, with the least work: for portfolios. Agrees with `judgeCheck(…).met`. */
export function isMet(compiled: CompiledCheck, situation: Situation): boolean {
  const { check, test, acceptTest } = compiled;
  const truth = test?.(situation.facts) ?? null;
  if (truth === true) return true;
  if (acceptTest && situation.acceptances?.some((a) => a.check === check.id) && acceptTest(situation.facts))
    return true;
  if (truth === false) return false;
  const evidence = situation.evidence.get(check.id);
  return evidence !== undefined && isShown(evidence, check, situation.today);
}
