import { type Briefing, briefDeal } from '#method/briefing.ts';
import type { Situation } from '#method/check.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import type { FactSource } from '#method/fact-source.ts';
import { modelOf, ratedScore } from '#method/scorecard-facts.ts';
import { scoreDeal } from '#method/scorecard.ts';

/** What the ratings say, as facts for the rules. */
export function scoreFacts(facts: FactSource): FactSource['values'] {
  const score = ratedScore(facts);
  if (!score) return {};
  return {
    'scorecard.unknown': score.unknown.length,
    'scorecard.score': score.score,
    'scorecard.decision': score.asItStands,
  };
}

/** The deal's briefing; the evaluation joins in where the stage asks for it, or once something was rated. */
export function briefingOf(compiled: CompiledPlaybook, stageId: string, situation: Situation): Briefing {
  const asked = compiled.stageById.get(stageId)?.stage.artifacts.includes('scorecard') ?? false;
  const score = ratedScore(situation.facts) ?? (asked ? scoreDeal({}) : undefined);
  return briefDeal(compiled, stageId, situation, score, modelOf(situation.facts));
}
