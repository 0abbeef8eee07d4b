import type { Acceptance as MethodAcceptance, Situation } from '#method/check.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { evidenceByCheck, type EvidenceRecord } from '#method/evidence.ts';
import { readEvidence, type MethodHistory } from '#method/former-method.ts';
import type { FactSource } from '#method/fact-source.ts';
import { facts } from '#method/facts.ts';
import { lists } from '#method/fact-lists.ts';
import { classOf } from '#method/opportunity-class.ts';
import { summariseGate } from '#method/portfolio.ts';
import type { Day } from '#shared/day.ts';
import type { Deal } from '#deals/deal.ts';
import { scoreFacts } from '#deals/deal-briefing.ts';

/** Facts that follow from the deal's own fields; nobody records them by hand. */
const derived = ['deal.amount', 'deal.productLines', 'deal.grade', 'deal.origin', 'deal.class'] as const;

/** The facts that people record on the deal itself; other areas' facts arrive with their slices. */
export const recordedFacts = Object.keys(facts).filter(
  (id) => facts[id as keyof typeof facts].area === 'deals' && !(derived as readonly string[]).includes(id),
);
export const recordedLists = Object.keys(lists).filter((id) =>
  ['people', 'deals'].includes(lists[id as keyof typeof lists].area),
);

/** The fields of a deal that rules may ask for. */
export type Judged = Pick<Deal, 'amount' | 'grade' | 'origin' | 'facts'>;

/** All that rules may know of the deal. @param productLines how many different product lines its lines have */
export function factsOf(deal: Judged, productLines: number): FactSource {
  const { lists } = deal.facts;
  const values = {
    ...deal.facts.values,
    ...scoreFacts(deal.facts),
    ...(deal.amount !== null && deal.amount !== undefined && { 'deal.amount': deal.amount }),
    ...(deal.grade && { 'deal.grade': deal.grade }),
    ...(deal.origin && { 'deal.origin': deal.origin }),
    'deal.productLines': productLines,
  };
  return { values: { ...values, 'deal.class': classOf({ values, lists }) }, lists };
}

/** What must be known of a deal to read its evidence. */
export type Methods = Pick<Deal, 'playbookId' | 'playbookVersion' | 'formerMethods'>;

export function historyOf({ playbookId, playbookVersion, formerMethods }: Methods): MethodHistory {
  return { now: { playbookId, version: playbookVersion }, former: formerMethods };
}

/** @param evidence as recorded, or as read before: it is read by the deal's present method */
export function situationOf(
  deal: Judged & Pick<Deal, 'acceptances'> & Methods,
  productLines: number,
  evidence: readonly EvidenceRecord[],
  today: Day,
): Situation {
  return {
    facts: factsOf(deal, productLines),
    evidence: evidenceByCheck(readEvidence(evidence, historyOf(deal))),
    acceptances: deal.acceptances satisfies readonly MethodAcceptance[],
    today,
  };
}

/** ★ checks of a stage that are met today. */
export function stageScore(compiled: CompiledPlaybook, stageId: string, situation: Situation) {
  const { missing } = summariseGate(compiled, stageId, situation);
  const total = compiled.stageById.get(stageId)!.checks.filter(({ check }) => check.mandatory).length;
  return { met: total - missing.filter((key) => key.startsWith('check:')).length, total };
}

export function stageScores(compiled: CompiledPlaybook, situation: Situation) {
  return compiled.stages.map(({ stage: { id } }) => ({ id, ...stageScore(compiled, id, situation) }));
}
