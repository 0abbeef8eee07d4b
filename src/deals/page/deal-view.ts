import type { Briefing } from '#method/briefing.ts';
import { briefingOf } from '#deals/deal-briefing.ts';
import type { Situation } from '#method/check.ts';
import { type CompiledPlaybook, compilePlaybook } from '#method/compiled-playbook.ts';
import { type Gate, evaluateGate } from '#method/gate.ts';
import type { Playbook } from '#method/playbook.ts';
import { unhealed } from '#method/advance.ts';
import type { Day } from '#shared/day.ts';
import { situationOf, stageScores } from '#deals/deal-situation.ts';
import type { DealPage } from '#deals/deals.contract.ts';
import type { ShownPage } from '#deals/page/deal-optimistic.ts';

type Scores = readonly { readonly id: string; readonly met: number; readonly total: number }[];

/** The deal judged by its playbook, here as on the server: the same rules draw the screen and guard the gate. */
export type DealView = {
  readonly page: DealPage;
  readonly compiled: CompiledPlaybook;
  readonly playbook: Playbook;
  readonly situation: Situation;
  readonly gate: Gate;
  readonly briefing: Briefing;
  readonly stages: Scores;
  readonly today: Day;
};

export function viewOf(page: ShownPage, playbook: Playbook, today: Day): DealView {
  const compiled = compilePlaybook(playbook);
  const lines = new Set(page.lines.map((line) => line.productLine)).size;
  const records = page.evidence.map(({ record }) => record);
  const situation = situationOf(page.deal, lines, records, today);
  const before = () => {
    const counted = (page.countedOn ?? page.evidence).map(({ record }) => record);
    return situationOf(page.deal, lines, counted, today);
  };
  const briefing = briefingOf(compiled, page.deal.stageId, situation);
  const scores = stageScores(compiled, situation);
  const stages = page.seesBeliefs ? scores : movedBy(page, scores, () => stageScores(compiled, before()));
  return { page, compiled, playbook, situation, gate: briefing.gate, briefing, stages, today };
}

/**
 * The counts that the server gave to one who is not told what is thought of people, moved by as much as evidence that it
 * does not know yet moves what can be counted here. Its next answer says exactly.
 */
function movedBy({ stages, countedOn }: ShownPage, now: Scores, before: () => Scores): Scores {
  if (!countedOn) return stages;
  const was = new Map(before().map(({ id, met }) => [id, met]));
  const is = new Map(now.map(({ id, met }) => [id, met]));
  return stages.map(({ id, met, total }) => {
    const moved = met + (is.get(id) ?? 0) - (was.get(id) ?? 0);
    return { id, met: Math.min(total, Math.max(0, moved)), total };
  });
}

export function gateOf(view: DealView, stageId: string): Gate {
  return stageId === view.gate.stage ? view.gate : evaluateGate(view.compiled, stageId, view.situation);
}

export type OpenOverride = DealPage['deal']['overrides'][number] & { readonly missing: readonly string[] };

/** Gates that a manager opened and what they still owe, each miss in its words. */
export function openOverrides(view: DealView): OpenOverride[] {
  return view.page.deal.overrides.flatMap((override) => {
    if (!view.compiled.stageById.has(override.stage)) return [];
    const missing = unhealed(override, gateOf(view, override.stage));
    return missing.length === 0 ? [] : [{ ...override, missing }];
  });
}

/** Where the stage stands on the way: passed, here, or still ahead. */
export type StagePlace = 'done' | 'current' | 'ahead';

export function placeOf(view: DealView, stageId: string): StagePlace {
  const { stageId: current, finishedOn } = view.page.deal;
  const at = view.compiled.stageById.get(current)?.index ?? 0;
  const index = view.compiled.stageById.get(stageId)?.index ?? 0;
  if (finishedOn || index < at) return 'done';
  return index === at ? 'current' : 'ahead';
}
