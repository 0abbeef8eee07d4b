import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ClosedDeal } from '#method/lint/loss-study.ts';
import { addDays, type Day, type Instant } from '#shared/day.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import { dealAsOf, type DealEvent, type PastDeal } from '#deals/deal-history.ts';
import { lintSubject, noCourse } from '#deals/deal-lint.ts';
import { situationOf } from '#deals/deal-situation.ts';
import { evidenceRecordsOf } from '#deals/evidence.server.ts';
import { coursesOf } from '#deals/lint-subjects-store.server.ts';

/** As many closed deals are looked at, the latest first. */
export const MOST_CLOSED = 300;

type Closed = { id: string; won: boolean; closedOn: Day };
type Told = DealEvent & { dealId: string };

/**
 * Closed deals as they stood at the end of the day `daysBefore` days before they closed: deal, evidence and tasks as
 * recorded by then, folded from the events. Deals that did not exist yet, were not open then, or came in by an import
 * after they had closed are not in `deals`: how they stood is not known. The number of statements does not grow.
 *
 * @returns `closed`: how many were looked at
 */
export async function closedDeals(
  db: ReadTx,
  actor: Actor,
  daysBefore: number,
): Promise<{ closed: number; deals: ClosedDeal[] }> {
  const { tenantId } = actor;
  const { rows: closed } = await sql<Closed>`
    select d.id, d.state = 'won' as won, d.closed_on as "closedOn" from deals d
    where d.tenant_id = ${tenantId} and d.state in ('won', 'lost') and d.closed_on is not null and ${visibleTo(actor, 'd')}
    order by d.closed_on desc, d.id limit ${MOST_CLOSED}`.execute(db);
  const ids = closed.map(({ id }) => id);
  const days = closed.map(({ closedOn }) => addDays(closedOn, -daysBefore));
  // By the clock of UTC: half a day more or less is no matter at this distance.
  const untils = days.map((day) => `${day}T23:59:59.999Z`);
  const [told, evidence, courses, lines] = await Promise.all([
    eventsUntil(db, tenantId, ids, untils),
    evidenceRecordsOf(db, tenantId, ids, untils),
    coursesOf(db, tenantId, ids, untils),
    productLinesById(db, tenantId),
  ]);
  const events = Map.groupBy(told, ({ dealId }) => dealId);
  const deals = await Promise.all(
    closed.map(async ({ id, won }, at): Promise<ClosedDeal[]> => {
      const past = dealAsOf(events.get(id) ?? [], untils[at]!);
      if (past?.deal.state !== 'open') return [];
      const { deal } = past;
      const compiled = await compiledPlaybook(db, tenantId, deal.playbookId, deal.playbookVersion);
      const situation = situationOf(deal, productLinesOf(past, lines), evidence.get(id) ?? [], days[at]!);
      const subject = lintSubject(deal, compiled, situation, courses.get(id) ?? noCourse);
      return subject ? [{ won, subject }] : [];
    }),
  );
  return { closed: closed.length, deals: deals.flat() };
}

async function eventsUntil(db: ReadTx, tenantId: string, ids: readonly string[], untils: readonly Instant[]) {
  const { rows } = await sql<Told>`
    select e.subject_id as "dealId", e.at, e.data - 'words' - 'before' as data
    from unnest(${[...ids]}::uuid[], ${[...untils]}::timestamptz[]) as chosen (id, until)
    join events e on e.tenant_id = ${tenantId}::uuid and e.subject_id = chosen.id and e.type like 'deal.%'
      and e.at <= chosen.until
    order by e.id`.execute(db);
  return rows;
}

async function productLinesById(db: ReadTx, tenantId: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('products').select(['id', 'line']).where('tenant_id', '=', tenantId).execute();
  return new Map(rows.map(({ id, line }) => [id, line]));
}

function productLinesOf({ lines }: PastDeal, known: ReadonlyMap<string, string>): number {
  return new Set((lines ?? []).map(({ productId }) => known.get(productId) ?? productId)).size;
}
