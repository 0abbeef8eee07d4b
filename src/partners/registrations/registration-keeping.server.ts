import { can, type Actor } from '#permissions/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { holdSubject } from '#platform/database/subject.server.ts';
import { saved } from '#platform/database/saved.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { found, Refused } from '#platform/http/refused.server.ts';
import { eventOf } from '#partners/registrations/registration-happened.ts';
import { oneRegistration } from '#partners/registrations/registration-rows.server.ts';
import type { Registration, Terms } from '#partners/registrations/registration.ts';
import { customerKeysOf, projectKey, type ProjectKeys } from '#partners/registrations/same-project.ts';
import { approversOf } from '#team/approvers-store.server.ts';

export type Versioned = { id: string; version: number };

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

type Loaded = { kept: Registration; own: ProjectKeys & { id: string }; teamId: string | null };

/** The registration as it is, with the keys that the reader does not see. */
export async function loaded(tx: Tx, actor: Actor, id: string): Promise<Loaded> {
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

export function customerColumns(name: string, customer: Customer) {
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

export function termsColumns(terms: Terms) {
  return {
    commission: terms.kind,
    commission_percent: terms.kind === 'percent' ? terms.percent : null,
    commission_amount: terms.kind === 'fixed' ? terms.amount : null,
  };
}

export const mayTouch = (actor: Actor) => ({ actorId: actor.userId, approves: can(actor, 'partner.approve') });

export const deciders = (tx: Tx, { tenantId, userId }: Actor, teamId: string | null) =>
  approversOf(tx, tenantId, { permission: 'partner.approve', teamId, except: [userId] });

export async function changed(
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

export async function save(
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
