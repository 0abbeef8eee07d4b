import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { columns } from '#platform/database/columns.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import { isFoundIn } from '#platform/search/grams.server.ts';
import type { DealRow } from '#deals/deal.ts';
import type { DealFilters } from '#deals/deals.contract.ts';
import type { Day, Instant } from '#shared/day.ts';

type At = { after?: string | undefined; limit: number; order: 'asc' | 'desc' };

const sortKeys = {
  closeOn: sql`coalesce(d.close_on, date '9999-12-31')`,
  amount: sql`coalesce(d.amount, -1)`,
  updated: sql`d.updated_at`,
  name: sql`d.name`,
};

export async function listDeals(
  db: ReadTx,
  actor: Actor,
  filters: DealFilters & { ids?: string[] | undefined },
  sort: keyof typeof sortKeys,
  at: At,
): Promise<{ rows: DealRow[]; next: string | null }> {
  return onePage(selectRows(db, actor, filters), at, sortKeys[sort], sql.ref('d.id'));
}

type BoardInput = DealFilters & { playbookId: string; cards: number };

/** Columns in no order of stages: counts, amounts and ages in one query, the first cards of each in another. */
export async function dealsBoard(db: ReadTx, actor: Actor, { cards, ...filters }: BoardInput, now: Instant) {
  const open = { ...filters, state: filters.state ?? ('open' as const) };
  const totals = await sql<{ stage_id: string; count: number; amount: number; days: number | null }>`
    select d.stage_id, count(*)::int as count, coalesce(sum(d.amount), 0)::bigint as amount,
      percentile_cont(0.5) within group (order by extract(epoch from (${now}::timestamptz - d.stage_since)) / 86400) as days
    from deals d where ${whereDeals(actor, open)} group by d.stage_id`.execute(db);
  // Each column's first cards are a range of an index; only then are they joined to what a card shows.
  const firstIds = await sql<{ id: string }>`
    select first.id from unnest(${totals.rows.map((row) => row.stage_id)}::text[]) as stage (id)
    cross join lateral (
      select d.id from deals d where ${whereDeals(actor, open)} and d.stage_id = stage.id
      order by coalesce(d.close_on, date '9999-12-31'), d.id limit ${cards}) as first`.execute(db);
  const first = await selectRows(db, actor, {})
    .where(sql<boolean>`d.id = any(${firstIds.rows.map(({ id }) => id)}::uuid[])`)
    .orderBy(sql`coalesce(d.close_on, date '9999-12-31'), d.id`)
    .execute();
  return totals.rows.map(({ stage_id, count, amount, days }) => {
    const own = first.filter((row) => row.stageId === stage_id);
    const last = own.at(-1);
    const next = last && count > own.length ? cursorAfter(last.closeOn, last.id) : null;
    return { stageId: stage_id, count, amount, medianDays: days && Math.round(days * 10) / 10, cards: own, next };
  });
}

/** Goes on with the list of the column's stage, sorted by close day. */
function cursorAfter(closeOn: Day | null, id: string): string {
  return Buffer.from(JSON.stringify([closeOn ?? '9999-12-31', id])).toString('base64url');
}

function selectRows(db: ReadTx, actor: Actor, filters: DealFilters & { ids?: string[] | undefined }) {
  return db
    .selectFrom('deals as d')
    .leftJoin('accounts as a', (on) => on.onRef('a.tenant_id', '=', 'd.tenant_id').onRef('a.id', '=', 'd.account_id'))
    .leftJoin('users as u', (on) => on.onRef('u.tenant_id', '=', 'd.tenant_id').onRef('u.id', '=', 'd.owner_id'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('tasks as t')
          .select(sql`json_build_object('title', t.title, 'dueOn', t.due_on)`.as('nextAct'))
          .whereRef('t.tenant_id', '=', 'd.tenant_id')
          .whereRef('t.subject_id', '=', 'd.id')
          .where('t.done_at', 'is', null)
          .orderBy('t.due_on')
          .limit(1)
          .as('next'),
      (on) => on.onTrue(),
    )
    .where(whereDeals(actor, filters))
    .select(rowColumns)
    .$castTo<DealRow>();
}

// Exactly what a DealRow has: it goes out unchecked (gate-shapes.test.ts holds rows against the schema). One piece of text: built
// anew for each request, thirty-six columns cost as much as sending the statement.
const rowColumns = columns(`
  d.id, d.name, d.account_id as "accountId", a.name as "accountName", d.amount, d.currency, d.close_on as "closeOn", d.origin,
  d.class, d.grade, d.state, d.playbook_id as "playbookId", d.playbook_version as "playbookVersion", d.stage_id as "stageId",
  d.stage_since as "stageSince", d.reason, d.reason_note as "reasonNote", d.winner, d.price_gap as "priceGap",
  d.revisit_on as "revisitOn", d.closed_on as "closedOn", d.finished_on as "finishedOn", d.owner_id as "ownerId",
  u.name as "ownerName", d.team_id as "teamId", d.tags, d.gate_met as "gateMet", d.gate_total as "gateTotal",
  cardinality(d.lints) as lints, d.lint_serious as "lintSerious", d.version,
  d.created_at as "createdAt", d.updated_at as "updatedAt", d.overrides <> '[]' as overridden, next."nextAct"`);

/** Filters and visibility of the table aliased `d`. */
export function whereDeals(actor: Actor, filters: DealFilters & { ids?: string[] | undefined }): RawBuilder<boolean> {
  const {
    ids,
    search,
    accountId,
    ownerId,
    teamId,
    playbookId,
    stageId,
    state,
    grade,
    tag,
    lint,
    closeFrom,
    closeTo,
    custom,
  } = filters;
  const parts: (RawBuilder<boolean> | undefined | '')[] = [
    sql<boolean>`d.tenant_id = ${actor.tenantId}`,
    visibleTo(actor, 'd'),
    search && isFoundIn('sought_deals', actor.tenantId, sql.ref('d.id'), search),
    ids && sql<boolean>`d.id = any(${ids}::uuid[])`,
    accountId && sql<boolean>`d.account_id = ${accountId}`,
    ownerId && sql<boolean>`d.owner_id = ${ownerId}`,
    teamId && sql<boolean>`d.team_id = ${teamId}`,
    playbookId && sql<boolean>`d.playbook_id = ${playbookId}`,
    stageId && sql<boolean>`d.stage_id = ${stageId}`,
    state && sql<boolean>`d.state = ${state}`,
    filters.class && sql<boolean>`d.class = ${filters.class}`,
    grade && sql<boolean>`d.grade = ${grade}`,
    tag && sql<boolean>`d.tags @> ${[tag]}::text[]`,
    lint && sql<boolean>`d.lints @> ${[lint]}::text[]`,
    closeFrom && sql<boolean>`d.close_on >= ${closeFrom}::date`,
    closeTo && sql<boolean>`d.close_on <= ${closeTo}::date`,
    ...Object.entries(custom ?? {}).map(([key, value]) => sql<boolean>`d.custom ->> ${key} = ${value}`),
  ];
  return sql<boolean>`${sql.join(
    parts.filter((part) => part !== undefined && part !== ''),
    sql` and `,
  )}`;
}
