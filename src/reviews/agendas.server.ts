import { sql } from 'kysely';
import type { ReadTx } from '#platform/database/database.server.ts';
import { judgeCheck } from '#method/check.ts';
import { lintsOf } from '#lint/deal-lint-store.server.ts';
import { judgedDeals, type JudgedDeal } from '#deals/judged-deals-store.server.ts';
import { addDays, dayOf, daysBetween, type Instant } from '#shared/day.ts';
import type { Agenda } from '#reviews/agenda.ts';
import { agendaOf } from '#reviews/build-agenda.ts';
import { changesOf, toldTypes, type DealEvent, type DealTask } from '#reviews/changes.ts';
import { retestOf, type LastReview } from '#reviews/retest.ts';
import { LOOK_BACK, type Moment } from '#reviews/standings.server.ts';

type Asked = { tenantId: string; timeZone: string };
type Last = LastReview & { dealId: string; itemId: string; closedAt: Instant };
/** `item`: where the last review talked about the deal. */
type Since = { deal: string; since: Instant; item: string | null };

/** The judgement of a check of a deal, wherever in its method the check stands. */
export function isMetIn({ compiled, situation }: JudgedDeal): (check: string) => boolean {
  return (id) => {
    const check = compiled.checkById.get(id);
    return check !== undefined && judgeCheck(check, situation).met;
  };
}

/**
 * The agendas of these deals as of today, by deal; as many statements for forty as for one. Visibility is the caller's.
 *
 * @param except the review that is being prepared: what it says itself is not what was said last time
 */
export async function agendasOf(
  db: ReadTx,
  { tenantId, timeZone }: Asked,
  dealIds: readonly string[],
  { today }: Pick<Moment, 'today'>,
  except: string | null,
): Promise<Map<string, Agenda>> {
  if (dealIds.length === 0) return new Map();
  const [judged, last, paces, lints] = await Promise.all([
    judgedDeals(db, tenantId, dealIds, today),
    lastReviews(db, tenantId, dealIds, except),
    pacesOf(db, tenantId),
    lintsOf(db, tenantId, dealIds, today),
  ]);
  const lookBack = `${addDays(today, -LOOK_BACK)}T00:00:00.000Z`;
  const since = dealIds.map((deal): Since => ({
    deal,
    since: last.get(deal)?.closedAt ?? lookBack,
    item: last.get(deal)?.itemId ?? null,
  }));
  const [events, tasks, names] = await Promise.all([
    eventsSince(db, tenantId, since),
    tasksSince(db, tenantId, since),
    namesOf(db, tenantId, [...judged.values()]),
  ]);
  return new Map(
    since.flatMap(({ deal: id, since: from }): [string, Agenda][] => {
      const one = judged.get(id);
      if (!one) return [];
      const { deal, ownerName, compiled, situation, gate } = one;
      const before = last.get(id);
      const { currency, stageId, playbookId, stageSince } = deal;
      const agenda = agendaOf({
        today,
        since: dayOf(from, timeZone),
        deal,
        ownerName,
        compiled,
        situation,
        gate,
        days: Math.max(0, daysBetween(dayOf(stageSince, timeZone), today)),
        usualDays: paces.get(`${playbookId} ${stageId}`) ?? null,
        names,
        findings: lints.get(id)?.standing ?? [],
        changes: changesOf(events.get(id) ?? [], tasks.get(id) ?? [], { today, timeZone, currency }),
        last: before ? retestOf(before, isMetIn(one), today) : null,
      });
      return [[id, agenda]];
    }),
  );
}

