import { sql, type RawBuilder } from 'kysely';
import { visibleTo } from '#platform/database/visible.server.ts';
import { serve, type QueryContext } from '#platform/http/handlers.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import { addComment, removeComment } from '#reviews/comments.server.ts';
import { createReview, setAgenda, updateReview } from '#reviews/plan-review.server.ts';
import { addAct, addPoint, changePoint, removePoint } from '#reviews/points.server.ts';
import type { Candidate } from '#reviews/review-page.ts';
import { ranked, reviewPage } from '#reviews/review-page.server.ts';
import { loadReview, placesOf, reviewVisibleTo, takesPart } from '#reviews/review-rows.server.ts';
import type { ReviewState } from '#reviews/review.ts';
import { reviewsContract } from '#reviews/reviews.contract.ts';
import { closeReview, startReview, writeItem } from '#reviews/session.server.ts';
import { ofTeam, standingsOf } from '#reviews/standings.server.ts';

type Asked = {
  when?: 'upcoming' | 'past' | undefined;
  mine?: boolean | undefined;
  dealId?: string | undefined;
  after?: string | undefined;
  limit: number;
  order: 'asc' | 'desc';
};

async function listReviews({ db, actor }: QueryContext, { when, mine, dealId, ...at }: Asked) {
  const items = (more: RawBuilder<unknown>) => sql`from review_items i
    join deals d on d.tenant_id = i.tenant_id and d.id = i.deal_id
    where i.tenant_id = r.tenant_id and i.review_id = r.id and not i.skipped and ${visibleTo(actor, 'd')} ${more}`;
  const acts = (more: RawBuilder<unknown>) => sql<number>`(select count(*) from review_acts a
    join tasks t on t.tenant_id = a.tenant_id and t.id = a.task_id
    where a.tenant_id = r.tenant_id ${more} and a.item_id in (select i.id ${items(sql``)}))::int`;
  let query = db
    .selectFrom('reviews as r')
    .innerJoin('users as c', (on) => on.onRef('c.tenant_id', '=', 'r.tenant_id').onRef('c.id', '=', 'r.chair_id'))
    .leftJoin('teams as t', (on) => on.onRef('t.tenant_id', '=', 'r.tenant_id').onRef('t.id', '=', 'r.team_id'))
    .select([
      'r.id',
      'r.name',
      'r.kind',
      'r.team_id as teamId',
      't.name as teamName',
      'r.held_on as on',
      'r.state',
      'r.chair_id as chairId',
      'c.name as chairName',
      'r.started_at as startedAt',
      'r.closed_at as closedAt',
      'r.version',
      sql<number>`(select count(*) ${items(sql``)})::int`.as('deals'),
      acts(sql``).as('acts'),
      acts(sql`and t.done_at is not null`).as('actsDone'),
    ])
    .where('r.tenant_id', '=', actor.tenantId)
    .where(reviewVisibleTo(actor, 'r'));
  if (when) query = query.where('r.state', when === 'past' ? '=' : '<>', 'closed');
  if (mine) query = query.where(takesPart(actor, 'r'));
  if (dealId) query = query.where(sql<boolean>`exists (select ${items(sql`and d.id = ${dealId}::uuid`)})`);
  const { rows, next } = await onePage(query, at, sql.ref('r.held_on'), sql.ref('r.id'));
  return {
    rows: rows.map((row) => ({ ...row, kind: row.kind as 'deals' | 'team', state: row.state as ReviewState })),
    next,
  };
}

/** Of a team review: its team's other deals; of chosen deals: all that the reader's own team has. */
async function candidatesFor({ db, actor, now, today }: QueryContext, id: string): Promise<Candidate[]> {
  const [review, places] = [await loadReview(db, actor, id), await placesOf(db, actor, id)];
  const rest = sql`and d.id <> all(${places.map(({ dealId }) => dealId)}::uuid[])`;
  const which = review.teamId
    ? sql<boolean>`${ofTeam(actor, review.teamId)} ${rest}`
    : sql<boolean>`d.state = 'open' and ${visibleTo(actor, 'd')} ${rest}`;
  const standings = await standingsOf(db, actor.tenantId, which, { now, today }, id);
  return Promise.all(
    ranked(standings, { now, today }).map(async ({ deal, reasons }): Promise<Candidate> => {
      const compiled = await compiledPlaybook(db, actor.tenantId, deal.playbookId, deal.playbookVersion);
      const { id: dealId, name, accountName, ownerName, amount, currency, closeOn, stageId } = deal;
      const stage = compiled.stageById.get(stageId)?.stage.name ?? { zh: stageId, en: stageId };
      return { id: dealId, name, accountName, ownerName, amount, currency, closeOn, stage, reasons };
    }),
  );
}

export const reviewHandlers = serve(reviewsContract, {
  list: listReviews,
  show: (context, { id }) => reviewPage(context, id),
  candidates: async (context, { id }) => ({ rows: await candidatesFor(context, id) }),
  create: createReview,
  update: updateReview,
  setAgenda,
  start: startReview,
  close: closeReview,
  write: writeItem,
  addPoint,
  changePoint,
  removePoint,
  addAct,
  comment: addComment,
  removeComment,
});
