import { sql } from 'kysely';
import { refuse } from '#shared/refusal.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { changes } from '#platform/events/event.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import type { PrivacyPolicyView } from '#compliance/personal-facts/personal-facts.contract.ts';
import { defaultPrivacyPolicy, PrivacyPolicy } from '#compliance/personal-facts/privacy-policy.ts';

/** What the company keeps now; nothing set: the defaults, which also stand in for kinds that came later. */
export async function currentPrivacy(db: ReadTx, tenantId: string): Promise<PrivacyPolicyView> {
  const row = await db
    .selectFrom('privacy_policies as p')
    .leftJoin('users as u', (on) => on.onRef('u.tenant_id', '=', 'p.tenant_id').onRef('u.id', '=', 'p.changed_by'))
    .select(['p.version', 'p.policy', 'p.changed_at as changedAt', 'u.name as changedByName'])
    .where('p.tenant_id', '=', tenantId)
    .orderBy('p.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return { version: 0, policy: defaultPrivacyPolicy, changedAt: null, changedByName: null };
  const kept = row.policy as PrivacyPolicy;
  const kinds = { ...defaultPrivacyPolicy.kinds, ...kept.kinds };
  return { ...row, policy: PrivacyPolicy.parse({ ...kept, kinds }) };
}

type Change = { version: number; policy: PrivacyPolicy };

export async function changePrivacy({ actor, tx, record, now }: CommandContext, { version, policy }: Change) {
  const { tenantId } = actor;
  const before = await currentPrivacy(tx, tenantId);
  if (before.version !== version) return refuse('record.changed', { version: before.version });
  const changed = changes(flat(before.policy), flat(policy));
  if (!changed) return before;
  // Of two changes at once the key lets one in.
  const { rows } = await sql`
    insert into privacy_policies (tenant_id, version, policy, changed_at, changed_by)
    values (${tenantId}, ${version + 1}, ${JSON.stringify(policy)}::jsonb, ${now}, ${actor.userId})
    on conflict do nothing returning version`.execute(tx);
  if (rows.length === 0) return refuse('record.changed', { version: version + 1 });
  await record({
    type: 'privacy.policyChanged',
    subject: { kind: 'company', id: tenantId },
    data: { version: version + 1, ...changed },
  });
  return currentPrivacy(tx, tenantId);
}

/** Kind by kind, so that the event tells the changed ones only. */
function flat({ kinds, reviewAfterDays }: PrivacyPolicy): Record<string, unknown> {
  return { ...kinds, reviewAfterDays };
}
