import { refuseWritten } from '#compliance/written-text.ts';
import type { Day } from '#shared/day.ts';
import { refuse, type Refusal } from '#shared/refusal.ts';
import type { Partner, PartnerState } from '#partners/partner.ts';

/** May she change it? Whoever looks after it, and her managers. */
export function refuseChange(partner: Pick<Partner, 'mine' | 'ownerName'>): Refusal | null {
  return partner.mine ? null : refuse('partner.notYours', { ownerName: partner.ownerName });
}

type Written = { name?: string | undefined; note?: string | null | undefined };
type Contract = { contractFrom?: Day | null | undefined; contractUntil?: Day | null | undefined };

/** May this be kept of a partner? */
export function refuseFields({ name, note, contractFrom, contractUntil }: Written & Contract): Refusal | null {
  if (contractFrom && contractUntil && contractUntil < contractFrom) return refuse('partner.contractDays');
  return refuseWritten(name, note);
}

/** What a partner becomes; suspending and ending say why. */
export function decideState(
  state: PartnerState,
  reason: string | null,
): { state: PartnerState; stateReason: string | null } | Refusal {
  const out = state === 'suspended' || state === 'ended';
  if (out && !reason) return refuse('partner.reasonNeeded');
  return refuseWritten(reason) ?? { state, stateReason: out ? reason : null };
}

/** Whether it may be given protection on a day: it works with us, by a contract that has not run out. */
export function worksWithUs({ state, contractUntil }: Pick<Partner, 'state' | 'contractUntil'>, today: Day): boolean {
  return state === 'active' && (contractUntil === null || contractUntil >= today);
}
