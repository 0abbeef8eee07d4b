import { sql } from 'kysely';
import { changes } from '#platform/events/event.ts';
import { saved } from '#platform/database/saved.server.ts';
import { subjectOf } from '#platform/database/subject.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { decide } from '#platform/http/refused.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import type { Task } from '#tasks/task.ts';
import { colleague } from '#team/colleague-store.server.ts';
import { dueKey, oneTask, tasksOf, typed } from '#tasks/task-rows.server.ts';
import { createTask, tellTask } from '#tasks/task-store.server.ts';
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

  create: (context, { subjectKind, subjectId, ...fields }) =>
    createTask(context, {
      ...fields,
      subject: subjectKind && subjectId ? { kind: subjectKind, id: subjectId } : undefined,
    }),

  update: async (context, { id, version, ...fields }) => {
    const { actor, tx } = context;
    const before = await oneTask(tx, actor, id);
    const changed = changes<Partial<Task>>(before, fields);
    if (!changed) return before;
    decide(refuseWritten(changed.after.title));
    if (changed.after.ownerId) await colleague(tx, actor.tenantId, changed.after.ownerId);
    const columns = { title: fields.title, due_on: fields.dueOn, owner_id: fields.ownerId };
    await saved(tx, 'tasks', { tenantId: actor.tenantId, id, version }, columns, ['id']);
    await tellTask(context, before, 'task.changed', changed);
    const { ownerName } = await tasksOf(tx, actor).where('tasks.id', '=', id).executeTakeFirstOrThrow();
    return { ...before, ...changed.after, ownerName, version: version + 1 };
  },

  finish: async (context, { id, version, done }) => {
    const { actor, tx, now } = context;
    const before = await oneTask(tx, actor, id);
    if ((before.doneAt !== null) === done) return before;
    const doneAt = done ? now : null;
    await saved(tx, 'tasks', { tenantId: actor.tenantId, id, version }, { done_at: doneAt }, ['id']);
    await tellTask(context, before, done ? 'task.done' : 'task.reopened', {});
    return { ...before, doneAt, version: version + 1 };
  },
});
