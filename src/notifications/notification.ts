import { z } from 'zod';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';

/** What people are told of: what others did to what is theirs. */
export const notificationKinds = [
  'deal.evidenceAdded',
  'deal.evidenceRetracted',
  'deal.advanced',
  'deal.overridden',
  'deal.checkAccepted',
  'deal.movedBack',
  'deal.migrated',
  'deal.won',
  'deal.lost',
  'deal.parked',
  'deal.reopened',
  'deal.given',
  'deal.reassigned',
  'deal.joined',
  'account.given',
  'account.joined',
  'contact.given',
  'contact.merged',
  'account.merged',
  'note.mentioned',
  'review.invited',
  'review.closed',
  'review.mentioned',
  'task.given',
  'task.done',
  'gift.requested',
  'gift.approved',
  'gift.refused',
  'registration.submitted',
  'registration.termsSet',
  'registration.accepted',
  'registration.refused',
  'registration.withdrawn',
  'registration.extended',
  'registration.expiring',
  'registration.expired',
  'registration.termsApproved',
  'registration.termsRefused',
  'handOver.received',
  'invitation.accepted',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

const Words = z.object({ zh: z.string(), en: z.string() });

/** What its sentence needs beside who did it; each kind uses some of them. */
export const NotificationFacts = z.object({
  /** Of the deal, the account, the task, the person who joined. */
  name: z.string(),
  /** What was said: a statement, a reason, the beginning of a note. */
  said: z.string().optional(),
  /** The reason's code where reasons are a closed list (deal-words.ts). */
  reason: z.string().optional(),
  /** The stage that the deal is in now. */
  stage: Words.optional(),
  check: Words.optional(),
  /** The other name: of the merged account, the leaver, the new owner. */
  other: z.string().optional(),
  dueOn: Day.nullable().optional(),
  /** Of a registration. */
  protectedUntil: Day.nullable().optional(),
  /** The day of a review. */
  heldOn: Day.optional(),
  /** Told once of so many: `name` is one of them. */
  several: z.int().optional(),
  /** How much was handed over, by kind. */
  counts: z.record(z.string(), z.int()).optional(),
});
export type NotificationFacts = z.infer<typeof NotificationFacts>;

export const Notification = z.object({
  id: Id,
  kind: z.enum(notificationKinds),
  subject: z.object({ kind: z.string(), id: Id }),
  facts: NotificationFacts,
  actorName: z.string().nullable().meta({ description: 'Who did it; null: the system' }),
  at: Instant,
  read: z.boolean(),
});
export type Notification = z.infer<typeof Notification>;

/** The page that a notification leads to, the reader's own where it tells of several; null: there is none. */
export function pageOf({ kind, subject, facts }: Pick<Notification, 'kind' | 'subject' | 'facts'>): string | null {
  if (kind === 'handOver.received') return '/';
  if (kind === 'invitation.accepted') return '/settings/people';
  const folder = {
    deal: 'deals',
    account: 'accounts',
    contact: 'contacts',
    review: 'reviews',
    gift: 'compliance/gifts',
    registration: 'partners/registrations',
  }[subject.kind];
  if (folder && facts.several) return folder === 'deals' ? '/deals' : `/${folder}?mine=1`;
  return folder ? `/${folder}/${subject.id}` : '/';
}
