import { type Day, addDays } from '#shared/day.ts';
import type { Text } from '#shared/messages.ts';
import { type CheckJudgement, type CheckState, type Situation, judgeCheck } from '#method/check.ts';
import type { CompiledPlaybook, CompiledStage } from '#method/compiled-playbook.ts';
import { type ArtifactKind, lists } from '#method/fact-lists.ts';
import { both } from '#method/method.messages.ts';
import { type NextAct, nextActFor } from '#method/next-act.ts';
import { type Pace, paceOf, span } from '#method/pace.ts';
import type { Stage } from '#method/playbook.ts';

/** One thing that keeps the gate shut. `key` names it across evaluations (overrides, statistics). */
export type Miss =
  | ({ readonly kind: 'check'; readonly key: string; readonly check: string; readonly state: CheckState } & MissWords)
  | ({ readonly kind: 'artifact'; readonly key: string; readonly artifact: ArtifactKind } & MissWords)
  | ({
      readonly kind: 'buyer';
      readonly key: string;
      readonly buyerStage?: string;
      readonly wanted: string;
    } & MissWords);
type MissWords = { readonly words: Text; readonly act: NextAct };

/** A stage's gate on a day: everything judged, and all that is missing. */
export type Gate = {
  readonly stage: string;
  /** undefined: the last stage */
  readonly next: string | undefined;
  /** the stage is never over: the gate tells what is due, and nothing leaves */
  readonly endless: boolean;
  readonly open: boolean;
  readonly judgements: readonly CheckJudgement[];
  readonly artifacts: readonly { readonly artifact: ArtifactKind; readonly present: boolean }[];
  readonly pace: Pace;
  readonly misses: readonly Miss[];
  /** unmet checks without ★: they do not bar the way */
  readonly advice: readonly Miss[];
};

/** @throws RangeError when the stage is not in the playbook: a deal is pinned to a version that has its stage. */
export function evaluateGate(compiled: CompiledPlaybook, stageId: string, situation: Situation): Gate {
  const compiledStage = stageOf(compiled, stageId);
  const { stage, checks, index } = compiledStage;
  const judgements = checks.map((check) => judgeCheck(check, situation));
  const artifacts = stage.artifacts.map((artifact) => ({ artifact, present: hasArtifact(artifact, situation) }));
  const unmet = judgements.filter(({ met }) => !met);
  const misses = [
    ...paceMisses(compiled, compiledStage, situation),
    ...unmet.filter(({ mandatory }) => mandatory).map((judgement) => checkMiss(stage, judgement, situation)),
    ...artifacts.filter(({ present }) => !present).map(({ artifact }) => artifactMiss(artifact, situation.today)),
  ];
  return {
    stage: stageId,
    next: compiled.stages[index + 1]?.stage.id,
    endless: stage.endless,
    open: misses.length === 0,
    judgements,
    artifacts,
    pace: paceOf(compiled, compiledStage, situation.facts),
    misses,
    advice: unmet.filter(({ mandatory }) => !mandatory).map((judgement) => checkMiss(stage, judgement, situation)),
  };
}

export function stageOf(compiled: CompiledPlaybook, stageId: string): CompiledStage {
  const stage = compiled.stageById.get(stageId);
  if (!stage) throw new RangeError(`playbook ${compiled.playbook.id} has no stage ${stageId}`);
  return stage;
}

export function hasArtifact(kind: ArtifactKind, { facts }: Situation): boolean {
  return facts.lists.artifacts?.some((artifact) => artifact.kind === kind) ?? false;
}

/** The buyer's step that must have begun before we may enter the next stage; undefined when the playbook sets no pace. */
export function buyerStepWanted(compiled: CompiledPlaybook, { index }: CompiledStage): number | undefined {
  const next = compiled.stages[index + 1];
  return compiled.playbook.followsBuyer && next ? span(compiled, next)[0] : undefined;
}

function paceMisses(compiled: CompiledPlaybook, stage: CompiledStage, situation: Situation): Miss[] {
  const wantedAt = buyerStepWanted(compiled, stage);
  if (wantedAt === undefined) return [];
  const { playbook, buyerIndex } = compiled;
  const wanted = playbook.buyerStages[wantedAt]!;
  const buyerStage = situation.facts.values['buyer.stage'];
  const at = buyerStage === undefined ? undefined : buyerIndex.get(buyerStage);
  if (at !== undefined && at >= wantedAt) return [];
  const buyer = at === undefined ? undefined : playbook.buyerStages[at]!;
  const ours = compiled.stages[stage.index + 1]!.stage.name;
  const words = buyer ? both((m, lang) => m.aheadOfBuyer(buyer.name[lang], ours[lang])) : both((m) => m.buyerUnknown);
  const act = buyer ? both((m, lang) => m.followBuyer(buyer.name[lang])) : both((m) => m.findBuyerStage);
  return [
    {
      kind: 'buyer',
      key: `buyer:${wanted.id}`,
      buyerStage,
      wanted: wanted.id,
      words,
      act: ownAct(act, situation.today),
    },
  ];
}

function checkMiss(stage: Stage, judgement: CheckJudgement, situation: Situation): Miss {
  const check = stage.checks.find(({ id }) => id === judgement.check)!;
  const words = both((m, lang) => {
    const may = judgement.acceptable ? ` · ${m.mayAccept}` : '';
    return `${check.text[lang]} · ${m.states[judgement.state]}${may}`;
  });
  const act = nextActFor(check, judgement.state, situation);
  return { kind: 'check', key: `check:${check.id}`, check: check.id, state: judgement.state, words, act };
}

function artifactMiss(artifact: ArtifactKind, today: Day): Miss {
  const name = lists.artifacts.fields.kind.words[artifact];
  return {
    kind: 'artifact',
    key: `artifact:${artifact}`,
    artifact,
    words: both((m, lang) => m.missArtifact(name[lang])),
    act: ownAct(
      both((m, lang) => m.makeArtifact(name[lang])),
      today,
    ),
  };
}

function ownAct(act: Text, today: Day): NextAct {
  return { act, who: both((m) => m.ourselves), roles: [], by: addDays(today, 7), dated: false };
}
