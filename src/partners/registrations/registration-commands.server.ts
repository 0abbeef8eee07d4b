import { refuse } from '#shared/refusal.ts';
import { holdSubject } from '#platform/database/subject.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide, Refused } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { onePartner } from '#partners/partner-rows.server.ts';
import {
  decideAccept,
  decideExtend,
  decideRegister,
  refuseDecision,
  refuseTouch,
} from '#partners/registrations/decide-registration.ts';
import { expireDue } from '#partners/registrations/nightly-registrations.server.ts';
import { eventOf, linkedEvent } from '#partners/registrations/registration-happened.ts';
import { holdRivals } from '#partners/registrations/registration-conflicts.server.ts';
import { registrationPolicy } from '#partners/registrations/registration-policy.server.ts';
import { oneRegistration } from '#partners/registrations/registration-rows.server.ts';
import type { Registration, RegistrationFields } from '#partners/registrations/registration.ts';
import { colleague } from '#team/colleague-store.server.ts';
import {
  accountOf,
  changed,
  customerColumns,
  type Customer,
  deciders,
  loaded,
  mayTouch,
  save,
  termsColumns,
  type Versioned,
} from '#partners/registrations/registration-keeping.server.ts';

export async function registerProject(context: CommandContext, asked: RegistrationFields): Promise<Registration> {
  const { tx, actor, now, record } = context;
  const { tenantId } = actor;
  const [partner, { policy }, { teamId }] = await Promise.all([
    onePartner(tx, actor, asked.partnerId),
    registrationPolicy.current(tx, tenantId),
    colleague(tx, tenantId, actor.userId),
  ]);
  const { termsState } = decide(decideRegister(asked, { partner, policy }));
  const deal = asked.dealId ? await holdSubject(tx, actor, { kind: 'deal', id: asked.dealId }) : null;
  const accountId = asked.accountId ?? deal?.accountId ?? null;
  if (deal?.accountId && deal.accountId !== accountId)
    throw new Refused(refuse('registration.dealElsewhere', { name: deal.name }));
  const customer: Customer = accountId
    ? await accountOf(tx, actor, accountId)
    : { accountId: null, customerName: asked.customerName!, creditCode: asked.creditCode || null };
  const id = newId();
  await tx
    .insertInto('registrations')
    .values({
      tenant_id: tenantId,
      id,
      partner_id: partner.id,
      name: asked.name,
      ...customerColumns(asked.name, customer),
      amount: asked.amount ?? null,
      currency: asked.currency,
      close_on: asked.closeOn ?? null,
      products: asked.products,
      brings: asked.brings,
      interest: asked.interest,
      interest_note: asked.interest ? asked.interestNote! : null,
      ...termsColumns(asked.terms),
      terms_note: asked.termsNote || null,
      terms_state: termsState,
      state: 'submitted',
      deal_id: deal?.id ?? null,
      owner_id: actor.userId,
      team_id: teamId,
      created_at: now,
      updated_at: now,
    })
    .execute();
  const registration = await oneRegistration(tx, actor, id);
  await record(eventOf('submitted', registration, { approverIds: await deciders(tx, actor, teamId) }));
  return registration;
}

/** The first accepted has the project: what may stand in the way is held until it is decided. */
export async function acceptRegistration(
  context: CommandContext,
  input: Versioned & { handling?: string | null | undefined },
) {
  const { tx, actor, now, today, record } = context;
  const { kept, own } = await loaded(tx, actor, input.id);
  const { policy } = await registrationPolicy.current(tx, actor.tenantId);
  const others = await holdRivals(tx, actor.tenantId, own);
  const partner = await onePartner(tx, actor, kept.partnerId);
  const facts = { actorId: actor.userId, today, policy, partner, handling: input.handling ?? null, own, others };
  const decided = decide(decideAccept(kept, facts));
  // Whose protection ended since the last night gives way now.
  await expireDue(
    context,
    others.map(({ id }) => id),
  );
  await save(context, input, {
    state: decided.state,
    protected_from: decided.protectedFrom,
    protected_until: decided.protectedUntil,
    handling: decided.handling,
    decided_by: actor.userId,
    decided_at: now,
  });
  const after = await oneRegistration(tx, actor, kept.id);
  await record(eventOf('accepted', after, { before: kept.state }));
  if (own.dealId) await record(linkedEvent(after, own.dealId));
  return after;
}

export async function refuseRegistration(context: CommandContext, { reason, ...at }: Versioned & { reason: string }) {
  const { tx, actor, now } = context;
  const { kept } = await loaded(tx, actor, at.id);
  decide(refuseDecision(kept, actor.userId) ?? refuseWritten(reason));
  const columns = { state: 'refused', reason, decided_by: actor.userId, decided_at: now };
  return changed(context, at, kept, columns, 'refused', reason);
}

export async function withdrawRegistration(context: CommandContext, { reason, ...at }: Versioned & { reason: string }) {
  const { tx, actor } = context;
  const { kept } = await loaded(tx, actor, at.id);
  decide(refuseTouch(kept, mayTouch(actor)) ?? refuseWritten(reason));
  return changed(context, at, kept, { state: 'withdrawn', reason }, 'withdrawn', reason);
}

export async function extendRegistration(context: CommandContext, { reason, ...at }: Versioned & { reason: string }) {
  const { tx, actor, now, today } = context;
  const { kept } = await loaded(tx, actor, at.id);
  const { policy } = await registrationPolicy.current(tx, actor.tenantId);
  const decided = decide(decideExtend(kept, { actorId: actor.userId, today, policy, reason }));
  const columns = {
    protected_until: decided.protectedUntil,
    extension_reason: decided.extensionReason,
    extended_by: actor.userId,
    extended_at: now,
  };
  return changed(context, at, kept, columns, 'extended', reason);
}
