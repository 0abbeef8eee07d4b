import { sql } from 'kysely';
import { can } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { subjectOf } from '#platform/database/subject.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import {
  decideExtend,
  refuseDecision,
  refuseTermsDecision,
  refuseTouch,
} from '#partners/registrations/decide-registration.ts';
import { decideTerms, linkRegistration, setTerms } from '#partners/registrations/registration-changes.server.ts';
import {
  acceptRegistration,
  extendRegistration,
  refuseRegistration,
  registerProject,
  withdrawRegistration,
} from '#partners/registrations/registration-commands.server.ts';
import { keysKept, keysOf } from '#partners/registrations/registration-keeping.server.ts';
import { conflictsOf } from '#partners/registrations/registration-conflicts.server.ts';
import { registrationPolicy } from '#partners/registrations/registration-policy.server.ts';
import { listRegistrations, oneRegistration } from '#partners/registrations/registration-rows.server.ts';
import { registrationsContract, type RegistrationView } from '#partners/registrations/registrations.contract.ts';
import { isRefusal } from '#shared/refusal.ts';

export const registrationHandlers = serve(registrationsContract, {
  list: ({ actor, db }, { sort, after, limit, order, ...filters }) =>
    listRegistrations(db, actor, filters, sort, { after, limit, order }),

  conflicts: async ({ actor, db, today }, { accountId, customerName, creditCode, name, dealId }) => {
    const account = accountId ? await subjectOf(db, actor, { kind: 'account', id: accountId }) : null;
    if (!account && (customerName ?? '').length < 2) return { conflicts: [] };
    const customer = {
      accountId: account?.id ?? null,
      customerName: account?.name ?? customerName!,
      creditCode: account ? await creditCodeOf(db, actor.tenantId, account.id) : creditCode || null,
    };
    return { conflicts: await conflictsOf(db, actor, { id: null, ...keysOf(name, customer, dealId ?? null) }, today) };
  },

  show: async ({ actor, db, today }, { id }) => {
    const registration = await oneRegistration(db, actor, id);
    const [keys, { policy }, history] = await Promise.all([
      keysKept(db, actor.tenantId, id),
      registrationPolicy.current(db, actor.tenantId),
      historyOf(db, actor.tenantId, id),
    ]);
    const open = registration.state === 'submitted' || registration.state === 'accepted';
    const approves = can(actor, 'partner.approve');
    const me = { actorId: actor.userId, approves };
    const touch = can(actor, 'partner.write') && refuseTouch(registration, me) === null;
    return {
      registration,
      conflicts: open ? await conflictsOf(db, actor, keys, today) : [],
      history,
      policy,
      may: {
        decide: approves && refuseDecision(registration, actor.userId) === null,
        decideTerms: approves && refuseTermsDecision(registration, actor.userId) === null,
        extend: approves && !isRefusal(decideExtend(registration, { ...me, today, policy, reason: '' })),
        withdraw: touch,
        change: touch,
      },
    };
  },

  create: registerProject,
  accept: acceptRegistration,
  refuse: refuseRegistration,
  withdraw: withdrawRegistration,
  extend: extendRegistration,
  setTerms,
  decideTerms,
  link: linkRegistration,

  policy: ({ actor, db }) => registrationPolicy.current(db, actor.tenantId),
  changePolicy: (context, { version, policy }) => registrationPolicy.change(context, { version, value: policy }),
});

async function creditCodeOf(db: ReadTx, tenantId: string, accountId: string): Promise<string | null> {
  const row = await db
    .selectFrom('accounts')
    .select('credit_code')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row?.credit_code ?? null;
}

/** What happened to it, newest first. */
async function historyOf(db: ReadTx, tenantId: string, id: string): Promise<RegistrationView['history']> {
  const { rows } = await sql<RegistrationView['history'][number]>`
    select e.id, e.at, e.type, u.name as "actorName", e.data ->> 'reason' as reason, e.data ->> 'until' as until
    from events e left join users u on u.tenant_id = e.tenant_id and u.id = e.actor_id
    where e.tenant_id = ${tenantId}::uuid and e.subject_kind = 'registration' and e.subject_id = ${id}::uuid
    order by e.id desc limit 100`.execute(db);
  return rows;
}
