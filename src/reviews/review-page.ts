import { z } from 'zod';
import { dealStates } from '#deals/deal.ts';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { Currency, MinorUnits } from '#shared/money.ts';
import { Agenda } from '#reviews/agenda.ts';
import { Words } from '#reviews/changes.ts';
import { talkReasons } from '#reviews/need-to-talk.ts';
import { actStates, vulnerabilityStates } from '#reviews/retest.ts';
import { Review } from '#reviews/review.ts';

export const pointKinds = ['question', 'vulnerability'] as const;

/** What was asked about a deal, or what could lose it. */
export const ReviewPoint = z.object({
  id: Id,
  kind: z.enum(pointKinds),
  text: z.string(),
  answer: z.string(),
  checkId: z.string().nullable(),
  state: z
    .enum(vulnerabilityStates)
    .nullable()
    .meta({ description: 'Of a vulnerability: what has become of it by now, from what is on record' }),
  version: z.int(),
});
export type ReviewPoint = z.infer<typeof ReviewPoint>;

/** A task that the review gave. */
export const ReviewAct = z.object({
  taskId: Id,
  title: z.string(),
  dueOn: Day.nullable(),
  ownerId: Id,
  ownerName: z.string(),
  checkId: z.string().nullable(),
  pointId: Id.nullable().meta({ description: 'The vulnerability that it answers' }),
  state: z.enum(actStates),
});
export type ReviewAct = z.infer<typeof ReviewAct>;

export const ReviewComment = z.object({
  id: Id,
  authorId: Id,
  authorName: z.string(),
  body: z.string(),
  at: Instant,
});
export type ReviewComment = z.infer<typeof ReviewComment>;

export const ReviewItem = z.object({
  id: Id,
  deal: z.object({
    id: Id,
    name: z.string(),
    accountName: z.string().nullable(),
    ownerId: Id.nullable(),
    ownerName: z.string().nullable(),
    amount: MinorUnits.nullable(),
    currency: Currency,
    state: z.enum(dealStates),
  }),
  reasons: z.array(z.enum(talkReasons)).meta({ description: 'Why to talk about it, the weightiest first' }),
  agenda: Agenda,
  frozen: z.boolean().meta({ description: 'The agenda is as it was when the review began; else as of today' }),
  notes: z.string(),
  decision: z.string(),
  discussed: z.boolean(),
  updatedByName: z.string().nullable(),
  version: z.int(),
  points: z.array(ReviewPoint),
  acts: z.array(ReviewAct),
  comments: z.array(ReviewComment),
});
export type ReviewItem = z.infer<typeof ReviewItem>;

/** A review with the deals that the reader may see, in the order of the agenda. */
export const ReviewPage = z.object({
  review: Review,
  items: z.array(ReviewItem),
  may: z.object({
    lead: z.boolean().meta({ description: 'Plan, start and close it' }),
    write: z.boolean().meta({ description: 'Take notes, give acts, comment' }),
  }),
});
export type ReviewPage = z.infer<typeof ReviewPage>;

/** A deal that could be put on the agenda. */
export const Candidate = z.object({
  id: Id,
  name: z.string(),
  accountName: z.string().nullable(),
  ownerName: z.string().nullable(),
  amount: MinorUnits.nullable(),
  currency: Currency,
  closeOn: Day.nullable(),
  stage: Words,
  reasons: z.array(z.enum(talkReasons)),
});
export type Candidate = z.infer<typeof Candidate>;
