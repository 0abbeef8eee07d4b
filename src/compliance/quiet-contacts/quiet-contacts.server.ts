import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { contactVisibleTo, holdSubject } from '#platform/database/subject.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import type { Day } from '#shared/day.ts';
import { currentPrivacy } from '#compliance/personal-facts/privacy-policy.server.ts';
import { dueOn, quietSpan, type QuietContact } from '#compliance/quiet-contacts/quiet-contact.ts';
import { quietContactsContract } from '#compliance/quiet-contacts/quiet-contacts.contract.ts';
import { refuseWritten } from '#compliance/written-text.ts';

export const quietContactHandlers = serve(quietContactsContract, {
  list: async ({ actor, db, today }, { state, sort: _by, after, limit, order }) => {
    const { policy } = await currentPrivacy(db, actor.tenantId);
    const { reviewAfterDays } = policy;
    if (reviewAfterDays === null) return { rows: [], next: null, reviewAfterDays };
    const query = quietContacts(db, actor, quietSpan(state, reviewAfterDays, today));
    const { rows, next } = await onePage(query, { after, limit, order }, sql.ref('c.updated_at'), sql.ref('c.id'));
    return { rows: rows.map((row) => typed(row, reviewAfterDays)), next, reviewAfterDays };
  },

  keep: async ({ actor, tx, record, today }, { id, reason }) => {
    const contact = await holdSubject(tx, actor, { kind: 'contact', id });
    decide(refuseWritten(reason));
    await sql`update contacts set kept_on = ${today}::date, kept_reason = ${reason}, kept_by = ${actor.userId}::uuid
      where tenant_id = ${actor.tenantId}::uuid and id = ${contact.id}::uuid`.execute(tx);
    await record({
      type: 'contact.kept',
      subject: { kind: 'contact', id: contact.id },
      accountId: contact.accountId,
      data: { name: contact.name, reason },
    });
    const { policy } = await currentPrivacy(tx, actor.tenantId);
    return { dueOn: policy.reviewAfterDays === null ? null : dueOn(today, policy.reviewAfterDays) };
  },
});

/** What the keeping of her data itself leaves in the history is no activity with her. */
const noActivity = ['contact.exported', 'contact.held', 'contact.holdLifted', 'contact.kept'];

/**
 * Contacts on whom nothing was done since a day, and who stand in no deal under way; the longest unchanged record first,
 * so that a page is a range of the index. Whatever is written or done on a contact leaves an event on her.
 */
function quietContacts(db: ReadTx, actor: Actor, { after, until }: { after: Day | null; until: Day }) {
  const tenant = sql`${actor.tenantId}::uuid`;
  const last = sql<Day>`greatest(
    c.created_at, c.kept_on,
    (select e.at from events e where e.tenant_id = ${tenant} and e.subject_id = c.id and e.actor_id is not null
      and e.type <> all(${noActivity}::text[]) order by e.id desc limit 1),
    (select max(m.at) from chain_changes m where m.tenant_id = ${tenant} and m.item_id = c.id),
    (select max(v.recorded_at) from deals d join evidence v on v.tenant_id = d.tenant_id and v.deal_id = d.id
      where d.tenant_id = ${tenant} and d.account_id = c.account_id and v.source_id = c.id::text),
    (select max(t.recorded_at) from chain_tellings t where t.tenant_id = ${tenant} and t.contact_id = c.id),
    (select max(g.created_at) from gift_people p join gifts g on g.tenant_id = p.tenant_id and g.id = p.gift_id
      where p.tenant_id = ${tenant} and p.contact_id = c.id)
  )`;
  return (
    db
      .selectFrom('contacts as c')
      .innerJoinLateral(
        sql<{ on: Day }>`(select (${last} at time zone 'Asia/Shanghai')::date as "on")`.as<'active'>(sql.ref('active')),
        (join) => join.onTrue(),
      )
      .leftJoin('accounts as a', (join) =>
        join.onRef('a.tenant_id', '=', 'c.tenant_id').onRef('a.id', '=', 'c.account_id').on(visibleTo(actor, 'a')),
      )
      .leftJoin('users as owner', (join) =>
        join.onRef('owner.tenant_id', '=', 'c.tenant_id').onRef('owner.id', '=', 'c.owner_id'),
      )
      .leftJoin('users as keeper', (join) =>
        join.onRef('keeper.tenant_id', '=', 'c.tenant_id').onRef('keeper.id', '=', 'c.kept_by'),
      )
      .select([
        'c.id',
        'c.name',
        'c.title',
        'a.id as accountId',
        'a.name as accountName',
        'owner.name as ownerName',
        'active.on as lastOn',
        'c.hold_reason',
        'c.kept_on',
        'c.kept_reason',
        'keeper.name as keptByName',
      ])
      .where('c.tenant_id', '=', actor.tenantId)
      .where('c.merged_into', 'is', null)
      .where('c.erased_at', 'is', null)
      .where(contactVisibleTo(actor, 'c'))
      // An update of the record is activity: what was changed later is not looked at one by one.
      .where(sql<boolean>`c.updated_at < (${until}::date + 1)`)
      .where('active.on', '<=', until)
      .where(sql<boolean>`(${after}::date is null or active.on > ${after}::date)`)
      .where(sql<boolean>`not exists (select from deals d
      where d.tenant_id = ${tenant} and d.account_id = c.account_id and d.state = 'open'
        and d.facts @> jsonb_build_object('lists', jsonb_build_object('stakeholders',
          jsonb_build_array(jsonb_build_object('id', c.id)))))`)
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof quietContacts>['execute']>>[number];

function typed({ hold_reason, kept_on, kept_reason, keptByName, ...row }: Row, reviewAfterDays: number): QuietContact {
  const kept = kept_on && { on: kept_on, reason: kept_reason ?? '', byName: keptByName ?? '' };
  return { ...row, dueOn: dueOn(row.lastOn, reviewAfterDays), held: hold_reason !== null, kept: kept || null };
}
