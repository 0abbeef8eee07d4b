import type { Check, Playbook, Stage } from '#method/playbook.ts';
import type { RuleScope } from '#method/rule.ts';
import { type Test, compileRule } from '#method/rule-compile.ts';
import { type Explain, compileExplanation } from '#method/rule-explain.ts';

export type CompiledCheck = {
  /** with the weights of evidence that count for it */
  readonly check: Check;
  readonly test: Test | undefined;
  readonly explain: Explain | undefined;
  readonly acceptTest: Test | undefined;
};
export type CompiledStage = {
  readonly stage: Stage;
  readonly index: number;
  readonly checks: readonly CompiledCheck[];
};

/** A playbook made ready to judge many deals: compile once, keep, share. */
export type CompiledPlaybook = {
  readonly playbook: Playbook;
  readonly scope: RuleScope;
  readonly stages: readonly CompiledStage[];
  readonly stageById: ReadonlyMap<string, CompiledStage>;
  readonly checkById: ReadonlyMap<string, CompiledCheck>;
  /** place of each buyer's step */
  readonly buyerIndex: ReadonlyMap<string, number>;
};

export function compilePlaybook(playbook: Playbook): CompiledPlaybook {
  const scope = { buyerStages: playbook.buyerStages.map(({ id }) => id) };
  const stages = playbook.stages.map((stage, index) => ({
    stage,
    index,
    checks: stage.checks.map((check) => ({
      check: weighed(check, playbook),
      test: check.rule && compileRule(check.rule, scope),
      explain: check.rule && compileExplanation(check.rule, scope),
      acceptTest: check.accept && compileRule(check.accept.rule, scope),
    })),
  }));
  return {
    playbook,
    scope,
    stages,
    stageById: new Map(stages.map((stage) => [stage.stage.id, stage])),
    checkById: new Map(stages.flatMap(({ checks }) => checks.map((check) => [check.check.id, check] as const))),
    buyerIndex: new Map(scope.buyerStages.map((id, index) => [id, index])),
  };
}

/** What the check says of the weights of evidence, else what its method says. */
function weighed(check: Check, { weights }: Playbook): Check {
  return weights ? { ...check, weights: { ...weights, ...check.weights } } : check;
}
