import { sql } from 'kysely';
import type { Database } from '#platform/database/database.server.ts';
import type { NewEvent } from '#platform/events/event.ts';
import { recordAll } from '#platform/events/events.server.ts';

export type SessionEvent =
  | 'session.started'
  | 'session.refused'
  | 'session.locked'
  | 'session.ended'
  | 'session.revoked'
  | 'password.changed'
  | 'secondFactor.enabled'
  | 'secondFactor.disabled'
  | 'secondFactor.refused'
  | 'secondFactor.codesRenewed';

export type SessionAccess = {
  type: SessionEvent;
  who: { identityId: string } | { email: string };
  /** The network address it came from. */
  address: string | null;
};

/**
 * Writes what happens at the door into the audit log of each company that the person belongs to. An address that nobody
 * signs in with has no company, and leaves no event.
 */
export function sessionRecorder(database: Database) {
  return async ({ type, who, address }: SessionAccess): Promise<void> => {
    const now = new Date().toISOString();
    const known = 'email' in who ? sql`i.email = ${who.email}` : sql`i.id = ${who.identityId}`;
    const { rows } = await sql<{ tenant_id: string; user_id: string; name: string }>`
      select m.tenant_id, m.user_id, i.name from auth_user i join auth_memberships m on m.identity_id = i.id
      where ${known}`.execute(database.system);
    for (const { tenant_id, user_id, name } of rows) {
      const event: NewEvent = { type, subject: { kind: 'user', id: user_id }, data: { name, address } };
      // Who failed at the door may be anybody.
      const actorId = type.endsWith('.refused') || type === 'session.locked' ? null : user_id;
      await database.write(tenant_id, async (tx) => {
        await recordAll(tx, { tenantId: tenant_id, userId: actorId }, now, null, [event]);
        if (type !== 'session.started') return;
        await tx
          .updateTable('users')
          .set({ signed_in_at: now })
          .where('tenant_id', '=', tenant_id)
          .where('id', '=', user_id)
          .execute();
      });
    }
  };
}
