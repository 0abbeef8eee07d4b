import { sql } from 'kysely';
import { can, type Actor } from '#permissions/actor.ts';
import { permissions } from '#permissions/permission.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { found } from '#platform/http/refused.server.ts';
import { sessionContract, type Session } from '#session/session.contract.ts';

export const sessionHandlers = serve(sessionContract, {
  show: ({ actor, db }) => showSession(db, actor),

  changeProfile: async ({ actor, tx, record }, { timeZone, ...fields }) => {
    const values = { ...fields, ...(timeZone && { time_zone: timeZone }) };
    if (Object.keys(values).length > 0) {
      await tx
        .updateTable('users')
        .set({ ...values, version: sql`version + 1` })
        .where('tenant_id', '=', actor.tenantId)
        .where('id', '=', actor.userId)
        .execute();
      await record({ type: 'user.changed', subject: { kind: 'user', id: actor.userId }, data: { after: values } });
    }
    return showSession(tx, actor);
  },
});

async function showSession(db: ReadTx, actor: Actor): Promise<Session> {
  const { tenantId, userId } = actor;
  const row = await db
    .selectFrom('users as u')
    .innerJoin('tenants as t', 't.id', 'u.tenant_id')
    .select(['u.id', 'u.name', 'u.email', 'u.title', 'u.team_id', 'u.lang', 'u.time_zone', 't.name as company'])
    .where('u.tenant_id', '=', tenantId)
    .where('u.id', '=', userId)
    .executeTakeFirst();
  const { id, name, email, title, team_id, lang, time_zone, company } = found(row);
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
    company: { id: tenantId, name: company },
  };
}
