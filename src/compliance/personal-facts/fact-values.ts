import type { Day } from '#shared/day.ts';
import type { KeptKind, Purpose } from '#compliance/personal-facts/fact-kind.ts';
import type { Basis, FactFields } from '#compliance/personal-facts/personal-fact.ts';

/** A fact as it is typed. */
export type FactValues = {
  kind: KeptKind;
  value: string;
  basis: Basis;
  source: string;
  purpose: Purpose;
  reason?: string;
  consentOn?: Day;
  consentHow?: string;
  consentScope?: string;
  expiresOn?: Day | null;
};

/** And as it is sent: a consent only where that is the ground. */
export function fieldsFrom(values: FactValues): FactFields {
  const { consentOn, consentHow = '', consentScope = '', reason, expiresOn, ...fact } = values;
  const consent =
    fact.basis === 'consent' && consentOn
      ? { on: consentOn, how: consentHow.trim(), scope: consentScope.trim() }
      : null;
  return {
    ...fact,
    value: fact.value.trim(),
    source: fact.source.trim(),
    reason: reason?.trim() || null,
    consent,
    expiresOn: expiresOn ?? null,
  };
}