/** The last closed review of each deal, with what it left. */
async function lastReviews(
  db: ReadTx,
  tenantId: string,
  dealIds: readonly string[],
  except: string | null,
): Promise<Map<string, Last>> {
  const { rows } = await sql<Last>`
    select last.*,
      (select coalesce(jsonb_agg(jsonb_build_object('title', t.title, 'ownerName', o.name, 'dueOn', t.due_on,
          'done', t.done_at is not null, 'checkId', t.check_id, 'pointId', a.point_id) order by t.due_on, t.id), '[]')
        from review_acts a join tasks t on t.tenant_id = a.tenant_id and t.id = a.task_id
        join users o on o.tenant_id = t.tenant_id and o.id = t.owner_id
        where a.tenant_id = ${tenantId}::uuid and a.item_id = last."itemId") as acts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'text', p.text, 'checkId', p.check_id) order by p.id), '[]')
        from review_points p where p.tenant_id = ${tenantId}::uuid and p.item_id = last."itemId"
          and p.kind = 'vulnerability') as vulnerabilities
    from (select distinct on (i.deal_id) i.deal_id as "dealId", i.id as "itemId", r.id as "reviewId",
        r.name as "reviewName", r.held_on as "on", r.closed_at as "closedAt"
      from review_items i join reviews r on r.tenant_id = i.tenant_id and r.id = i.review_id
      where i.tenant_id = ${tenantId}::uuid and i.deal_id = any(${[...dealIds]}::uuid[]) and r.state = 'closed' and not i.skipped
        and r.id is distinct from ${except}::uuid
      order by i.deal_id, r.closed_at desc) last`.execute(db);
  return new Map(rows.map((row) => [row.dealId, row]));
}

async function pacesOf(db: ReadTx, tenantId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('stage_paces')
    .select(['playbook_id', 'stage_id', 'usual_days'])
    .where('tenant_id', '=', tenantId)
    .execute();
  return new Map(rows.map((row) => [`${row.playbook_id} ${row.stage_id}`, row.usual_days]));
}

/** Of a busy deal the latest: nobody reads more in a meeting. */
const MOST_EVENTS = 200;

async function eventsSince(db: ReadTx, tenantId: string, since: Since[]): Promise<Map<string, DealEvent[]>> {
  const { rows } = await sql<DealEvent & { deal: string }>`
    select s.deal, e.at, e.type, e.data, u.name as "actorName"
    from json_to_recordset(${JSON.stringify(since)}::json) as s (deal uuid, since timestamptz)
    cross join lateral (select e.at, e.type, e.data, e.actor_id from events e
      where e.tenant_id = ${tenantId}::uuid and e.subject_id = s.deal and e.at > s.since
        and e.type = any(${toldTypes}::text[])
      order by e.id desc limit ${MOST_EVENTS}) e
    left join users u on u.tenant_id = ${tenantId}::uuid and u.id = e.actor_id`.execute(db);
  return Map.groupBy(rows, ({ deal }) => deal);
}

/** Acts of the last review are not among them: they are tested on their own. */
async function tasksSince(db: ReadTx, tenantId: string, since: Since[]): Promise<Map<string, DealTask[]>> {
  const { rows } = await sql<DealTask & { deal: string }>`
    select s.deal, t.title, o.name as "ownerName", t.due_on as "dueOn", t.done_at as "doneAt"
    from json_to_recordset(${JSON.stringify(since)}::json) as s (deal uuid, since timestamptz, item uuid)
    join tasks t on t.tenant_id = ${tenantId}::uuid and t.subject_id = s.deal
      and (t.done_at is null or t.done_at > s.since)
      and not exists (select from review_acts a
        where a.tenant_id = t.tenant_id and a.task_id = t.id and a.item_id = s.item)
    join users o on o.tenant_id = t.tenant_id and o.id = t.owner_id`.execute(db);
  return Map.groupBy(rows, ({ deal }) => deal);
}

/** Those who overrode or accepted. */
async function namesOf(db: ReadTx, tenantId: string, judged: readonly JudgedDeal[]): Promise<Map<string, string>> {
  const ids = judged.flatMap(({ deal }) => [...deal.overrides, ...deal.acceptances].map(({ by }) => by));
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from users where tenant_id = ${tenantId}::uuid and id = any(${[...new Set(ids)]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
