import { accountEventWords } from '#accounts/account-events.ts';
import { adviserEventWords } from '#adviser/adviser-events.ts';
import { chainEventWords } from '#chain/chain-events.ts';
import { giftEventWords } from '#compliance/gifts/gift-events.ts';
import { quietContactEventWords } from '#compliance/quiet-contacts/quiet-contact-events.ts';
import { erasureEventWords } from '#compliance/erasure/erasure-events.ts';
import { personalFactEventWords } from '#compliance/personal-facts/fact-events.ts';
import { dealEventWords } from '#deals/deal-events.ts';
import type { EventTelling, EventWords, ToldEvent } from '#platform/events/event-words.ts';
import { informationEventWords } from '#information/information-events.ts';
import { partnerEventWords } from '#partners/partner-events.ts';
import { contactEventWords } from '#people/contact-events.ts';
import { lintEventWords } from '#lint/lint-events.ts';
import { reviewEventWords } from '#reviews/review-events.ts';
import { recordEventWords } from '#timeline/record-events.ts';
import type { Lang } from '#shared/messages.ts';

/** One line per slice that tells its events. */
const words: EventWords = {
  ...accountEventWords,
  ...adviserEventWords,
  ...chainEventWords,
  ...contactEventWords,
  ...dealEventWords,
  ...erasureEventWords,
  ...quietContactEventWords,
  ...giftEventWords,
  ...informationEventWords,
  ...lintEventWords,
  ...partnerEventWords,
  ...personalFactEventWords,
  ...recordEventWords,
  ...reviewEventWords,
};

/** An event in words; one that no slice tells is said to be a change, and named. */
export function tell(event: ToldEvent, lang: Lang): EventTelling {
  const known = words[event.type];
  if (known) return known(event, lang);
  return { title: lang === 'zh' ? '更新了记录' : 'Record updated', detail: event.data.name };
}

export type Tone = 'good' | 'warn' | 'bad' | 'accent';

/** What stands out in a timeline. */
export function toneOf(type: string): Tone | undefined {
  const tones: { [type: string]: Tone } = {
    'deal.won': 'good',
    'deal.advanced': 'good',
    'deal.lost': 'bad',
    'deal.overridden': 'warn',
    'deal.movedBack': 'warn',
    'contact.left': 'warn',
    'account.merged': 'accent',
    'contact.merged': 'accent',
    'task.done': 'good',
  };
  return tones[type];
}

/** Where an event's subject is shown; null: it has no page. */
export function pageOf({ kind, id }: { kind: string; id: string }): string | null {
  const pages: { [kind: string]: string } = {
    account: '/accounts/',
    contact: '/contacts/',
    deal: '/deals/',
    gift: '/compliance/gifts/',
    partner: '/partners/',
    registration: '/partners/registrations/',
    review: '/reviews/',
  };
  return pages[kind] ? pages[kind] + id : null;
}

/** Where there is more to read than the subject's own page: the minutes of a review, the entry of a gift. */
export function leadOf({ type, data }: { type: string; data: { readonly [key: string]: unknown } }): string | null {
  const { id } = (data['review'] ?? {}) as { id?: unknown };
  if (typeof data['registrationId'] === 'string') return pageOf({ kind: 'registration', id: data['registrationId'] });
  if (typeof data['giftId'] === 'string') return pageOf({ kind: 'gift', id: data['giftId'] });
  return type === 'deal.reviewed' && typeof id === 'string' ? pageOf({ kind: 'review', id }) : null;
}
