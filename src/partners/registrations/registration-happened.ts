import type { NewEvent } from '#platform/events/event.ts';
import type { Registration, RegistrationState } from '#partners/registrations/registration.ts';

export type Happened = RegistrationState | 'extended' | 'expiring' | 'termsSet' | 'termsApproved' | 'termsRefused';

type Told = Pick<
  Registration,
  'id' | 'name' | 'partnerId' | 'partnerName' | 'customerName' | 'state' | 'protectedUntil' | 'ownerId'
> & {
  accountId: string | null;
};
type More = { reason?: string; before?: RegistrationState; approverIds?: readonly string[] };

/** What is told of a registration; never its terms, which not everybody who sees the account may read. */
export function eventOf(what: Happened, told: Told, { reason, before, approverIds = [] }: More = {}): NewEvent {
  return {
    type: `registration.${what}`,
    subject: { kind: 'registration', id: told.id },
    accountId: told.accountId,
    data: {
      name: told.name,
      partnerId: told.partnerId,
      partnerName: told.partnerName,
      customerName: told.customerName,
      ownerId: told.ownerId,
      // What is withdrawn is protected no longer, whatever day had been promised.
      until: what === 'withdrawn' ? null : told.protectedUntil,
      ...(before && { before: { state: before } }),
      after: { state: told.state },
      ...(reason && { reason }),
      ...(approverIds.length > 0 && { approverIds }),
    },
  };
}

/** A deal is told that it is a partner's. */
export function linkedEvent({ id, name, partnerName, protectedUntil }: Told, dealId: string): NewEvent {
  return {
    type: 'deal.partnerRegistered',
    subject: { kind: 'deal', id: dealId },
    data: { name, registrationId: id, partnerName, until: protectedUntil },
  };
}
