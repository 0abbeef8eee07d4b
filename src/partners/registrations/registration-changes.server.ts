import { refuse } from '#shared/refusal.ts';
import { holdSubject } from '#platform/database/subject.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import {
  protectionOf,
  refuseTermsDecision,
  refuseTouch,
  termsStateOf,
} from '#partners/registrations/decide-registration.ts';
import { eventOf, linkedEvent } from '#partners/registrations/registration-happened.ts';
import { holdRivals } from '#partners/registrations/registration-conflicts.server.ts';
import { registrationPolicy } from '#partners/registrations/registration-policy.server.ts';
import { oneRegistration } from '#partners/registrations/registration-rows.server.ts';
import type { Terms } from '#partners/registrations/registration.ts';
import {
  accountOf,
  changed,
  customerColumns,
  deciders,
  keysOf,
  loaded,
  mayTouch,
  save,
  termsColumns,
  type Versioned,
} from '#partners/registrations/registration-keeping.server.ts';

export async function setTerms(
  context: CommandContext,
  { terms, note, ...at }: Versioned & { terms: Terms; note?: string | null | undefined },
) {
  const { tx, actor, record } = context;
  const { kept, teamId } = await loaded(tx, actor, at.id);
  decide(refuseTouch(kept, mayTouch(actor)) ?? refuseWritten(note));
  const { policy } = await registrationPolicy.current(tx, actor.tenantId);
  const termsState = termsStateOf(terms, kept.currency, policy);
  const undecided = { terms_state: termsState, terms_by: null, terms_reason: null };
  await save(context, at, { ...termsColumns(terms), terms_note: note || null, ...undecided });
  const after = await oneRegistration(tx, actor, kept.id);
  const approverIds = termsState === 'waiting' ? await deciders(tx, actor, teamId) : [];
  await record(eventOf('termsSet', after, { approverIds }));
  return after;
}

export async function decideTerms(
  context: CommandContext,
  { approve, reason, ...at }: Versioned & { approve: boolean; reason: string },
) {
  const { tx, actor } = context;
  const { kept } = await loaded(tx, actor, at.id);
  decide(refuseTermsDecision(kept, actor.userId) ?? refuseWritten(reason));
  const columns = { terms_state: approve ? 'approved' : 'refused', terms_by: actor.userId, terms_reason: reason };
  return changed(context, at, kept, columns, approve ? 'termsApproved' : 'termsRefused', reason);
}

/**
 * Whoever links them says that they are one: a customer that was only a name becomes the deal's account, and is compared by
 * its name from now on.
 */
export async function linkRegistration(context: CommandContext, { dealId, ...at }: Versioned & { dealId: string }) {
  const { tx, actor, today, record } = context;
  const { kept, own } = await loaded(tx, actor, at.id);
  decide(refuseTouch(kept, mayTouch(actor)));
  const deal = await holdSubject(tx, actor, { kind: 'deal', id: dealId });
  if (own.accountId && deal.accountId !== own.accountId)
    return refuse('registration.dealElsewhere', { name: deal.name });
  const account = !own.accountId && deal.accountId ? await accountOf(tx, actor, deal.accountId) : null;
  const wanted = { ...own, ...(account && keysOf(kept.name, account, null)), dealId: deal.id };
  const standing = protectionOf(wanted, await holdRivals(tx, actor.tenantId, wanted), today);
  if (standing && kept.state === 'accepted')
    return refuse('registration.protected', { until: standing.protectedUntil });
  await save(context, at, { deal_id: deal.id, ...(account && customerColumns(kept.name, account)) });
  const after = await oneRegistration(tx, actor, kept.id);
  await record(linkedEvent(after, deal.id));
  return after;
}
