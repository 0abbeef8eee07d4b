import type { Text } from '#shared/messages.ts';
import type { Refusal } from '#shared/refusal.ts';
import { benefitRefusals, refuseBenefit } from '#compliance/personal-benefit.ts';
import { privacyRefusals, refuseBeyondKin, refusePrivateFacts } from '#compliance/private-facts.ts';

export const writtenRefusals = { ...benefitRefusals, ...privacyRefusals };

/** May this be kept in a record that others read? Source: Domain §12. */
export function refuseWritten(...texts: readonly (string | null | undefined)[]): Refusal | null {
  return refuseBenefit(...texts) ?? refusePrivateFacts(...texts);
}

/** May this be kept as a declared conflict of interest, or as what is done about it? */
export function refuseDeclared(text: string | null | undefined): Refusal | null {
  return refuseBenefit(text) ?? refuseBeyondKin(text);
}

/** What the policy says to it, for who is told otherwise than by a refusal. */
export function writtenWords(refusal: Refusal | null): Text | null {
  if (!refusal) return null;
  const { words } = writtenRefusals[refusal.code as keyof typeof writtenRefusals];
  return words(refusal.data as never);
}
