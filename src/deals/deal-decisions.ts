import { advance, retreat } from '#method/advance.ts';
import type { Situation } from '#method/check.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { evaluateGate } from '#method/gate.ts';
import { summariseGate } from '#method/portfolio.ts';
import { classOf } from '#method/opportunity-class.ts';
import type { Day, Instant } from '#shared/day.ts';
import { isRefusal, refuse, type Refusal } from '#shared/refusal.ts';
import type { Deal } from '#deals/deal.ts';
import { stageScore } from '#deals/deal-situation.ts';
import type { CloseReason } from '#deals/deal-words.ts';

/** What a decision changes, and the move along the stages that it is, for the statistics. */
export type Decision = {
  patch: Partial<Deal>;
  move?: Move;
  /** What its event tells beyond before and after. */
  told?: { readonly [more: string]: unknown };
};
export type Move = {
  kind: 'advanced' | 'overridden' | 'movedBack' | 'won' | 'finished' | 'lost' | 'parked' | 'reopened';
  from: string;
  to: string;
  reason?: string | undefined;
  covers?: readonly string[];
};

type Moment = { now: Instant; today: Day };
type Asked = {
  by: string;
  mayOverride: boolean;
  override?: { reason: string } | undefined;
  won?: { reason: CloseReason; note?: string | undefined } | undefined;
};

/**
 * Through the gate: to the next stage, or out of the last one. Leaving the playbook's winning stage wins the deal and
 * asks why. Only who may override opens a shut gate. Source: Domain §5.
 */
export function decideAdvance(
  deal: Deal,
  compiled: CompiledPlaybook,
  situation: Situation,
  asked: Asked,
  { now, today }: Moment,
): Decision | Refusal {
  if (deal.state === 'lost' || deal.state === 'parked') return refuse('deal.notOpen', { state: deal.state });
  if (deal.finishedOn) return refuse('deal.finished');
  const request = asked.override && { by: asked.by, reason: asked.override.reason };
  const result = advance(compiled, deal.stageId, situation, request);
  if (isRefusal(result)) return result;
  if (result.override && !asked.mayOverride) return refuse('override.notAllowed');
  const wins = deal.state === 'open' && deal.stageId === winningStage(compiled);
  if (wins && !asked.won) return refuse('deal.winReasonRequired');

  const { override } = result;
  const to = result.outcome === 'advanced' ? result.to : deal.stageId;
  const patch: Partial<Deal> = {
    ...(result.outcome === 'advanced' ? { stageId: to, stageSince: now } : { finishedOn: today }),
    ...(override && { overrides: [...deal.overrides, { ...override, covered: [...override.covered] }] }),
    ...(wins && {
      state: 'won' as const,
      closedOn: today,
      reason: asked.won!.reason,
      reasonNote: asked.won!.note ?? null,
    }),
  };
  const kind = wins ? 'won' : override ? 'overridden' : result.outcome === 'advanced' ? 'advanced' : 'finished';
  return { patch, move: { kind, from: deal.stageId, to, reason: override?.reason, covers: override?.covered } };
}

export function winningStage({ playbook }: CompiledPlaybook): string {
  return playbook.wonAfter ?? playbook.stages.at(-1)!.id;
}

export function decideMoveBack(
  deal: Deal,
  compiled: CompiledPlaybook,
  to: string,
  reason: string,
  { now }: Moment,
): Decision | Refusal {
  if (deal.state !== 'open') return refuse('deal.notOpen', { state: deal.state });
  const result = retreat(compiled, deal.stageId, to, reason);
  if (isRefusal(result)) return result;
  return {
    patch: { stageId: to, stageSince: now },
    move: { kind: 'movedBack', from: result.from, to, reason: result.reason },
  };
}

/** A manager takes less than the rule asks, with a plan, while the lesser rule holds. */
export function decideAccept(
  deal: Deal,
  compiled: CompiledPlaybook,
  situation: Situation,
  asked: { check: string; plan: string; by: string },
  { today }: Moment,
): Decision | Refusal {
  if (deal.state !== 'open') return refuse('deal.notOpen', { state: deal.state });
  const gate = evaluateGate(compiled, deal.stageId, situation);
  const judgement = gate.judgements.find(({ check }) => check === asked.check);
  if (!judgement?.acceptable) return refuse('acceptance.notOffered');
  const others = deal.acceptances.filter(({ check }) => check !== asked.check);
  const { check, plan } = asked;
  return { patch: { acceptances: [...others, { ...asked, on: today }] }, told: { check, plan } };
}

export function decidePark(
  deal: Deal,
  asked: { reason: CloseReason; note?: string | undefined; revisitOn: Day },
  { today }: Moment,
): Decision | Refusal {
  if (deal.state !== 'open') return refuse('deal.notOpen', { state: deal.state });
  const { reason, note, revisitOn } = asked;
  if (revisitOn <= today) return refuse('parking.revisitNotAhead', { revisitOn });
  return {
    patch: { state: 'parked', reason, reasonNote: note ?? null, revisitOn },
    move: { kind: 'parked', from: deal.stageId, to: deal.stageId, reason },
  };
}

export function decideLose(
  deal: Deal,
  asked: { reason: CloseReason; note?: string | undefined; winner?: string | undefined; priceGap?: number | undefined },
  { today }: Moment,
): Decision | Refusal {
  if (deal.state !== 'open' && deal.state !== 'parked') return refuse('deal.notOpen', { state: deal.state });
  const { reason, note, winner, priceGap } = asked;
  return {
    patch: {
      state: 'lost',
      closedOn: today,
      revisitOn: null,
      reason,
      reasonNote: note ?? null,
      winner: winner ?? null,
      priceGap: priceGap ?? null,
    },
    move: { kind: 'lost', from: deal.stageId, to: deal.stageId, reason },
  };
}

/** Back to the stage where it stood, from now on; why it was closed stays in the timeline. */
export function decideReopen(deal: Deal, reason: string, { now }: Moment): Decision | Refusal {
  if (deal.state === 'open') return refuse('deal.notClosed');
  return {
    patch: {
      state: 'open',
      stageSince: now,
      closedOn: null,
      finishedOn: null,
      revisitOn: null,
      reason: null,
      reasonNote: null,
      winner: null,
      priceGap: null,
    },
    move: { kind: 'reopened', from: deal.stageId, to: deal.stageId, reason },
  };
}

export type Settled = { patch: Partial<Deal>; score: { met: number; total: number } };

/** What follows from the facts once anything has changed: the class, the overrides not yet healed, the gate's score. */
export function settle(
  deal: Pick<Deal, 'overrides' | 'stageId'>,
  compiled: CompiledPlaybook,
  situation: Situation,
): Settled {
  const overrides = deal.overrides.filter(({ stage, covered }) => {
    const { missing } = summariseGate(compiled, stage, situation);
    return covered.some((key) => missing.includes(key));
  });
  const healed = overrides.length < deal.overrides.length;
  return {
    score: stageScore(compiled, deal.stageId, situation),
    patch: { class: classOf(situation.facts), ...(healed && { overrides }) },
  };
}
