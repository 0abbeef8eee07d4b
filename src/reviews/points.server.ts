import { saved } from '#platform/database/saved.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { decide, found, Refused } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { itemOf, writable } from '#reviews/session.server.ts';
import type { ReviewAct, ReviewPoint } from '#reviews/review-page.ts';
import { refuse } from '#shared/refusal.ts';
import type { Day } from '#shared/day.ts';
import { createTask } from '#tasks/task-store.server.ts';

type At = { id: string; itemId: string };
type NewPoint = At & Pick<ReviewPoint, 'kind' | 'text' | 'answer'> & { checkId?: string | undefined };

/** What has become of a vulnerability is told by the page; a new one has no answer yet. */
const fresh = (kind: ReviewPoint['kind']) => (kind === 'vulnerability' ? ('unanswered' as const) : null);

export async function addPoint(
  context: CommandContext,
  { id, itemId, kind, text, answer, checkId }: NewPoint,
): Promise<ReviewPoint> {
  const { tx, actor, now } = context;
  await writable(context, id, itemId);
  decide(refuseWritten(text, answer));
  const point = { id: newId(), kind, text, answer };
  const row = { item_id: itemId, check_id: checkId ?? null, created_by: actor.userId, created_at: now };
  await tx
    .insertInto('review_points')
    .values({ tenant_id: actor.tenantId, ...point, ...row })
    .execute();
  return { ...point, checkId: checkId ?? null, state: fresh(kind), version: 1 };
}

type Changed = { id: string; pointId: string; version: number; text?: string | undefined; answer?: string | undefined };

export async function changePoint(context: CommandContext, { id, pointId, version, text, answer }: Changed) {
  const { tx, actor } = context;
  await pointWritable(context, id, pointId);
  decide(refuseWritten(text, answer));
  const columns = ['id', 'kind', 'text', 'answer', 'check_id', 'version'] as const;
  const { check_id, kind, ...point } = await saved(
    tx,
    'review_points',
    { tenantId: actor.tenantId, id: pointId, version },
    { text, answer },
    columns,
  );
  return { ...point, kind: kind as ReviewPoint['kind'], checkId: check_id, state: fresh(kind as ReviewPoint['kind']) };
}

export async function removePoint(context: CommandContext, { id, pointId, version }: Omit<Changed, 'text' | 'answer'>) {
  const { tx, actor } = context;
  await pointWritable(context, id, pointId);
  // Acts against it stay: they are tasks of their owners.
  await tx
    .updateTable('review_acts')
    .set({ point_id: null })
    .where('tenant_id', '=', actor.tenantId)
    .where('point_id', '=', pointId)
    .execute();
  const gone = await tx
    .deleteFrom('review_points')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', pointId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw new Refused(refuse('record.changed', { version }));
  return { id: pointId };
}

async function pointWritable(context: CommandContext, reviewId: string, pointId: string): Promise<string> {
  const itemId = found(await itemOf(context, 'review_points', pointId));
  await writable(context, reviewId, itemId);
  return itemId;
}

type NewAct = At & {
  title: string;
  ownerId: string;
  dueOn: Day;
  checkId?: string | undefined;
  pointId?: string | undefined;
};

/** A task of the deal, and that the review gave it. */
export async function addAct(
  context: CommandContext,
  { id, itemId, pointId, checkId, ...fields }: NewAct,
): Promise<ReviewAct> {
  const { tx, actor } = context;
  const { item } = await writable(context, id, itemId);
  if (pointId && (await itemOf(context, 'review_points', pointId)) !== itemId)
    throw new Refused(refuse('record.notFound'));
  const task = await createTask(context, { ...fields, checkId, subject: { kind: 'deal', id: item.dealId } });
  await tx
    .insertInto('review_acts')
    .values({ tenant_id: actor.tenantId, task_id: task.id, item_id: itemId, point_id: pointId ?? null })
    .execute();
  const { title, dueOn, ownerId, ownerName } = task;
  return {
    taskId: task.id,
    title,
    dueOn,
    ownerId,
    ownerName,
    checkId: task.checkId,
    pointId: pointId ?? null,
    state: 'open',
  };
}
