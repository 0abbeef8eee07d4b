import { refuseDeclared, refuseWritten } from '#compliance/written-text.ts';
import { worksWithUs } from '#partners/decide-partner.ts';
import type { Partner } from '#partners/partner.ts';
import type { Registration, RegistrationFields, Terms, TermsState } from '#partners/registrations/registration.ts';
import type { RegistrationPolicy } from '#partners/registrations/registration-policy.ts';
import { likenessOfProjects, type ProjectKeys } from '#partners/registrations/same-project.ts';
import { addDays, daysBetween, type Day } from '#shared/day.ts';
import type { Currency } from '#shared/money.ts';
import { refuse, type Refusal } from '#shared/refusal.ts';

type Kept = Pick<
  Registration,
  'state' | 'ownerId' | 'ownerName' | 'termsState' | 'interest' | 'protectedUntil' | 'extensionReason'
>;

/** Another registration, as far as it may stand in the way. */
export type Rival = ProjectKeys & { id: string; state: Registration['state']; protectedUntil: Day | null };

/** Whether a registration protects its project on a day. Its last day counts. */
export function isProtected({ state, protectedUntil }: Pick<Kept, 'state' | 'protectedUntil'>, today: Day): boolean {
  return state === 'accepted' && protectedUntil !== null && protectedUntil >= today;
}

/** May a partner's project be written down? What it gets for it is allowed within the company's limit, else it waits. */
export function decideRegister(
  asked: RegistrationFields,
  { partner, policy }: { partner: Pick<Partner, 'state' | 'name'>; policy: RegistrationPolicy },
): { termsState: TermsState } | Refusal {
  if (partner.state === 'suspended' || partner.state === 'ended')
    return refuse('registration.partnerOut', { name: partner.name });
  if (!asked.accountId && !asked.customerName) return refuse('registration.customerMissing');
  if (asked.interest && !asked.interestNote) return refuse('registration.interestUnsaid');
  const { name, customerName, brings, interestNote, termsNote } = asked;
  const written =
    refuseWritten(name, customerName, brings, termsNote, ...asked.products) ?? refuseDeclared(interestNote);
  return written ?? { termsState: termsStateOf(asked.terms, asked.currency, policy) };
}

/** Whether terms are within what needs nobody's approval. */
export function termsStateOf(terms: Terms, currency: Currency, policy: RegistrationPolicy): TermsState {
  if (terms.kind === 'none') return 'none';
  if (terms.kind === 'percent') return terms.percent <= policy.mostPercent ? 'within' : 'waiting';
  return currency === policy.currency && terms.amount <= policy.mostFixed ? 'within' : 'waiting';
}

type Deciding = { actorId: string };
type Accepting = Deciding & {
  today: Day;
  policy: RegistrationPolicy;
  partner: Pick<Partner, 'state' | 'contractUntil' | 'name'>;
  /** How a declared conflict of interest is handled. */
  handling: string | null;
  own: ProjectKeys & { id: string };
  others: readonly Rival[];
};

/**
 * Protection begins today. Of two that registered one project the first accepted has it until its protection ends; nobody
 * decides on her own. Source: Domain §1.
 */
export function decideAccept(
  kept: Kept,
  facts: Accepting,
): { state: 'accepted'; protectedFrom: Day; protectedUntil: Day; handling: string | null } | Refusal {
  const { today, policy, partner, handling, own, others } = facts;
  const refused = refuseDecision(kept, facts.actorId);
  if (refused) return refused;
  if (!worksWithUs(partner, today)) return refuse('registration.partnerNotActive', { name: partner.name });
  if (kept.termsState === 'waiting' || kept.termsState === 'refused') return refuse('registration.termsOpen');
  if (kept.interest && !handling) return refuse('registration.interestUnhandled');
  const standing = protectionOf(own, others, today);
  if (standing) return refuse('registration.protected', { until: standing.protectedUntil });
  const written = refuseDeclared(handling);
  return (
    written ?? {
      state: 'accepted',
      protectedFrom: today,
      protectedUntil: addDays(today, policy.protectionDays - 1),
      handling: kept.interest ? handling : null,
    }
  );
}

/** The other registration that protects the same project or deal today, if any. */
export function protectionOf(
  own: ProjectKeys & { id: string },
  others: readonly Rival[],
  today: Day,
): Rival | undefined {
  return others.find(
    (other) => other.id !== own.id && isProtected(other, today) && likenessOfProjects(own, other) === 'same',
  );
}

/** May she say yes or no to it? */
export function refuseDecision(kept: Pick<Kept, 'state' | 'ownerId'>, actorId: string): Refusal | null {
  if (kept.state !== 'submitted') return refuse('registration.notWaiting');
  return kept.ownerId === actorId ? refuse('registration.own') : null;
}

/** Extended once, from its present end. */
export function decideExtend(
  kept: Kept,
  { actorId, today, policy, reason }: Deciding & { today: Day; policy: RegistrationPolicy; reason: string },
): { protectedUntil: Day; extensionReason: string } | Refusal {
  if (!isProtected(kept, today)) return refuse('registration.notProtected');
  if (kept.ownerId === actorId) return refuse('registration.own');
  if (kept.extensionReason !== null) return refuse('registration.extendedOnce');
  const written = refuseWritten(reason);
  return written ?? { protectedUntil: addDays(kept.protectedUntil!, policy.extensionDays), extensionReason: reason };
}

/** May she take it back, or change its terms or its deal? While it is open, whose it is and who may decide on it. */
export function refuseTouch(
  kept: Pick<Kept, 'state' | 'ownerId' | 'ownerName'>,
  { actorId, approves }: Deciding & { approves: boolean },
): Refusal | null {
  if (kept.state !== 'submitted' && kept.state !== 'accepted') return refuse('registration.over');
  if (approves || kept.ownerId === actorId) return null;
  return refuse('registration.notYours', { ownerName: kept.ownerName });
}

/** May she allow or refuse terms above the limit? Nobody decides on her own. */
export function refuseTermsDecision(
  kept: Pick<Kept, 'state' | 'ownerId' | 'termsState'>,
  actorId: string,
): Refusal | null {
  if (kept.termsState !== 'waiting' || (kept.state !== 'submitted' && kept.state !== 'accepted'))
    return refuse('registration.termsNotWaiting');
  return kept.ownerId === actorId ? refuse('registration.own') : null;
}

/** What the night brings: its protection is over, or will be soon and nobody has been told of this end. */
export function nightlyOf(
  kept: Pick<Kept, 'state' | 'protectedUntil'> & { remindedFor: Day | null },
  today: Day,
  remindDays: number,
): 'expires' | 'remind' | null {
  if (kept.state !== 'accepted' || kept.protectedUntil === null) return null;
  if (kept.protectedUntil < today) return 'expires';
  const near = daysBetween(today, kept.protectedUntil) <= remindDays;
  return near && kept.remindedFor !== kept.protectedUntil ? 'remind' : null;
}
