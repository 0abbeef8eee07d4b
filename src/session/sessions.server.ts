import { sql } from 'kysely';
import { readCompany } from '#company/company-store.server.ts';
import { can, type Actor } from '#permissions/actor.ts';
import { permissions } from '#permissions/permission.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { changes } from '#platform/events/event.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { found } from '#platform/http/refused.server.ts';
import { sessionContract, type Session } from '#session/session.contract.ts';

export const sessionHandlers = serve(sessionContract, {
  show: ({ actor, db }) => showSession(db, actor),

  changeProfile: async ({ actor, tx, record }, change) => {
    const { tenantId, userId: id } = actor;
    const { user: before } = await showSession(tx, actor);
    const changed = changes(before, change);
    if (changed) {
      const { timeZone, ...plain } = changed.after;
      await tx
        .updateTable('users')
        .set({ ...plain, ...(timeZone && { time_zone: timeZone }), version: sql`version + 1` })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute();
      await record({ type: 'user.changed', subject: { kind: 'user', id }, data: { name: before.name, ...changed } });
    }
    return showSession(tx, actor);
  },
});

async function showSession(db: ReadTx, actor: Actor): Promise<Session> {
  const { tenantId, userId } = actor;
  const row = await db
    .selectFrom('users as u')
    .select(['u.id', 'u.name', 'u.email', 'u.title', 'u.team_id', 'u.lang', 'u.time_zone'])
    .where('u.tenant_id', '=', tenantId)
    .where('u.id', '=', userId)
    .executeTakeFirst();
  const { id, name, email, title, team_id, lang, time_zone } = found(row);
  const { version: _, ...company } = await readCompany(db, tenantId);
  return {
    user: {
      id,
      name,
      email,
      title,
      teamId: team_id,
      roles: [...actor.roles],
      scope: actor.scope,
      lang: lang as Session['user']['lang'],
      timeZone: time_zone,
    },
    permissions: permissions.filter((permission) => can(actor, permission)),
    company: { ...company, id: tenantId },
  };
}
