import type { Grade } from '#method/scales.ts';
import type { Day } from '#shared/day.ts';
import { type Refusal, refuse } from '#shared/refusal.ts';
import type { Deal } from '#deals/deal.ts';
import type { Decision } from '#deals/deal-decisions.ts';
import type { GradeProposal } from '#deals/qualify/grade-proposal.ts';

/** The user may set another grade than the proposed one, and says why. Source: Playbooks P3. */
export function decideGrade(
  deal: Deal,
  proposal: GradeProposal,
  asked: { readonly grade: Grade; readonly reason?: string | undefined },
): Decision | Refusal {
  if (deal.state !== 'open') return refuse('deal.notOpen', { state: deal.state });
  const { grade } = asked;
  const proposed = 'grade' in proposal ? proposal.grade : null;
  const reason = asked.reason?.trim() ?? '';
  if (proposed !== null && proposed !== grade && reason === '') return refuse('grade.reasonRequired', { proposed });
  const { 'deal.gradeReason': _old, ...values } = deal.facts.values;
  const facts = { ...deal.facts, values: { ...values, ...(reason && { 'deal.gradeReason': reason }) } };
  return { patch: { grade, facts }, told: { grade, proposed, ...(reason && { reason }) } };
}

/** Looked at again and not yet time: another day, nothing else changes. */
export function decideParkAgain(deal: Deal, revisitOn: Day, today: Day): Decision | Refusal {
  if (deal.state !== 'parked') return refuse('deal.notParked');
  if (revisitOn <= today) return refuse('parking.revisitNotAhead', { revisitOn });
  return { patch: { revisitOn } };
}
