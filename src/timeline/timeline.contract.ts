import { z } from 'zod';
import { query } from '#platform/http/endpoint.ts';
import { page } from '#platform/list/page.ts';
import { SubjectInput } from '#platform/subject.ts';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';

/** Something that happened, as timelines show it. */
export const TimelineEvent = z.object({
  id: Id,
  at: Instant,
  type: z.string(),
  actorId: Id.nullable(),
  actorName: z.string().nullable().meta({ description: 'null: the system' }),
  subject: z.object({ kind: z.string(), id: Id }),
  data: z.record(
    z.string(),
    z.unknown().meta({ description: 'As the type of the event tells it: name, before, after …' }),
  ),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

export const timelineContract = {
  list: query({
    path: '/timeline',
    access: 'signedIn',
    summary: { zh: '时间线，新的在前', en: 'Timeline, newest first' },
    input: z.object({
      ...SubjectInput,
      alone: z.boolean().default(false).meta({ description: "Of an account: without its contacts' and deals' events" }),
      after: z.string().max(500).optional(),
      limit: z.int().min(1).max(100).default(30),
    }),
    output: page(TimelineEvent),
  }),
};
