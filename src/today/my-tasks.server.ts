import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { contactVisibleTo } from '#platform/database/subject.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { addDays, type Day } from '#shared/day.ts';
import { reviewOfTask } from '#tasks/review-of-task-store.server.ts';
import type { Task } from '#tasks/task.ts';

const AHEAD = 7;
const MOST = 60;
const COUNTED = 100;

/** My open tasks due within a week, first due first, and how many come later or have no day. */
export async function myTasks(db: ReadTx, actor: Actor, today: Day): Promise<{ lines: Task[]; later: number }> {
  const horizon = addDays(today, AHEAD);
  const mine = sql`tasks.tenant_id = ${actor.tenantId}::uuid and tasks.owner_id = ${actor.userId}::uuid
    and tasks.done_at is null`;
  const due = sql`coalesce(tasks.due_on, date '9999-12-31')`;
  const [lines, later] = await Promise.all([
    sql<Task>`
      select tasks.id, tasks.title, tasks.due_on as "dueOn", tasks.owner_id as "ownerId", ${actor.name}::text as "ownerName",
        tasks.subject_kind as "subjectKind", tasks.subject_id as "subjectId", coalesce(d.name, a.name, c.name) as "subjectName",
        tasks.check_id as "checkId", ${reviewOfTask(actor)} as "reviewId", tasks.done_at as "doneAt", tasks.created_by as "createdBy",
        tasks.created_at as "createdAt", tasks.version
      from tasks
      left join deals d on tasks.subject_kind = 'deal' and d.tenant_id = tasks.tenant_id and d.id = tasks.subject_id
        and ${visibleTo(actor, 'd')}
      left join accounts a on tasks.subject_kind = 'account' and a.tenant_id = tasks.tenant_id and a.id = tasks.subject_id
        and ${visibleTo(actor, 'a')}
      left join contacts c on tasks.subject_kind = 'contact' and c.tenant_id = tasks.tenant_id and c.id = tasks.subject_id
        and ${contactVisibleTo(actor, 'c')}
      where ${mine} and ${due} <= ${horizon}::date order by ${due}, tasks.id limit ${MOST}`.execute(db),
    sql<{ count: number }>`
      select count(*)::int as count from (select from tasks where ${mine} and ${due} > ${horizon}::date
        limit ${COUNTED}) later`.execute(db),
  ]);
  return { lines: lines.rows, later: later.rows[0]!.count };
}
