import type { Situation } from '#method/check.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { stageOf } from '#method/gate.ts';
import type { PlaybookMapping } from '#method/playbook-mapping.ts';
import { type GateSummary, summariseGate } from '#method/portfolio.ts';

/** A deal in a stage of a method, with what that method knows of it. */
export type Standing = {
  readonly compiled: CompiledPlaybook;
  readonly stage: string;
  readonly situation: Situation;
};

/** What keeps a gate behind the deal shut: `key` as in `Gate.misses`, in this stage of the other method. */
export type Cause = { readonly stage: string; readonly key: string };

export type Comparison = {
  /** the stage that the deal would be put into */
  readonly stage: string;
  /** the furthest stage that it would hold: `stage`, or the first whose gate would no longer be met */
  readonly stands: string;
  /** how many stages lower that is */
  readonly steps: number;
  readonly causes: readonly Cause[];
  readonly gate: { readonly before: GateSummary; readonly after: GateSummary };
};

/**
 * Where a deal would stand under another method. It stands lower when a gate of a stage before its own would no longer
 * be met: when something is missing there that is not missing behind it today. What is missing behind it already
 * (evidence that faded since, what a manager let pass) is not the other method's doing and moves nothing.
 *
 * @param mapping from the first method to the second; `after.stage` is where it puts the deal
 */
export function compareStanding(before: Standing, after: Standing, mapping: PlaybookMapping): Comparison {
  const missingNow = new Set(
    gatesBehind(before).flatMap(({ gate }) => gate.missing.flatMap((key) => mappedKey(key, mapping) ?? [])),
  );
  const causes = gatesBehind(after).flatMap(({ stage, gate }) =>
    gate.missing.filter((key) => !missingNow.has(key)).map((key) => ({ stage, key })),
  );
  const at = stageOf(after.compiled, after.stage).index;
  const first = causes[0] ? stageOf(after.compiled, causes[0].stage).index : at;
  return {
    stage: after.stage,
    stands: after.compiled.stages[first]!.stage.id,
    steps: at - first,
    causes,
    gate: { before: gateOf(before), after: gateOf(after) },
  };
}

/** The name of a miss in the other method; undefined when it has no counterpart there. */
export function mappedKey(key: string, mapping: PlaybookMapping): string | undefined {
  const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  if (kind === 'artifact') return key;
  const to = (kind === 'check' ? mapping.checks : mapping.buyerStages)[id];
  return to === undefined || to === null ? undefined : `${kind}:${to}`;
}

function gatesBehind({ compiled, stage, situation }: Standing) {
  return compiled.stages
    .slice(0, stageOf(compiled, stage).index)
    .map(({ stage: { id } }) => ({ stage: id, gate: summariseGate(compiled, id, situation) }));
}

function gateOf({ compiled, stage, situation }: Standing): GateSummary {
  return summariseGate(compiled, stage, situation);
}
