import { type Situation, isMet } from '#method/check.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { buyerStepWanted, hasArtifact, stageOf } from '#method/gate.ts';

/** The bare result of a gate, for lists and re-scoring of whole portfolios. */
export type GateSummary = {
  readonly open: boolean;
  readonly met: number;
  readonly checks: number;
  /** keys of the misses, as in `Gate.misses` */
  readonly missing: readonly string[];
};

/** The same answer as `evaluateGate`, without words, acts and explanations. */
export function summariseGate(compiled: CompiledPlaybook, stageId: string, situation: Situation): GateSummary {
  const stage = stageOf(compiled, stageId);
  const missing: string[] = [];
  const wantedAt = buyerStepWanted(compiled, stage);
  if (wantedAt !== undefined) {
    const at = compiled.buyerIndex.get(situation.facts.values['buyer.stage'] ?? '') ?? -1;
    if (at < wantedAt) missing.push(`buyer:${compiled.scope.buyerStages[wantedAt]}`);
  }
  let met = 0;
  for (const check of stage.checks) {
    if (isMet(check, situation)) met++;
    else if (check.check.mandatory) missing.push(`check:${check.check.id}`);
  }
  for (const artifact of stage.stage.artifacts) {
    if (!hasArtifact(artifact, situation)) missing.push(`artifact:${artifact}`);
  }
  return { open: missing.length === 0, met, checks: stage.checks.length, missing };
}
