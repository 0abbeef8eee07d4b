import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { contactVisibleTo, subjectOf } from '#platform/database/subject.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { found, Refused } from '#platform/http/refused.server.ts';
import type { SubjectKind } from '#platform/subject.ts';
import { reviewOfTask } from '#tasks/review-of-task-store.server.ts';
import type { Task } from '#tasks/task.ts';
import { refuse } from '#shared/refusal.ts';

/** As the index has it: what has no day comes last. */
export const dueKey = sql`coalesce(tasks.due_on, date '9999-12-31')`;

/** Tasks with their owner's name and, where the actor may see it, the subject's. */
export function tasksOf(db: ReadTx, actor: Actor) {
  const nameIn = (table: 'accounts' | 'contacts' | 'deals') => {
    const visible = table === 'contacts' ? contactVisibleTo(actor, 's') : visibleTo(actor, 's');
    return sql<string | null>`(select s.name from ${sql.table(table)} s where s.tenant_id = tasks.tenant_id
      and s.id = tasks.subject_id and ${visible})`;
  };
  const subjectName = sql<string | null>`case tasks.subject_kind when 'account' then ${nameIn('accounts')}
    when 'contact' then ${nameIn('contacts')} when 'deal' then ${nameIn('deals')} end`;
  return db
    .selectFrom('tasks')
    .innerJoin('users as owner', (join) =>
      join.onRef('owner.tenant_id', '=', 'tasks.tenant_id').onRef('owner.id', '=', 'tasks.owner_id'),
    )
    .select([
      'tasks.id',
      'tasks.title',
      'tasks.due_on as dueOn',
      'tasks.owner_id as ownerId',
      'owner.name as ownerName',
      'tasks.subject_kind as subjectKind',
      'tasks.subject_id as subjectId',
      subjectName.as('subjectName'),
      'tasks.check_id as checkId',
      reviewOfTask(actor).as('reviewId'),
      'tasks.done_at as doneAt',
      'tasks.created_by as createdBy',
      'tasks.created_at as createdAt',
      'tasks.version',
    ])
    .where('tasks.tenant_id', '=', actor.tenantId);
}

export function typed<R extends { subjectKind: string | null }>(row: R) {
  return { ...row, subjectKind: row.subjectKind as SubjectKind | null };
}

/** A task that is the actor's, given by her, or about something she may see. */
export async function oneTask(db: ReadTx, actor: Actor, id: string): Promise<Task> {
  const task = typed(found(await tasksOf(db, actor).where('tasks.id', '=', id).executeTakeFirst()));
  if (task.ownerId === actor.userId || task.createdBy === actor.userId) return task;
  if (!task.subjectKind || !task.subjectId) throw new Refused(refuse('record.notFound'));
  await subjectOf(db, actor, { kind: task.subjectKind, id: task.subjectId });
  return task;
}
