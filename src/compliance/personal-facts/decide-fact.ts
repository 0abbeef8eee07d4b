import { addDays, daysBetween, type Day } from '#shared/day.ts';
import { refuse, type Refusal } from '#shared/refusal.ts';
import { refuseWritten, refuseWrittenOfHer } from '#compliance/written-text.ts';
import { classOf, isKept, keptKinds, type KeptKind, type Purpose } from '#compliance/personal-facts/fact-kind.ts';
import type { Basis, Consent, FactFields } from '#compliance/personal-facts/personal-fact.ts';
import type { PrivacyPolicy } from '#compliance/personal-facts/privacy-policy.ts';

/** A fact that may be kept. */
export type Recorded = {
  kind: KeptKind;
  value: string;
  basis: Basis;
  source: string;
  purpose: Purpose;
  reason: string | null;
  consent: Consent | null;
  expiresOn: Day;
};

/**
 * May this be kept about somebody, and until when? Source: Domain §12.
 *
 * @param today the actor's calendar day
 */
export function decideFact(fields: FactFields, policy: PrivacyPolicy, today: Day): Recorded | Refusal {
  const { kind, value, basis, source, purpose } = fields;
  if (!isKept(kind)) return refuse('personalFact.forbidden', { kind });
  const rule = policy.kinds[kind];
  if (!rule.on) return refuse('personalFact.kindOff', { kind });
  if (!rule.purposes.includes(purpose)) return refuse('personalFact.purpose', { kind, purposes: rule.purposes });
  const reason = fields.reason?.trim() || null;
  const consent = basis === 'consent' ? (fields.consent ?? null) : null;
  if (classOf(kind) === 'sensitive') {
    if (basis !== 'consent') return refuse('personalFact.consentOnly', { kind });
    if (!reason || reason.length < 2) return refuse('personalFact.reasonNeeded', { kind });
  }
  if (basis === 'consent' && !consent) return refuse('personalFact.consentMissing');
  if (consent && consent.on > today) return refuse('personalFact.consentAhead', { on: consent.on });
  const most = addDays(today, rule.days);
  const expiresOn = fields.expiresOn ?? most;
  if (expiresOn < today) return refuse('personalFact.over', { expiresOn });
  if (expiresOn > most) return refuse('personalFact.tooLong', { kind, days: rule.days, most });
  if (kind === 'birthday' && !isMonthAndDay(value)) return refuse('personalFact.birthday');
  const written = refuseWrittenOfHer(value) ?? refuseWritten(source, reason, consent?.how, consent?.scope);
  return written ?? { kind, value, basis, source, purpose, reason, consent, expiresOn };
}

/** A masked value is shown for a reason, to whoever may, while the company keeps this kind. */
export function refuseReveal(
  fact: { kind: KeptKind; value: string | null },
  policy: PrivacyPolicy,
  reason: string,
): Refusal | null {
  if (fact.value === null) return refuse('personalFact.blanked');
  if (!policy.kinds[fact.kind].on) return refuse('personalFact.kindOff', { kind: fact.kind });
  return refuseWritten(reason);
}

/** MM-DD of a day that there is; 02-29 is one. */
export function isMonthAndDay(text: string): boolean {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [month, day] = [Number(match[1]), Number(match[2])];
  return month >= 1 && month <= 12 && day >= 1 && day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** Days until a fact is blanked; 0: today is its last. */
export function daysLeft(expiresOn: Day, today: Day): number {
  return daysBetween(today, expiresOn);
}

/** What a form proposes for a kind: the first purpose that the company keeps it for. */
export function proposedPurpose(kind: KeptKind, policy: PrivacyPolicy): Purpose {
  return policy.kinds[kind].purposes[0] ?? keptKinds[kind].purposes[0];
}
