import { sql } from 'kysely';
import { refuse } from '#shared/refusal.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { changes } from '#platform/events/event.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { defaultPolicy, RegistrationPolicy } from '#partners/registrations/registration-policy.ts';
import type { RegistrationPolicyView } from '#partners/registrations/registrations.contract.ts';

/** The rules in force; none set: the defaults. */
export async function registrationPolicy(db: ReadTx, tenantId: string): Promise<RegistrationPolicyView> {
  const row = await db
    .selectFrom('registration_policies as p')
    .leftJoin('users as u', (on) => on.onRef('u.tenant_id', '=', 'p.tenant_id').onRef('u.id', '=', 'p.changed_by'))
    .select(['p.version', 'p.policy', 'p.changed_at as changedAt', 'u.name as changedByName'])
    .where('p.tenant_id', '=', tenantId)
    .orderBy('p.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return { version: 0, policy: defaultPolicy, changedAt: null, changedByName: null };
  return { ...row, policy: RegistrationPolicy.parse(row.policy) };
}

type Change = { version: number; policy: RegistrationPolicy };

/** What is protected already stays protected as it is. */
export async function changeRegistrationPolicy(
  { actor, tx, record, now }: CommandContext,
  { version, policy }: Change,
) {
  const { tenantId } = actor;
  const before = await registrationPolicy(tx, tenantId);
  if (before.version !== version) return refuse('record.changed', { version: before.version });
  const changed = changes(before.policy, policy);
  if (!changed) return before;
  // Of two changes at once the key lets one in.
  const { rows } = await sql`
    insert into registration_policies (tenant_id, version, policy, changed_at, changed_by)
    values (${tenantId}, ${version + 1}, ${JSON.stringify(policy)}::jsonb, ${now}, ${actor.userId})
    on conflict do nothing returning version`.execute(tx);
  if (rows.length === 0) return refuse('record.changed', { version: version + 1 });
  await record({
    type: 'registration.policyChanged',
    subject: { kind: 'company', id: tenantId },
    data: { version: version + 1, ...changed },
  });
  return registrationPolicy(tx, tenantId);
}
