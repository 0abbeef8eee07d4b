import { sql } from 'kysely';
import type { Instant } from '#shared/day.ts';
import type { Tx } from '#platform/database/database.server.ts';
import type { Doer, RecordedEvent } from '#platform/events/events.server.ts';
import { newIdInSql } from '#platform/id.server.ts';
import { mentionedIn } from '#notifications/mention.ts';
import { tellingsOf, type Telling } from '#notifications/telling.ts';

type Numbered = Telling & { event: RecordedEvent; n: number };

/**
 * Tells people of what others did to what is theirs, in the transaction of the event: what is rolled back was never
 * told, what is committed is. One statement, two when a note was written; none for events nobody is told of.
 */
export async function tellPeople(tx: Tx, doer: Doer, now: Instant, events: readonly RecordedEvent[]): Promise<void> {
  const tellings: Numbered[] = events
    .flatMap((event) => tellingsOf(event).map((telling) => ({ ...telling, event })))
    .map((telling, n) => ({ ...telling, n }));
  if (tellings.length === 0) return;
  const resolved = await mentionsResolved(tx, doer.tenantId, tellings);
  if (resolved.length > 0) await tell(tx, doer, now, resolved);
}

/** Up to two of a kind are told one by one; more, given in one act, are one notification: the first, and how many. */
const FEW = 3;

/** Each of them who is still here, once. Whoever did it is left out. */
async function tell(tx: Tx, { tenantId, userId }: Doer, now: Instant, tellings: readonly Numbered[]): Promise<void> {
  const asked = tellings.map(({ n, kind, event, facts, to }) => ({
    n,
    kind,
    event_id: event.id,
    subject_kind: event.subject.kind,
    subject_id: event.subject.id,
    data: facts,
    people: to.people ?? [],
    deal: to.dealTeam ?? null,
    except: to.except ?? [],
    task: to.giverOf ?? null,
    invitation: to.inviterOf ?? null,
    owners_of: to.dealOwners ?? [],
  }));
  const tenant = sql`${tenantId}::uuid`;
  const of = (table: string, columns: string, ids: string) =>
    sql`array(select ${sql.raw(columns)} from ${sql.table(table)} s where s.tenant_id = ${tenant} and s.id = ${sql.raw(ids)})`;
  // Only what these tellings ask for is looked up, once for each: most are of one deal, for its team.
  const people = [
    sql`t.people`,
    asked.some(({ deal }) => deal) && of('deals', 'unnest(s.member_ids || s.owner_id)', 't.deal'),
    asked.some(({ task }) => task) && of('tasks', 's.created_by', 't.task'),
    asked.some(({ invitation }) => invitation) && of('invitations', 's.invited_by', 't.invitation'),
    asked.some(({ owners_of }) => owners_of.length > 0) && of('deals', 's.owner_id', 'any(t.owners_of)'),
  ].filter((part) => part !== false);
  // Of few tellings none can be one too many.
  const places =
    asked.length < FEW
      ? sql`1 as several, 1 as place`
      : sql`count(*) over alike as several, row_number() over (alike order by t.n) as place`;
  await sql`
    insert into notifications (tenant_id, id, user_id, event_id, kind, subject_kind, subject_id, data, at)
    select ${tenant}, ${newIdInSql(sql.ref('told.user_id'))}, user_id, event_id, kind, subject_kind, subject_id,
      case when several < ${FEW} then data else data || jsonb_build_object('several', several) end, ${now}
    from (
      select t.*, person.user_id, ${places}
      from json_to_recordset(${JSON.stringify(asked)}::json) as t (n int, kind text, event_id uuid, subject_kind text,
        subject_id uuid, data jsonb, people uuid[], deal uuid, "except" uuid[], task uuid, invitation uuid, owners_of uuid[])
      cross join lateral (
        select u.id as user_id from (select distinct unnest(${sql.join(people, sql` || `)}) as id) called
        join users u on u.tenant_id = ${tenant} and u.id = called.id and u.active
        where called.id is distinct from ${userId}::uuid and called.id <> all (t."except")) person
      window alike as (partition by person.user_id, t.kind)) told
    where several < ${FEW} or place = 1
    order by n, user_id`.execute(tx);
}

/** Tellings of notes and of comments in reviews, with the people that they mention and who may see what they are about. */
async function mentionsResolved(tx: Tx, tenantId: string, tellings: Numbered[]): Promise<Numbered[]> {
  const noteIds = tellings.flatMap(({ to }) => (to.mentionedIn ? [to.mentionedIn] : []));
  if (noteIds.length === 0) return tellings;
  const { rows } = await sql<{ note_id: string; body: string; id: string; name: string }>`
    select n.id as note_id, n.body, u.id, u.name
    from (
      select tenant_id, id, body, subject_kind, subject_id from notes
      where tenant_id = ${tenantId}::uuid and id = any(${noteIds}::uuid[])
      union all
      select c.tenant_id, c.id, c.body, 'deal', i.deal_id from review_comments c
      join review_items i on i.tenant_id = c.tenant_id and i.id = c.item_id
      where c.tenant_id = ${tenantId}::uuid and c.id = any(${noteIds}::uuid[])) n
    join users u on u.tenant_id = n.tenant_id and u.active and position(u.name in n.body) > 0
    left join deals d on d.tenant_id = n.tenant_id and d.id = n.subject_id and n.subject_kind = 'deal'
    left join contacts c on c.tenant_id = n.tenant_id and c.id = n.subject_id and n.subject_kind = 'contact'
    left join accounts a on a.tenant_id = n.tenant_id
      and a.id = case n.subject_kind when 'contact' then c.account_id when 'account' then n.subject_id end
    left join teams t on t.tenant_id = n.tenant_id and t.id = coalesce(d.team_id, a.team_id, c.team_id)
    where n.tenant_id = ${tenantId}::uuid and n.body ~ '[@＠]'
      and (u.scope = 'all' or u.id in (d.owner_id, a.owner_id, c.owner_id)
        or u.id = any(d.member_ids || a.member_ids)
        or (u.scope = 'team' and u.team_id = t.id) or (u.scope = 'tree' and u.team_id = any(t.path)))`.execute(tx);
  return tellings.flatMap((telling) => {
    const noteId = telling.to.mentionedIn;
    if (!noteId) return [telling];
    const known = rows.filter((row) => row.note_id === noteId);
    const people = known[0] ? mentionedIn(known[0].body, known) : [];
    return people.length > 0 ? [{ ...telling, to: { people } }] : [];
  });
}
