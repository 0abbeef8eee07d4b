import { z } from 'zod';
import { writtenRefusals } from '#compliance/written-text.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { page } from '#platform/list/page.ts';
import { SubjectInput } from '#platform/subject.ts';
import { colleagueRefusals } from '#team/colleague.ts';
import { Task, TaskFields } from '#tasks/task.ts';
import { Day } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { changeOf } from '#shared/change.ts';

const Versioned = z.object({ id: Id, version: z.int() });
const changed = pick(platformRefusals, 'record.changed');
const paging = { after: z.string().max(500).optional(), limit: z.int().min(1).max(200).default(50) };

export const tasksContract = {
  mine: query({
    path: '/tasks/mine',
    access: 'signedIn',
    summary: { zh: '我的待办，先到期的在前', en: 'My open tasks, first due first' },
    input: z.object({ ...paging, until: Day.optional().meta({ description: 'Only those due by this day' }) }),
    output: page(Task),
  }),
  list: query({
    path: '/tasks',
    access: 'signedIn',
    summary: { zh: '记录上的待办', en: 'Tasks of a record' },
    input: z.object({ ...SubjectInput, ...paging, done: z.boolean().default(false) }),
    output: page(Task),
  }),
  create: command({
    path: '/tasks',
    access: 'task.write',
    summary: { zh: '新建待办', en: 'Create a task' },
    input: TaskFields.extend({
      subjectKind: SubjectInput.subjectKind.optional(),
      subjectId: SubjectInput.subjectId.optional(),
      checkId: z.string().max(60).optional(),
    }),
    output: Task,
    refusals: { ...colleagueRefusals, ...writtenRefusals },
  }),
  update: command({
    method: 'PATCH',
    path: '/tasks/{id}',
    access: 'task.write',
    summary: { zh: '修改待办', en: 'Change a task' },
    input: changeOf(TaskFields).extend(Versioned.shape),
    output: Task,
    refusals: { ...changed, ...colleagueRefusals, ...writtenRefusals },
  }),
  finish: command({
    path: '/tasks/{id}/done',
    access: 'task.write',
    summary: { zh: '完成或恢复待办', en: 'Mark a task done or open again' },
    input: Versioned.extend({ done: z.boolean() }),
    output: Task,
    refusals: changed,
  }),
};
