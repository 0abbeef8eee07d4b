import { can, type Actor } from '#permissions/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { holdSubject } from '#platform/database/subject.server.ts';
import { saved } from '#platform/database/saved.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide, found, Refused } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { onePartner } from '#partners/partner-rows.server.ts';
import {
  decideAccept,
  decideExtend,
  decideRegister,
  protectionOf,
  refuseDecision,
  refuseTermsDecision,
  refuseTouch,
  termsStateOf,
} from '#partners/registrations/decide-registration.ts';
import { expireDue } from '#partners/registrations/nightly-registrations.server.ts';
import { eventOf, linkedEvent } from '#partners/registrations/registration-happened.ts';
import { holdRivals } from '#partners/registrations/registration-conflicts.server.ts';
import { registrationPolicy } from '#partners/registrations/registration-policy.server.ts';
import { oneRegistration } from '#partners/registrations/registration-rows.server.ts';
import type { Registration, RegistrationFields, Terms } from '#partners/registrations/registration.ts';
import { customerKeysOf, projectKey, sameCustomer, type ProjectKeys } from '#partners/registrations/same-project.ts';
import { approversOf } from '#team/approvers-store.server.ts';
import { colleague } from '#team/colleague-store.server.ts';

type Versioned = { id: string; version: number };

export type Customer = { accountId: string | null; customerName: string; creditCode: string | null };

/** The keys by which a project of a customer is compared; the customer is named. */
export function keysOf(
  name: string,
  { accountId, customerName, creditCode }: Customer,
  dealId: string | null,
): ProjectKeys {
  const customer = customerKeysOf(customerName);
  return { accountId, creditCode, ...customer, projectKey: projectKey(name, customerName), dealId };
}

export async function registerProject(context: CommandContext, asked: RegistrationFields): Promise<Registration> {
  const { tx, actor, now, record } = context;
  const { tenantId } = actor;
  const [partner, { policy }, { teamId }] = await Promise.all([
    onePartner(tx, actor, asked.partnerId),
    registrationPolicy(tx, tenantId),
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
  const { policy } = await registrationPolicy(tx, actor.tenantId);
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
  const { policy } = await registrationPolicy(tx, actor.tenantId);
  const decided = decide(decideExtend(kept, { actorId: actor.userId, today, policy, reason }));
  const columns = {
    protected_until: decided.protectedUntil,
    extension_reason: decided.extensionReason,
    extended_by: actor.userId,
    extended_at: now,
  };
  return changed(context, at, kept, columns, 'extended', reason);
}

export async function setTerms(
  context: CommandContext,
  { terms, note, ...at }: Versioned & { terms: Terms; note?: string | null | undefined },
) {
  const { tx, actor, record } = context;
  const { kept, teamId } = await loaded(tx, actor, at.id);
  decide(refuseTouch(kept, mayTouch(actor)) ?? refuseWritten(note));
  const { policy } = await registrationPolicy(tx, actor.tenantId);
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

/** A deal of the same customer; a customer that was only a name becomes the deal's account. */
export async function linkRegistration(context: CommandContext, { dealId, ...at }: Versioned & { dealId: string }) {
  const { tx, actor, today, record } = context;
  const { kept, own } = await loaded(tx, actor, at.id);
  decide(refuseTouch(kept, mayTouch(actor)));
  const deal = await holdSubject(tx, actor, { kind: 'deal', id: dealId });
  const account = deal.accountId ? await accountOf(tx, actor, deal.accountId) : null;
  const elsewhere = own.accountId
    ? deal.accountId !== own.accountId
    : !account || !sameCustomer(own, keysOf(kept.name, account, null));
  if (elsewhere) return refuse('registration.dealElsewhere', { name: deal.name });
  const wanted = { ...own, dealId: deal.id };
  const standing = protectionOf(wanted, await holdRivals(tx, actor.tenantId, wanted), today);
  if (standing && kept.state === 'accepted')
    return refuse('registration.protected', { until: standing.protectedUntil });
  await save(context, at, { deal_id: deal.id, account_id: deal.accountId });
  const after = await oneRegistration(tx, actor, kept.id);
  await record(linkedEvent(after, deal.id));
  return after;
}

type Loaded = { kept: Registration; own: ProjectKeys & { id: string }; teamId: string | null };

/** The registration as it is, with the keys that the reader does not see. */
async function loaded(tx: Tx, actor: Actor, id: string): Promise<Loaded> {
  const kept = await oneRegistration(tx, actor, id);
  const own = await keysKept(tx, actor.tenantId, id);
  return { kept, own, teamId: own.teamId };
}

export async function keysKept(db: ReadTx, tenantId: string, id: string) {
  const row = await db
    .selectFrom('registrations')
    .select([
      'id',
      'account_id as accountId',
      'customer_key as customerKey',
      'customer_region as customerRegion',
      'credit_code as creditCode',
      'project_key as projectKey',
      'deal_id as dealId',
      'team_id as teamId',
    ])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found(row);
}

/** The account as a customer; one that the actor does not see is not there. */
export async function accountOf(db: ReadTx, actor: Actor, id: string): Promise<Customer> {
  const account = await holdSubject(db as Tx, actor, { kind: 'account', id });
  const row = await db
    .selectFrom('accounts')
    .select('credit_code')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', account.id)
    .executeTakeFirst();
  return { accountId: account.id, customerName: account.name, creditCode: row?.credit_code ?? null };
}

function customerColumns(name: string, customer: Customer) {
  const { customerKey, customerRegion, projectKey: key } = keysOf(name, customer, null);
  return {
    account_id: customer.accountId,
    customer_name: customer.customerName,
    customer_key: customerKey,
    customer_region: customerRegion,
    credit_code: customer.creditCode,
    project_key: key,
  };
}

function termsColumns(terms: Terms) {
  return {
    commission: terms.kind,
    commission_percent: terms.kind === 'percent' ? terms.percent : null,
    commission_amount: terms.kind === 'fixed' ? terms.amount : null,
  };
}

const mayTouch = (actor: Actor) => ({ actorId: actor.userId, approves: can(actor, 'partner.approve') });

const deciders = (tx: Tx, { tenantId, userId }: Actor, teamId: string | null) =>
  approversOf(tx, tenantId, { permission: 'partner.approve', teamId, except: [userId] });

async function changed(
  context: CommandContext,
  at: Versioned,
  kept: Registration,
  columns: { [column: string]: unknown },
  what: Parameters<typeof eventOf>[0],
  reason: string,
) {
  const { tx, actor, record } = context;
  await save(context, at, columns);
  const after = await oneRegistration(tx, actor, kept.id);
  await record(eventOf(what, after, { reason, before: kept.state }));
  return after;
}

async function save(
  { tx, actor, now }: CommandContext,
  { id, version }: Versioned,
  columns: { [column: string]: unknown },
) {
  await saved(tx, 'registrations', { tenantId: actor.tenantId, id, version }, { ...columns, updated_at: now }, [
    'id',
  ]).catch(asProtected);
}

/** Behind the rule: the unique index. */
function asProtected(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '23505' && constraint?.startsWith('registrations_'))
    throw new Refused(refuse('registration.protected', { until: null }));
  throw error;
}
