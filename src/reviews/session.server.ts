import { sql } from 'kysely';
import { saved } from '#platform/database/saved.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { decide } from '#platform/http/refused.server.ts';
import { freeze, leadable } from '#reviews/plan-review.server.ts';
import { loadItem, loadReview, placesOf } from '#reviews/review-rows.server.ts';
import { decideClose, decideStart, refuseLead, refuseWriting, type Review } from '#reviews/review.ts';

type Versioned = { id: string; version: number };

export async function startReview(context: CommandContext, { id, version }: Versioned): Promise<Review> {
  const { tx, actor, now, record } = context;
  const review = await leadable(context, id, version);
  const places = await placesOf(tx, actor, id);
  const { state } = decide(decideStart(review, places.length));
  await freeze(
    context,
    id,
    places.map(({ dealId }) => dealId),
  );
  const columns = { state, started_at: now, updated_at: now };
  await saved(tx, 'reviews', { tenantId: actor.tenantId, id, version }, columns, ['id']);
  await record({ type: 'review.started', subject: { kind: 'review', id }, data: { name: review.name, on: review.on } });
  return loadReview(tx, actor, id);
}

type Minutes = { dealId: string; decision: string; acts: number; discussed: boolean };

/** The minutes stand from now on; each deal that was talked about tells it in its timeline. */
export async function closeReview(
  context: CommandContext,
  { id, version, summary }: Versioned & { summary: string },
): Promise<Review> {
  const { tx, actor, now, record } = context;
  const review = await loadReview(tx, actor, id, { lock: true });
  decide(refuseLead(actor, review));
  const { state } = decide(decideClose(review));
  decide(refuseWritten(summary));
  const columns = { state, summary, closed_at: now, updated_at: now };
  await saved(tx, 'reviews', { tenantId: actor.tenantId, id, version }, columns, ['id']);
  const [places, minutes] = await Promise.all([placesOf(tx, actor, id), minutesOf(context, id)]);
  const byDeal = new Map(minutes.map((one) => [one.dealId, one]));
  const discussed = places.filter(({ dealId }) => byDeal.get(dealId)!.discussed);
  const acts = minutes.reduce((sum, one) => sum + one.acts, 0);
  await record.all([
    {
      type: 'review.closed',
      subject: { kind: 'review', id },
      data: {
        name: review.name,
        on: review.on,
        deals: discussed.length,
        acts,
        memberIds: review.members.map((member) => member.id),
        dealIds: places.map(({ dealId }) => dealId),
      },
    },
    ...discussed.map(({ dealId, dealName, accountId }) => ({
      type: 'deal.reviewed' as const,
      subject: { kind: 'deal', id: dealId },
      accountId,
      data: {
        name: dealName,
        review: { id, name: review.name },
        decision: byDeal.get(dealId)!.decision,
        acts: byDeal.get(dealId)!.acts,
      },
    })),
  ]);
  return loadReview(tx, actor, id);
}

async function minutesOf({ tx, actor }: CommandContext, id: string): Promise<Minutes[]> {
  const { rows } = await sql<Minutes>`
    select said.*, (said.touched or said.acts > 0) as discussed from (
      select i.deal_id as "dealId", i.decision,
        i.discussed_at is not null or i.notes <> '' or i.decision <> '' as touched,
        (select count(*) from review_acts a where a.tenant_id = i.tenant_id and a.item_id = i.id)::int as acts
      from review_items i
      where i.tenant_id = ${actor.tenantId}::uuid and i.review_id = ${id}::uuid and not i.skipped) said`.execute(tx);
  return rows;
}

/** Whoever wants to write into an item: the review is not over, the deal is visible. */
export async function writable({ tx, actor }: CommandContext, reviewId: string, itemId: string) {
  // Locked, so that what is written and the closing of the review come one after the other.
  const review = await loadReview(tx, actor, reviewId, { lock: true });
  const item = await loadItem(tx, actor, reviewId, itemId);
  decide(refuseWriting(review));
  return { review, item };
}

type Written = {
  id: string;
  itemId: string;
  version: number;
  notes?: string | undefined;
  decision?: string | undefined;
  discussed?: boolean | undefined;
};

/** Notes are saved every few words: they make no event. Who closes the review tells what came of it. */
export async function writeItem(context: CommandContext, { id, itemId, version, ...written }: Written) {
  const { tx, actor, now } = context;
  const { item } = await writable(context, id, itemId);
  decide(refuseWritten(written.notes, written.decision));
  const discussed = written.discussed ?? item.discussed;
  const columns = {
    notes: written.notes,
    decision: written.decision,
    discussed_at: written.discussed === undefined ? undefined : discussed ? now : null,
    updated_by: actor.userId,
  };
  await saved(tx, 'review_items', { tenantId: actor.tenantId, id: itemId, version }, columns, ['id']);
  const { notes = item.notes, decision = item.decision } = written;
  return { id: itemId, notes, decision, discussed, version: version + 1 };
}

/** For commands that name a point or a comment: where it stands, if the actor may see its deal. */
export async function itemOf(
  { tx, actor }: CommandContext,
  table: 'review_points' | 'review_comments',
  id: string,
): Promise<string | null> {
  const { rows } = await sql<{ itemId: string }>`
    select item_id as "itemId" from ${sql.table(table)}
    where tenant_id = ${actor.tenantId}::uuid and id = ${id}::uuid`.execute(tx);
  return rows[0]?.itemId ?? null;
}
