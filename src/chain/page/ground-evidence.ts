import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import type { Check } from '#method/playbook.ts';
import type { Evidence } from '#method/evidence.ts';
import type { EvidenceView } from '#deals/deal-gate.ts';
import { type Comparison, comparisons } from '#method/rule.ts';

export type GroundRecord = { readonly record: Evidence; readonly from: string | null };

/** Standing evidence of a deal as ground for a belief: what this person said or did first, then the newest. */
export function evidenceFor(evidence: readonly EvidenceView[], person: { readonly id: string } | undefined) {
  const records = evidence.flatMap(({ record, stands, sourceName }): GroundRecord[] =>
    stands && record.kind === 'evidence' ? [{ record, from: sourceName }] : [],
  );
  const own = ({ record }: GroundRecord) => Number(person !== undefined && record.source.id === person.id);
  return records.toSorted((a, b) => own(b) - own(a) || (a.record.observedOn < b.record.observedOn ? 1 : -1));
}

/** Checks of a stage that a new record could speak for: first those that only evidence can judge. */
export function checksOf(compiled: CompiledPlaybook, stageId: string): readonly Check[] {
  const checks = compiled.stageById.get(stageId)?.stage.checks ?? [];
  return checks.toSorted((a, b) => Number(a.rule !== undefined) - Number(b.rule !== undefined));
}

/** The check that a sign of a coach speaks to: one that asks for a coach, or else the first. */
export function checkOfCoach(checks: readonly Check[]): Check | undefined {
  return checks.find(({ rule }) => rule && comparisons(rule).some(asksForCoach)) ?? checks[0];
}

/** By that she is one, or by how much of the coach test she has shown. */
function asksForCoach({ with: wanted = {} }: Comparison): boolean {
  return Object.entries(wanted).some(([param, value]) => param.startsWith('coach') && value !== false);
}
