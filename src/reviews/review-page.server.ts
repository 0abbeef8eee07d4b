import { sql } from 'kysely';
import { can, type Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import type { QueryContext } from '#platform/http/handlers.server.ts';
import { judgedDeals } from '#deals/judged-deals-store.server.ts';
import type { Agenda } from '#reviews/agenda.ts';
import { agendasOf, isMetIn } from '#reviews/agendas.server.ts';
import { byNeedToTalk, type TalkReason } from '#reviews/need-to-talk.ts';
import type { ReviewAct, ReviewComment, ReviewItem, ReviewPage, ReviewPoint } from '#reviews/review-page.ts';
import { loadReview } from '#reviews/review-rows.server.ts';
import { mayLead } from '#reviews/review.ts';
import { actState, retestOf, type GivenAct } from '#reviews/retest.ts';
import { chosen, standingsOf, type Moment, type StandingRow } from '#reviews/standings.server.ts';

type ItemRow = Pick<ReviewItem, 'id' | 'deal' | 'notes' | 'decision' | 'discussed' | 'updatedByName' | 'version'> & {
  reasons: TalkReason[];
  agenda: Agenda | null;
  points: Omit<ReviewPoint, 'state'>[];
  acts: (Omit<ReviewAct, 'state'> & { done: boolean })[];
  comments: ReviewComment[];
};

/** The agenda before the session, the session, the minutes after: one answer, without the deals the reader may not see. */
export async function reviewPage({ db, actor, now, today }: QueryContext, id: string): Promise<ReviewPage> {
  const [review, rows] = await Promise.all([loadReview(db, actor, id), itemsOf(db, actor, id)]);
  const ids = rows.map(({ deal }) => deal.id);
  const live = rows.filter(({ agenda }) => agenda === null).map(({ deal }) => deal.id);
  const [agendas, reasons, judged] = await Promise.all([
    agendasOf(db, actor, live, { today }, id),
    reasonsOf(db, actor.tenantId, live, { now, today }, id),
    judgedDeals(db, actor.tenantId, ids, today),
  ]);
  const items = rows.map(({ agenda, points, acts, ...row }): ReviewItem => {
    const one = judged.get(row.deal.id)!;
    const isMet = isMetIn(one);
    const given = acts.map((act): GivenAct => ({ ...act }));
    const vulnerabilities = points.filter(({ kind }) => kind === 'vulnerability');
    const last = { reviewId: id, reviewName: '', on: today, acts: given, vulnerabilities };
    const became = retestOf(last, isMet, today).vulnerabilities.map(({ state }) => state);
    return {
      ...row,
      reasons: agenda ? row.reasons : (reasons.get(row.deal.id) ?? []),
      agenda: agenda ?? agendas.get(row.deal.id)!,
      frozen: agenda !== null,
      points: points.map((point) => ({ ...point, state: became[vulnerabilities.indexOf(point)] ?? null })),
      acts: acts.map(({ done, ...act }) => ({
        ...act,
        state: actState({ done, dueOn: act.dueOn }, act.checkId !== null && isMet(act.checkId), today),
      })),
    };
  });
  const may = { lead: can(actor, 'task.write') && mayLead(actor, review), write: can(actor, 'task.write') };
  return { review, items, may };
}

/** Why to talk about each of these deals today. */
export async function reasonsOf(
  db: ReadTx,
  tenantId: string,
  dealIds: readonly string[],
  moment: Moment,
  except: string | null,
): Promise<Map<string, TalkReason[]>> {
  if (dealIds.length === 0) return new Map();
  const standings = await standingsOf(db, tenantId, chosen(dealIds), moment, except);
  return new Map(ranked(standings, moment).map(({ deal, reasons }) => [deal.id, reasons]));
}

export function ranked(standings: readonly StandingRow[], { today }: Moment) {
  return byNeedToTalk(standings, today, standings[0]?.bigFrom ?? null);
}

async function itemsOf(db: ReadTx, actor: Actor, reviewId: string): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select i.id, i.reasons, i.agenda, i.notes, i.decision, i.discussed_at is not null as discussed, i.version,
      editor.name as "updatedByName",
      jsonb_build_object('id', d.id, 'name', d.name, 'accountName', a.name, 'ownerId', d.owner_id, 'ownerName', o.name,
        'amount', d.amount, 'currency', d.currency, 'state', d.state) as deal,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'text', p.text, 'answer', p.answer,
          'checkId', p.check_id, 'version', p.version) order by p.id), '[]')
        from review_points p where p.tenant_id = i.tenant_id and p.item_id = i.id) as points,
      (select coalesce(jsonb_agg(jsonb_build_object('taskId', t.id, 'title', t.title, 'dueOn', t.due_on,
          'ownerId', t.owner_id, 'ownerName', w.name, 'checkId', t.check_id, 'pointId', x.point_id,
          'done', t.done_at is not null) order by t.id), '[]')
        from review_acts x join tasks t on t.tenant_id = x.tenant_id and t.id = x.task_id
        join users w on w.tenant_id = t.tenant_id and w.id = t.owner_id
        where x.tenant_id = i.tenant_id and x.item_id = i.id) as acts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'authorId', c.author_id, 'authorName', w.name,
          'body', c.body, 'at', to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by c.id), '[]')
        from review_comments c join users w on w.tenant_id = c.tenant_id and w.id = c.author_id
        where c.tenant_id = i.tenant_id and c.item_id = i.id and c.deleted_at is null) as comments
    from review_items i
    join deals d on d.tenant_id = i.tenant_id and d.id = i.deal_id
    left join accounts a on a.tenant_id = d.tenant_id and a.id = d.account_id
    left join users o on o.tenant_id = d.tenant_id and o.id = d.owner_id
    left join users editor on editor.tenant_id = i.tenant_id and editor.id = i.updated_by
    where i.tenant_id = ${actor.tenantId}::uuid and i.review_id = ${reviewId}::uuid and not i.skipped and ${visibleTo(actor, 'd')}
    order by i.position, i.id`.execute(db);
  return rows;
}
