import { z } from 'zod';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { subjectKinds } from '#platform/subject.ts';

export const TaskFields = z.object({
  title: z.string().trim().min(1).max(300).meta({ title: '待办' }),
  dueOn: Day.nullish().meta({ title: '截止日期' }),
  ownerId: Id.optional().meta({ title: '负责人', description: 'Whoever creates it, unless said otherwise' }),
});
export type TaskFields = z.infer<typeof TaskFields>;

/** Something somebody is to do by a day, perhaps about a record. */
export const Task = z.object({
  id: Id,
  title: z.string(),
  dueOn: Day.nullable(),
  ownerId: Id,
  ownerName: z.string(),
  subjectKind: z.enum(subjectKinds).nullable(),
  subjectId: Id.nullable(),
  subjectName: z.string().nullable().meta({ description: 'null also where the reader may not see the subject' }),
  checkId: z.string().nullable().meta({ description: "The check of the deal's gate that it is to settle" }),
  reviewId: Id.nullable().meta({
    description: 'The deal review that gave it; null also where the reader may not see its deal',
  }),
  doneAt: Instant.nullable(),
  createdBy: Id,
  createdAt: Instant,
  version: z.int(),
});
export type Task = z.infer<typeof Task>;

/** How a due day stands today. */
export function urgencyOf(dueOn: Day | null, today: Day): 'overdue' | 'today' | 'later' | 'undated' {
  if (dueOn === null) return 'undated';
  if (dueOn < today) return 'overdue';
  return dueOn === today ? 'today' : 'later';
}
