import { sql } from 'kysely';
import { serve } from '#platform/http/handlers.server.ts';
import { refuse } from '#shared/refusal.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import type { NotificationFacts, NotificationKind } from '#notifications/notification.ts';
import { mostUnread, notificationsContract } from '#notifications/notifications.contract.ts';

export const notificationHandlers = serve(notificationsContract, {
  unread: async ({ actor, db }) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from (select from notifications
        where tenant_id = ${actor.tenantId}::uuid and user_id = ${actor.userId}::uuid and read_at is null
        limit ${mostUnread + 1}) unread`.execute(db);
    return rows[0]!;
  },

  list: async ({ actor, db }, { unread, after, limit }) => {
    let mine = db
      .selectFrom('notifications as n')
      .leftJoin('events as e', (on) => on.onRef('e.tenant_id', '=', 'n.tenant_id').onRef('e.id', '=', 'n.event_id'))
      .leftJoin('users as u', (on) => on.onRef('u.tenant_id', '=', 'e.tenant_id').onRef('u.id', '=', 'e.actor_id'))
      .select([
        'n.id',
        'n.kind',
        'n.subject_kind',
        'n.subject_id',
        'n.data',
        'n.at',
        'n.read_at',
        'u.name as actorName',
      ])
      .where('n.tenant_id', '=', actor.tenantId)
      .where('n.user_id', '=', actor.userId);
    if (unread) mine = mine.where('n.read_at', 'is', null);
    const id = sql.ref('n.id');
    const { rows, next } = await onePage(mine, { after, limit, order: 'desc' }, id, id);
    return {
      rows: rows.map((row) => ({
        id: row.id,
        kind: row.kind as NotificationKind,
        subject: { kind: row.subject_kind, id: row.subject_id },
        facts: row.data as NotificationFacts,
        actorName: row.actorName,
        at: row.at,
        read: row.read_at !== null,
      })),
      next,
    };
  },

  read: async ({ actor, tx, now }, { id, read }) => {
    const mine = await tx
      .updateTable('notifications')
      .set({ read_at: read ? now : null })
      .where('tenant_id', '=', actor.tenantId)
      .where('user_id', '=', actor.userId)
      .where('id', '=', id)
      .executeTakeFirst();
    return mine.numUpdatedRows === 0n ? refuse('record.notFound') : { id, read };
  },

  readAll: async ({ actor, tx, now }, { until }) => {
    let unread = tx
      .updateTable('notifications')
      .set({ read_at: now })
      .where('tenant_id', '=', actor.tenantId)
      .where('user_id', '=', actor.userId)
      .where('read_at', 'is', null);
    if (until) unread = unread.where('at', '<=', until);
    const { numUpdatedRows } = await unread.executeTakeFirst();
    return { count: Number(numUpdatedRows) };
  },
});
