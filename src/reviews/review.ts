import { z } from 'zod';
import { can, type Actor } from '#permissions/actor.ts';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { refuse, type Refusal } from '#shared/refusal.ts';

export const reviewStates = ['planned', 'running', 'closed'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** What a deal review is about: chosen deals, or those of a team (a manager's Monday). */
export const ReviewAbout = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deals'), dealIds: z.array(Id).min(1).max(40) }),
  z.object({ kind: z.literal('team'), teamId: Id }),
]);
export type ReviewAbout = z.infer<typeof ReviewAbout>;

export const ReviewFields = z.object({
  name: z.string().trim().min(1).max(120),
  on: Day.meta({ description: 'The day it is held' }),
  memberIds: z.array(Id).max(60).default([]).meta({ description: 'Who is asked to come, beside the chair' }),
});

/** A deal review 商机评审 (Domain §14): planned, held, closed; then its minutes stand. */
export const Review = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(['deals', 'team']),
  teamId: Id.nullable(),
  teamName: z.string().nullable(),
  on: Day,
  state: z.enum(reviewStates),
  chairId: Id,
  chairName: z.string(),
  members: z.array(z.object({ id: Id, name: z.string() })),
  summary: z.string().nullable().meta({ description: 'null: kept from who took no part and may not see each deal' }),
  startedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  version: z.int(),
});
export type Review = z.infer<typeof Review>;

/** A review in a list; deals and acts that the reader may not see are not counted. */
export const ReviewRow = Review.omit({ members: true, summary: true }).extend({
  deals: z.int(),
  acts: z.int(),
  actsDone: z.int(),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

type Held = Pick<Review, 'state' | 'chairId' | 'chairName'>;

/** The chair leads; so does whoever may open gates for others, should the chair be away. */
export function mayLead(actor: Actor, { chairId }: Pick<Review, 'chairId'>): boolean {
  return chairId === actor.userId || can(actor, 'deal.override');
}

export function refuseLead(actor: Actor, review: Held): Refusal | null {
  return mayLead(actor, review) ? null : refuse('review.notChair', { chairName: review.chairName });
}

/** What is written down belongs to the session; afterwards the minutes stand, and people comment. */
export function refuseWriting({ state }: Pick<Review, 'state'>): Refusal | null {
  return state === 'closed' ? refuse('review.over') : null;
}

export function decideStart({ state }: Pick<Review, 'state'>, items: number): { state: 'running' } | Refusal {
  if (state !== 'planned') return refuse('review.begun');
  return items === 0 ? refuse('review.empty') : { state: 'running' };
}

export function decideClose({ state }: Pick<Review, 'state'>): { state: 'closed' } | Refusal {
  return state === 'running' ? { state: 'closed' } : refuse(state === 'planned' ? 'review.notBegun' : 'review.over');
}

/** Until it begins the agenda is picked freely; from then on deals may only be added at its end: what people saw stays. */
export function decideAgenda(
  { state }: Pick<Review, 'state'>,
  before: readonly string[],
  after: readonly string[],
): { added: string[]; removed: string[] } | Refusal {
  const wanted = [...new Set(after)];
  if (state === 'closed') return refuse('review.over');
  if (state === 'running' && before.some((id, at) => wanted[at] !== id)) return refuse('review.frozen');
  return {
    added: wanted.filter((id) => !before.includes(id)),
    removed: before.filter((id) => !wanted.includes(id)),
  };
}
