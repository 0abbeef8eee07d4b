import { sql } from 'kysely';
import { changes } from '#platform/events/event.ts';
import { saved } from '#platform/database/saved.server.ts';
import { holdSubject, subjectOf } from '#platform/database/subject.server.ts';
import { serve, type CommandContext } from '#platform/http/handlers.server.ts';
import { newId } from '#platform/id.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import { relint } from '#lint/deal-lint-store.server.ts';
import type { Task } from '#tasks/task.ts';
import { colleague } from '#team/colleague-store.server.ts';
import { dueKey, oneTask, tasksOf, typed } from '#tasks/task-rows.server.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';

const id = sql.ref('tasks.id');

export const taskHandlers = serve(tasksContract, {
  mine: async ({ actor, db }, { until, ...at }) => {
    let query = tasksOf(db, actor).where('tasks.owner_id', '=', actor.userId).where('tasks.done_at', 'is', null);
    if (until) query = query.where('tasks.due_on', '<=', until);
    const { rows, next } = await onePage(query, { ...at, order: 'asc' }, dueKey, id);
    return { rows: rows.map(typed), next };
  },

  list: async ({ actor, db }, { subjectKind, subjectId, done, ...at }) => {
    const subject = await subjectOf(db, actor, { kind: subjectKind, id: subjectId });
    const column = subjectKind === 'account' ? 'tasks.account_id' : 'tasks.subject_id';
    const query = tasksOf(db, actor).where(column, '=', subject.id);
    const { rows, next } = done
      ? await onePage(
          query.where('tasks.done_at', 'is not', null),
          { ...at, order: 'desc' },
          sql.ref('tasks.done_at'),
          id,
        )
      : await onePage(query.where('tasks.done_at', 'is', null), { ...at, order: 'asc' }, dueKey, id);
    return { rows: rows.map(typed), next };
  },

  create: async (context, { subjectKind, subjectId, title, dueOn, ownerId, checkId }) => {
    const { actor, tx, now } = context;
    const subject =
      subjectKind && subjectId ? await holdSubject(tx, actor, { kind: subjectKind, id: subjectId }) : null;
    if (ownerId) await colleague(tx, actor.tenantId, ownerId);
    const taskId = newId();
    await tx
      .insertInto('tasks')
      .values({
        tenant_id: actor.tenantId,
        id: taskId,
        title,
        due_on: dueOn ?? null,
        owner_id: ownerId ?? actor.userId,
        subject_kind: subject?.kind ?? null,
        subject_id: subject?.id ?? null,
        account_id: subject?.accountId ?? null,
        check_id: checkId ?? null,
        created_by: actor.userId,
        created_at: now,
      })
      .execute();
    const task = await oneTask(tx, actor, taskId);
    const { dueOn: due, ownerId: owner } = task;
    await told(context, task, 'task.created', { after: { title, dueOn: due, ownerId: owner } });
    return task;
  },

  update: async (context, { id, version, ...fields }) => {
    const { actor, tx } = context;
    const before = await oneTask(tx, actor, id);
    const changed = changes<Partial<Task>>(before, fields);
    if (!changed) return before;
    if (changed.after.ownerId) await colleague(tx, actor.tenantId, changed.after.ownerId);
    const columns = { title: fields.title, due_on: fields.dueOn, owner_id: fields.ownerId };
    await saved(tx, 'tasks', { tenantId: actor.tenantId, id, version }, columns, ['id']);
    await told(context, before, 'task.changed', changed);
    const { ownerName } = await tasksOf(tx, actor).where('tasks.id', '=', id).executeTakeFirstOrThrow();
    return { ...before, ...changed.after, ownerName, version: version + 1 };
  },

  finish: async (context, { id, version, done }) => {
    const { actor, tx, now } = context;
    const before = await oneTask(tx, actor, id);
    if ((before.doneAt !== null) === done) return before;
    const doneAt = done ? now : null;
    await saved(tx, 'tasks', { tenantId: actor.tenantId, id, version }, { done_at: doneAt }, ['id']);
    await told(context, before, done ? 'task.done' : 'task.reopened', {});
    return { ...before, doneAt, version: version + 1 };
  },
});

/** Tells it in the timeline of what the task is about. */
async function told(
  { record, tx, actor, today }: CommandContext,
  task: Task,
  type: 'task.created' | 'task.changed' | 'task.done' | 'task.reopened',
  data: { before?: Partial<Task>; after?: Partial<Task> },
) {
  const row = await tx
    .selectFrom('tasks')
    .select('account_id')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', task.id)
    .executeTakeFirstOrThrow();
  const subject =
    task.subjectKind && task.subjectId ? { kind: task.subjectKind, id: task.subjectId } : { kind: 'task', id: task.id };
  await record({ type, subject, accountId: row.account_id, data: { name: task.title, taskId: task.id, ...data } });
  // Whether a deal has a next step is a question of its tasks.
  if (subject.kind === 'deal') await relint(tx, actor.tenantId, [subject.id], today);
}
