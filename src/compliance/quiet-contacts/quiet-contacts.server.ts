import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { planEach } from '#platform/database/plans.server.ts';
import { contactVisibleTo, holdSubject } from '#platform/database/subject.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import { addDays, type Day } from '#shared/day.ts';
import { privacyPolicy } from '#compliance/personal-facts/privacy-policy.server.ts';
import { dueOn, quietSpan, type QuietContact } from '#compliance/quiet-contacts/quiet-contact.ts';
import { quietContactsContract } from '#compliance/quiet-contacts/quiet-contacts.contract.ts';
import { refuseWritten } from '#compliance/written-text.ts';

export const quietContactHandlers = serve(quietContactsContract, {
  list: async ({ actor, db, today }, { state, sort: _by, after, limit, order }) => {
    const { policy } = await privacyPolicy.current(db, actor.tenantId);
    const { reviewAfterDays } = policy;
    if (reviewAfterDays === null) return { rows: [], next: null, reviewAfterDays };
    // A plan for any company and day would read all traces of all contacts.
    await planEach(db, true);
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
    const { policy } = await privacyPolicy.current(tx, actor.tenantId);
    return { dueOn: policy.reviewAfterDays === null ? null : dueOn(today, policy.reviewAfterDays) };
  },
});

/** What the keeping of her data itself leaves in the history is no activity with her. */
const noActivity = ['contact.exported', 'contact.held', 'contact.holdLifted', 'contact.kept'];

const whose = (id: RawBuilder<unknown>) => ({ id, isHers: sql`${id} = c.id` });

/** Where activity with contacts stands beside their records: the rows `x`, when that was, and with whom. */
function traces({ tenantId }: Actor) {
  const tenant = sql`${tenantId}::uuid`;
  return [
    {
      rows: sql`events x where x.tenant_id = ${tenant} and x.subject_kind = 'contact' and x.actor_id is not null
        and x.type <> all(${noActivity}::text[])`,
      at: sql`x.at`,
      ...whose(sql`x.subject_id`),
    },
    {
      rows: sql`evidence x where x.tenant_id = ${tenant} and x.source_id is not null`,
      at: sql`x.recorded_at`,
      // The source may be a name, too.
      id: sql`case when x.source_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then x.source_id::uuid end`,
      isHers: sql`x.source_id = written.id`,
    },
    { rows: sql`chain_changes x where x.tenant_id = ${tenant}`, at: sql`x.at`, ...whose(sql`x.item_id`) },
    { rows: sql`chain_tellings x where x.tenant_id = ${tenant}`, at: sql`x.recorded_at`, ...whose(sql`x.contact_id`) },
    {
      rows: sql`gift_people x join gifts g on g.tenant_id = x.tenant_id and g.id = x.gift_id
        where x.tenant_id = ${tenant}`,
      at: sql`g.created_at`,
      ...whose(sql`x.contact_id`),
    },
  ];
}

/**
 * Contacts on whom nothing was done since a day, and who stand in no deal under way; the longest unchanged record first,
 * so that a page is a range of the index. Whatever is written or done on a contact leaves an event on her.
 */
function quietContacts(db: ReadTx, actor: Actor, { after, until }: { after: Day | null; until: Day }) {
  const tenant = sql`${actor.tenantId}::uuid`;
  const endOf = (day: Day) => sql`(${addDays(day, 1)}::timestamp at time zone ${actor.timeZone})`;
  const found = traces(actor);
  const newest = sql.join(found.map(({ rows, at, isHers }) => sql`(select max(${at}) from ${rows} and ${isHers})`));
  const last = sql<Day>`greatest(c.kept_on, (greatest(c.created_at, ${newest}) at time zone ${actor.timeZone})::date)`;
  const later = found.map(
    ({ rows, at, isHers }) => sql<boolean>`not exists (select from ${rows} and ${isHers} and ${at} >= ${endOf(until)})`,
  );
  /** With whom there was something between the two days: far fewer than all whose record is old. */
  const between = (from: Day) => sql<boolean>`c.id in (
    select k.id from contacts k where k.tenant_id = ${tenant} and k.updated_at >= ${endOf(from)}
      and k.updated_at < ${endOf(until)} and k.created_at >= ${endOf(from)}
    union all select k.id from contacts k where k.tenant_id = ${tenant} and k.kept_on > ${from}::date
    union all ${sql.join(
      found.map(
        ({ rows, at, id }) => sql`select ${id} from ${rows} and ${at} >= ${endOf(from)} and ${at} < ${endOf(until)}`,
      ),
      sql` union all `,
    )})`;
  return (
    db
      .selectFrom('contacts as c')
      // Beside a cast of her id no index is asked: under row policies it counts as leaking. What a subquery made is a plain column.
      .crossJoinLateral(sql<{ id: string }>`(select c.id::text as id offset 0)`.as('written'))
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
        last.as('lastOn'),
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
      .where(sql<boolean>`c.updated_at < ${endOf(until)}`)
      .where(sql<boolean>`(c.kept_on is null or c.kept_on <= ${until}::date)`)
      .where((where) => where.and(after === null ? later : [...later, between(after)]))
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
