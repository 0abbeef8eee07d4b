import { holdSubject } from '#platform/database/subject.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { relint } from '#lint/deal-lint-store.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { decide } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import type { Subject } from '#platform/subject.ts';
import type { Day } from '#shared/day.ts';
import { oneTask } from '#tasks/task-rows.server.ts';
import type { Task } from '#tasks/task.ts';
import { colleague } from '#team/colleague-store.server.ts';

export type NewTask = {
  title: string;
  dueOn?: Day | null | undefined;
  /** Whoever creates it, unless said otherwise. */
  ownerId?: string | undefined;
  subject?: Subject | undefined;
  checkId?: string | null | undefined;
};

/**
 * A new task, about something that the actor may see, for a colleague who works here; its event tells the owner. What
 * describes a personal benefit is refused.
 */
export async function createTask(
  context: CommandContext,
  { title, dueOn, ownerId, subject: about, checkId }: NewTask,
): Promise<Task> {
  const { actor, tx, now } = context;
  const subject = about ? await holdSubject(tx, actor, about) : null;
  if (ownerId) await colleague(tx, actor.tenantId, ownerId);
  decide(refuseWritten(title));
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
  await tellTask(context, task, 'task.created', { after: { title, dueOn: task.dueOn, ownerId: task.ownerId } });
  return task;
}

/** Tells it in the timeline of what the task is about. */
export async function tellTask(
  { record, tx, actor, today }: CommandContext,
  task: Task,
  type: 'task.created' | 'task.changed' | 'task.done' | 'task.reopened',
  data: { before?: Partial<Task>; after?: Partial<Task> },
): Promise<void> {
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
