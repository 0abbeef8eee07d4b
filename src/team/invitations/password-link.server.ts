import { refuse } from '#shared/refusal.ts';
import type { Database } from '#platform/database/database.server.ts';
import { recorder } from '#platform/events/events.server.ts';
import { serveOpen } from '#platform/http/handlers.server.ts';
import { found } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { newSecret } from '#platform/secret.server.ts';
import { RESET_HOURS } from '#team/invitations/invitation.ts';
import { later, linkOf } from '#team/invitations/invitations.server.ts';
import { passwordLinkContract } from '#team/invitations/password-link.contract.ts';

export const passwordLinkHandlers = serveOpen(passwordLinkContract, {
  make: async ({ database, actor, now, requestId }, { id, dropSecondFactor }) => {
    const { tenantId } = actor!;
    if (await isShared(database, tenantId, id)) return refuse('user.identityShared');
    return database.write(tenantId, async (tx) => {
      const query = tx.selectFrom('users').select(['name', 'email', 'roles', 'scope']);
      const of = query.where('tenant_id', '=', tenantId).where('id', '=', id).where('active', '=', true);
      const user = found(await of.where('identity_id', 'is not', null).executeTakeFirst());
      const { secret, hash } = newSecret(tenantId);
      await tx
        .insertInto('invitations')
        .values({
          ...user,
          tenant_id: tenantId,
          id: newId(),
          user_id: id,
          drops_second_factor: dropSecondFactor,
          token_hash: hash,
          invited_by: actor!.userId,
          created_at: now,
          expires_at: later(now, RESET_HOURS),
        })
        .execute();
      const record = recorder(tx, actor!, now, requestId);
      const data = { name: user.name, dropSecondFactor };
      await record({ type: 'password.linkMade', subject: { kind: 'user', id }, data });
      return { path: linkOf(secret) };
    });
  },
});

/** Whether another company relies on the same identity: its administrator alone may not take it over. */
export async function isShared(database: Pick<Database, 'system'>, tenantId: string, userId: string): Promise<boolean> {
  const others = await database.system
    .selectFrom('auth_memberships as mine')
    .innerJoin('auth_memberships as other', 'other.identity_id', 'mine.identity_id')
    .select('other.user_id')
    .where('mine.tenant_id', '=', tenantId)
    .where('mine.user_id', '=', userId)
    .where('other.tenant_id', '!=', tenantId)
    .executeTakeFirst();
  return others !== undefined;
}
