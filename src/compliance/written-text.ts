import type { Refusal } from '#shared/refusal.ts';
import { benefitRefusals, refuseBenefit } from '#compliance/personal-benefit.ts';
import { privacyRefusals, refusePrivateFacts } from '#compliance/private-facts.ts';

export const writtenRefusals = { ...benefitRefusals, ...privacyRefusals };

/** May this be kept in a record that others read? Source: Domain §12. */
export function refuseWritten(...texts: readonly (string | null | undefined)[]): Refusal | null {
  return refuseBenefit(...texts) ?? refusePrivateFacts(...texts);
}
