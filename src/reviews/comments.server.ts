import type { CommandContext } from '#platform/http/handlers.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { decide, found } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { loadItem, loadReview } from '#reviews/review-rows.server.ts';
import { itemOf } from '#reviews/session.server.ts';
import type { ReviewComment } from '#reviews/review-page.ts';
import { refuse } from '#shared/refusal.ts';

const PREVIEW = 120;

/** Before, during and after the session: whoever sees the deal may say something; those named after an @ are told. */
export async function addComment(
  { tx, actor, now, record }: CommandContext,
  { id, itemId, body }: { id: string; itemId: string; body: string },
): Promise<ReviewComment> {
  const [review, item] = [await loadReview(tx, actor, id), await loadItem(tx, actor, id, itemId)];
  decide(refuseWritten(body));
  const commentId = newId();
  await tx
    .insertInto('review_comments')
    .values({
      tenant_id: actor.tenantId,
      id: commentId,
      item_id: itemId,
      author_id: actor.userId,
      body,
      created_at: now,
    })
    .execute();
  const preview = body.replaceAll(/\s+/g, ' ').slice(0, PREVIEW);
  const data = { name: review.name, deal: item.dealName, commentId, preview };
  await record({ type: 'review.commented', subject: { kind: 'review', id }, data });
  return { id: commentId, authorId: actor.userId, authorName: actor.name, body, at: now };
}

export async function removeComment(context: CommandContext, { id, commentId }: { id: string; commentId: string }) {
  const { tx, actor, now, record } = context;
  const itemId = found(await itemOf(context, 'review_comments', commentId));
  const [review] = [await loadReview(tx, actor, id), await loadItem(tx, actor, id, itemId)];
  const comment = found(
    await tx
      .selectFrom('review_comments as c')
      .innerJoin('users as u', (on) => on.onRef('u.tenant_id', '=', 'c.tenant_id').onRef('u.id', '=', 'c.author_id'))
      .select(['c.author_id as authorId', 'u.name as authorName'])
      .where('c.tenant_id', '=', actor.tenantId)
      .where('c.id', '=', commentId)
      .where('c.deleted_at', 'is', null)
      .executeTakeFirst(),
  );
  if (comment.authorId !== actor.userId) return refuse('review.notAuthor', { authorName: comment.authorName });
  await tx
    .updateTable('review_comments')
    .set({ deleted_at: now })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', commentId)
    .execute();
  await record({
    type: 'review.commentRemoved',
    subject: { kind: 'review', id },
    data: { name: review.name, commentId },
  });
  return { id: commentId };
}
