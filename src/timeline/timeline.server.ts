import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import { contactVisibleTo, subjectOf } from '#platform/database/subject.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import { openEventData } from '#chain/chain-access.ts';
import { seesBeliefsOf } from '#chain/store/beliefs-store.server.ts';
import { timelineContract, type TimelineEvent } from '#timeline/timeline.contract.ts';

export const timelineHandlers = serve(timelineContract, {
  list: async ({ actor, db }, { subjectKind, subjectId, alone, after, limit }) => {
    const subject = await subjectOf(db, actor, { kind: subjectKind, id: subjectId });
    const tenant = sql`${actor.tenantId}::uuid`;
    // What was told of a record before it was merged into this one belongs here too.
    const ids =
      subjectKind === 'deal'
        ? sql`(${subject.id}::uuid)`
        : sql`(select ${subject.id}::uuid union all
            select m.id from ${sql.table(subjectKind === 'account' ? 'accounts' : 'contacts')} m
            where m.tenant_id = ${tenant} and m.merged_into = ${subject.id}::uuid)`;
    const whole = subjectKind === 'account' && !alone;
    const query = db
      .selectFrom('events')
      .leftJoin('users as actor', (join) =>
        join.onRef('actor.tenant_id', '=', 'events.tenant_id').onRef('actor.id', '=', 'events.actor_id'),
      )
      .select([
        'events.id',
        'events.at',
        'events.type',
        'events.actor_id as actorId',
        'actor.name as actorName',
        'events.subject_kind as kind',
        'events.subject_id as subjectId',
        'events.data',
        seesItsBeliefs(actor).as('sees'),
      ])
      .where('events.tenant_id', '=', actor.tenantId)
      .where(
        whole
          ? sql<boolean>`(events.account_id in ${ids} and ${mayBeTold(actor)})`
          : sql<boolean>`events.subject_id in ${ids}`,
      );
    const at = sql.ref('events.at');
    const { rows, next } = await onePage(query, { after, limit, order: 'desc' }, at, sql.ref('events.id'));
    return { rows: rows.map(toEvent), next };
  },
});

/** What is believed of people is for the deal's team. */
function seesItsBeliefs(actor: Actor) {
  return sql<boolean>`events.subject_kind <> 'deal' or exists (select from deals b
    where b.tenant_id = events.tenant_id and b.id = events.subject_id and ${seesBeliefsOf(actor, 'b')})`;
}

/** Who sees an account need not see each of its deals. */
function mayBeTold(actor: Actor) {
  const seen = (table: 'deals' | 'contacts') => {
    const visible = table === 'deals' ? visibleTo(actor, 's') : contactVisibleTo(actor, 's');
    return sql`exists (select from ${sql.table(table)} s
      where s.tenant_id = events.tenant_id and s.id = events.subject_id and ${visible})`;
  };
  if (actor.scope === 'all') return sql<boolean>`true`;
  return sql<boolean>`case events.subject_kind when 'deal' then ${seen('deals')}
    when 'contact' then ${seen('contacts')} else true end`;
}

type Row = Omit<TimelineEvent, 'subject' | 'data'> & { kind: string; subjectId: string; data: unknown; sees: boolean };

function toEvent({ id, at, type, actorId, actorName, kind, subjectId, data: all, sees }: Row): TimelineEvent {
  const data = all as TimelineEvent['data'];
  return {
    id,
    at,
    type,
    actorId,
    actorName,
    subject: { kind, id: subjectId },
    data: sees ? data : openEventData(data),
  };
}
