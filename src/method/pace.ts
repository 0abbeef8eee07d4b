import type { CompiledPlaybook, CompiledStage } from '#method/compiled-playbook.ts';
import type { FactSource } from '#method/fact-source.ts';
import { type Period } from '#method/scales.ts';

/** Where we stand beside the buyer: ahead is running past him, behind is being late. */
export type Pace = {
  readonly position: 'ahead' | 'together' | 'behind' | 'unknown';
  readonly buyerStage?: string;
  readonly period?: Period;
};

export function paceOf(compiled: CompiledPlaybook, stage: CompiledStage, facts: FactSource): Pace {
  const buyerStage = facts.values['buyer.stage'];
  const at = buyerStage === undefined ? undefined : compiled.buyerIndex.get(buyerStage);
  if (buyerStage === undefined || at === undefined) return { position: 'unknown' };
  const { period } = compiled.playbook.buyerStages[at]!;
  const [first, last] = span(compiled, stage);
  return { position: at < first ? 'ahead' : at > last ? 'behind' : 'together', buyerStage, period };
}

/** The first and last place of the buyer's steps that a stage runs beside. */
export function span(compiled: CompiledPlaybook, { stage }: CompiledStage): [first: number, last: number] {
  const places = stage.buyerStages.map((id) => compiled.buyerIndex.get(id) ?? 0);
  return [Math.min(...places), Math.max(...places)];
}
