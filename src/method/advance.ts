import type { Day } from '#shared/day.ts';
import { type Refusal, refuse } from '#shared/refusal.ts';
import type { Situation } from '#method/check.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { evaluateGate, type Gate, type Miss, stageOf } from '#method/gate.ts';
import { summariseGate } from '#method/portfolio.ts';

/** A manager opened a shut gate: what it covered is shown on the deal until healed. */
export type OverrideRecord = {
  readonly stage: string;
  readonly by: string;
  readonly reason: string;
  readonly on: Day;
  /** keys of the misses that were passed over */
  readonly covered: readonly string[];
};
export type OverrideRequest = { readonly by: string; readonly reason: string };

export type Advance =
  | { readonly outcome: 'advanced'; readonly from: string; readonly to: string; readonly override?: OverrideRecord }
  | { readonly outcome: 'won'; readonly from: string; readonly override?: OverrideRecord };

/**
 * Through the gate to the next stage; out of the last stage the deal is won. Nothing leaves an endless stage.
 *
 * @throws RangeError when the stage is not in the playbook
 */
export function advance(
  compiled: CompiledPlaybook,
  from: string,
  situation: Situation,
  request?: OverrideRequest,
):
  | Advance
  | Refusal<'gate.closed', { stage: string; misses: readonly Miss[] }>
  | Refusal<'stage.endless', { stage: string }>
  | Refusal<'override.reasonRequired'> {
  const { stage, index } = stageOf(compiled, from);
  if (stage.endless) return refuse('stage.endless', { stage: from });
  const to = compiled.stages[index + 1]?.stage.id;
  const outcome = to === undefined ? ({ outcome: 'won', from } as const) : ({ outcome: 'advanced', from, to } as const);
  const { open, missing: covered } = summariseGate(compiled, from, situation);
  if (open) return outcome;
  // The words of what is missing are put together for who reads them only.
  if (!request) return refuse('gate.closed', { stage: from, misses: evaluateGate(compiled, from, situation).misses });
  const reason = request.reason.trim();
  if (reason === '') return refuse('override.reasonRequired');
  return { ...outcome, override: { stage: from, by: request.by, reason, on: situation.today, covered } };
}

export type Retreat = {
  readonly outcome: 'movedBack';
  readonly from: string;
  readonly to: string;
  readonly reason: string;
};

/** Back to an earlier stage, with a reason; nothing is deleted. */
export function retreat(
  compiled: CompiledPlaybook,
  from: string,
  to: string,
  reason: string,
):
  | Retreat
  | Refusal<'stage.unknown', { stage: string }>
  | Refusal<'stage.notEarlier', { from: string; to: string }>
  | Refusal<'retreat.reasonRequired'> {
  const target = compiled.stageById.get(to);
  if (!target) return refuse('stage.unknown', { stage: to });
  if (target.index >= stageOf(compiled, from).index) return refuse('stage.notEarlier', { from, to });
  if (reason.trim() === '') return refuse('retreat.reasonRequired');
  return { outcome: 'movedBack', from, to, reason: reason.trim() };
}

/** What an override passed over and is still missing, given its own stage's gate today; empty = healed. */
export function unhealed(override: OverrideRecord, gateToday: Gate): readonly string[] {
  const missing = new Set(gateToday.misses.map(({ key }) => key));
  return override.covered.filter((key) => missing.has(key));
}
