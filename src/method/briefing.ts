import { type Day, daysBetween } from '#shared/day.ts';
import type { Text } from '#shared/messages.ts';
import type { Situation } from '#method/check.ts';
import type { CompiledPlaybook, CompiledStage } from '#method/compiled-playbook.ts';
import { type Gate, type Miss, evaluateGate, stageOf } from '#method/gate.ts';
import type { NextAct } from '#method/next-act.ts';
import { span } from '#method/pace.ts';
import { type StepReason, stepReasons } from '#method/scales.ts';
import type { Score, ScorecardModel } from '#method/scorecard.ts';
import { defaultScorecard } from '#method/scorecard.ts';
import { type StandingWarning, standingWarnings } from '#method/briefing-warnings.ts';

/** One person or role to go to, with everything to find out there: one visit, not five. */
export type BriefingStep = {
  readonly who: Text;
  readonly person?: NextAct['person'];
  /** why it stands where it does in the order */
  readonly reason: StepReason;
  readonly by: Day;
  readonly items: readonly Miss[];
};

/** What to know and do about an open deal today: where it stands, what to find out, from whom, in which order. */
export type Briefing = {
  readonly gate: Gate;
  readonly warnings: readonly StandingWarning[];
  readonly steps: readonly BriefingStep[];
};

export function briefDeal(
  compiled: CompiledPlaybook,
  stageId: string,
  situation: Situation,
  score?: Score,
  model: ScorecardModel = defaultScorecard,
): Briefing {
  const stage = stageOf(compiled, stageId);
  const gate = evaluateGate(compiled, stageId, situation);
  const ahead = stagesTheBuyerReached(compiled, stage, situation).map((id) => evaluateGate(compiled, id, situation));
  const misses = [gate, ...ahead].flatMap((each) => [...each.misses, ...each.advice]);
  return {
    gate,
    warnings: standingWarnings(compiled, stage, gate, situation, score && { score, model }),
    steps: stepsOf(uniqueByKey(misses.filter((miss) => miss.kind !== 'buyer' || gate.misses.includes(miss)))),
  };
}

/** When the buyer is further than we are, what his step asks of us is due now, though our gate stays shut. */
function stagesTheBuyerReached(compiled: CompiledPlaybook, from: CompiledStage, { facts }: Situation): string[] {
  const at = compiled.buyerIndex.get(facts.values['buyer.stage'] ?? '');
  if (at === undefined) return [];
  return compiled.stages
    .filter((stage) => stage.index > from.index && span(compiled, stage)[0] <= at)
    .map(({ stage }) => stage.id);
}

function stepsOf(misses: readonly Miss[]): BriefingStep[] {
  const groups = new Map<string, Miss[]>();
  for (const miss of misses) {
    const { person, roles } = miss.act;
    const key = person ? `person ${person.id ?? person.name}` : `roles ${roles.join(' ')}`;
    const group = groups.get(key);
    if (group) group.push(miss);
    else groups.set(key, [miss]);
  }
  return [...groups.values()]
    .map((items): BriefingStep => {
      const { who, person } = items[0]!.act;
      const by = items.map(({ act }) => act.by).reduce((a, b) => (daysBetween(a, b) < 0 ? b : a));
      return { who, ...(person && { person }), reason: reasonOf(items), by, items };
    })
    .sort((a, b) => stepReasons.indexOf(a.reason) - stepReasons.indexOf(b.reason));
}

function reasonOf(items: readonly Miss[]): StepReason {
  const { stance, roles } = items[0]!.act;
  if (stance !== undefined && stance > 0) return 'willing';
  if (stance !== undefined && stance < 0) return 'opposed';
  if (roles.length === 0) return 'ourselves';
  return items.some(({ act }) => act.dated) ? 'dated' : 'toWin';
}

function uniqueByKey(misses: readonly Miss[]): Miss[] {
  return [...new Map(misses.toReversed().map((miss) => [miss.key, miss])).values()].toReversed();
}
