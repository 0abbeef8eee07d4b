import { dayOf, type Day, type Instant } from '#shared/day.ts';
import type { Content, SampleAccount, SampleContact } from '#sample/content.ts';
import { chance, spokenIn, timeOf, workDay } from '#sample/relative.ts';
import type { SampleFact } from '#sample/sample-fact.ts';
import type { SampleGift } from '#sample/sample-gift.ts';
import type { SampleInformation } from '#sample/sample-information.ts';
import type { SampleMethod } from '#sample/sample-method.ts';
import type { SamplePartner, SampleRegistration } from '#sample/sample-partner.ts';
import type { SampleReview } from '#sample/sample-review.ts';
import type { Step, Story } from '#sample/story.ts';

/** One thing that somebody of ours did at a moment, to be played through the API. */
export type Cue = { at: Instant; by: string; where: string } & (
  | { kind: 'product'; product: Content['products'][number] }
  | { kind: 'field'; field: Content['fields'][number] }
  | { kind: 'account'; account: SampleAccount }
  | { kind: 'contact'; account: SampleAccount; contact: SampleContact }
  | { kind: 'move'; contact: SampleContact; to: NonNullable<SampleContact['moved']> }
  | { kind: 'note'; on: 'account' | 'contact'; subject: string; text: string }
  | { kind: 'task'; key: string; account: string; text: string; due: number }
  | { kind: 'finish'; key: string }
  | { kind: 'map'; account: string; part: SampleAccount['chain'][number] }
  | { kind: 'settle'; story: Story; key: string; outcome: 'proven' | 'refuted' }
  | { kind: 'deal'; story: Story }
  | { kind: 'step'; story: Story; step: Step; key: string }
  | { kind: 'draft'; method: SampleMethod }
  | { kind: 'published'; method: string; note: string }
  | { kind: 'review'; review: SampleReview }
  | { kind: 'information'; information: SampleInformation }
  | { kind: 'fact'; contact: SampleContact; fact: SampleFact }
  | { kind: 'gift'; key: string; gift: SampleGift }
  | { kind: 'giftDecided'; key: string; what: 'approve' | 'refuse' | 'void'; reason: string }
  | { kind: 'partner'; partner: SamplePartner }
  | { kind: 'tie'; partner: string; tie: SamplePartner['ties'][number] }
  | { kind: 'suspend'; partner: string; reason: string }
  | { kind: 'registration'; key: string; registration: SampleRegistration }
  | { kind: 'registrationDecided'; key: string; what: Decision; reason: string | null }
);
type Decision = 'accept' | 'refuse' | 'withdraw' | 'extend';
type Unplaced<C = Cue> = C extends Cue ? Omit<C, 'at'> & { offset: number } : never;

/** Who does what nobody in particular does. */
const office = { products: '何静雯', accounts: '顾承远' };

/** The whole year in the order in which it happened. A story's things of one day keep their order. */
export function schedule(content: Content, now: Instant): Cue[] {
  const today = dayOf(now);
  const told = spokenIn(content, today);
  const cues = [
    ...told.products.map((product): Unplaced => {
      return { kind: 'product', product, offset: -365, by: office.products, where: product.name };
    }),
    ...told.fields.map((field): Unplaced => {
      return { kind: 'field', field, offset: -365, by: office.products, where: field.label };
    }),
    ...told.accounts.flatMap((account) => accountCues(account, told.accounts)),
    ...told.deals.flatMap(dealCues),
    ...told.methods.flatMap(methodCues),
    ...told.reviews.flatMap(reviewCues),
    ...told.gifts.flatMap(giftCues),
    ...told.information.map((information): Unplaced => {
      const { at, by, account, deal } = information;
      return { kind: 'information', information, offset: at, by, where: `${account ?? deal}, information` };
    }),
    ...told.partners.flatMap(partnerCues),
    ...told.registrations.flatMap(registrationCues),
  ];
  return placed(cues, today);
}

function accountCues(account: SampleAccount, all: readonly SampleAccount[]): Unplaced[] {
  const by = account.owner ?? office.accounts;
  const where = account.name;
  // Whoever does not see the parent cannot hang an account below it.
  const parent = account.parent && all.find(({ key }) => key === account.parent);
  const maker = parent && parent.owner !== account.owner ? office.accounts : by;
  return [
    { kind: 'account', account, offset: account.at, by: maker, where },
    ...account.contacts.flatMap((contact): Unplaced[] => {
      const offset = contact.at ?? account.at;
      const subject = contact.name;
      return [
        { kind: 'contact', account, contact, offset, by, where },
        ...(contact.note
          ? [{ kind: 'note', on: 'contact', subject, text: contact.note, offset, by, where } as const]
          : []),
        ...contact.facts.map(({ at, by: author = by, ...fact }): Unplaced => {
          return { kind: 'fact', contact, fact: { at, ...fact }, offset: at, by: author, where };
        }),
        ...(contact.moved
          ? [{ kind: 'move', contact, to: contact.moved, offset: contact.moved.at, by, where } as const]
          : []),
      ];
    }),
    ...account.notes.map(({ at, by: author = by, text }): Unplaced => {
      return { kind: 'note', on: 'account', subject: account.key, text, offset: at, by: author, where };
    }),
    ...account.chain.map((part): Unplaced => {
      return { kind: 'map', account: account.key, part, offset: part.at, by: part.by ?? by, where };
    }),
    ...account.tasks.flatMap(({ at, by: author = by, text, due, finished }): Unplaced[] => {
      const key = `${account.key} ${text}`;
      return [
        { kind: 'task', key, account: account.key, text, due, offset: at, by: author, where },
        ...(finished ? [{ kind: 'finish', key, offset: finished, by: author, where } as const] : []),
      ];
    }),
  ];
}

function dealCues(story: Story): Unplaced[] {
  const cues: Unplaced[] = [{ kind: 'deal', story, offset: story.at, by: story.owner, where: story.deal }];
  let offset = story.at;
  let owner = story.owner;
  for (const [number, step] of story.play.entries()) {
    offset = step.at ?? offset;
    const where = `${story.deal}, step ${number + 1}`;
    const key = `${story.deal} ${number}`;
    const by = step.by ?? owner;
    cues.push({ kind: 'step', story, step, key, offset, by, where });
    if ('task' in step && step.finished)
      cues.push({ kind: 'finish', key, offset: step.finished, by: step.for ?? by, where });
    if ('tell' in step)
      for (const outcome of ['proven', 'refuted'] as const)
        if (step[outcome]) cues.push({ kind: 'settle', story, key, outcome, offset: step[outcome], by, where });
    if ('assign' in step) owner = step.assign;
  }
  return cues;
}

function methodCues(method: SampleMethod): Unplaced[] {
  const { method: id, by, at: offset, published } = method;
  return [
    { kind: 'draft', method, offset, by, where: id },
    ...(published
      ? [{ kind: 'published', method: id, note: published.note, offset: published.at, by, where: id } as const]
      : []),
  ];
}

function reviewCues(review: SampleReview): Unplaced[] {
  const { by, at, name: where } = review;
  const given = review.items.flatMap(({ deal, weak, acts }) =>
    [...acts, ...weak.flatMap(({ act }) => (act ? [act] : []))].map((act) => ({ deal, ...act })),
  );
  return [
    { kind: 'review', review, offset: at, by, where },
    ...given.flatMap(({ deal, what, for: owner, finished }): Unplaced[] =>
      finished ? [{ kind: 'finish', key: `${deal} ${what}`, offset: finished, by: owner, where }] : [],
    ),
  ];
}

function giftCues(gift: SampleGift): Unplaced[] {
  const key = `${gift.account} ${gift.purpose}`;
  const where = key;
  const decided = [
    ['approve', gift.approved],
    ['refuse', gift.refused],
    ['void', gift.voided],
  ] as const;
  return [
    { kind: 'gift', key, gift, offset: gift.at, by: gift.by, where },
    ...decided.flatMap(([what, later]): Unplaced[] =>
      later ? [{ kind: 'giftDecided', key, what, reason: later.because, offset: later.at, by: later.by, where }] : [],
    ),
  ];
}

function partnerCues(partner: SamplePartner): Unplaced[] {
  const { key, by, at: offset, ties, suspended } = partner;
  const where = partner.name;
  const told = ties.map((tie): Unplaced => {
    return { kind: 'tie', partner: key, tie, by: tie.by ?? by, offset: Math.max(offset, SETTLED), where };
  });
  if (!suspended) return [{ kind: 'partner', partner, offset, by, where }, ...told];
  const { at, because: reason } = suspended;
  return [
    { kind: 'partner', partner, offset, by, where },
    ...told,
    { kind: 'suspend', partner: key, reason, offset: at, by: suspended.by, where },
  ];
}

/** By then every contact that a tie names is known. */
const SETTLED = -100;

function registrationCues(registration: SampleRegistration): Unplaced[] {
  const { partner, project, at: offset, by, accepted, refused, withdrawn, extended } = registration;
  const key = `${partner} ${project}`;
  const where = key;
  const decided = [
    ['accept', accepted && { ...accepted, because: accepted.handling ?? null }],
    ['refuse', refused],
    ['withdraw', withdrawn],
    ['extend', extended],
  ] as const;
  return [
    { kind: 'registration', key, registration, offset, by, where },
    ...decided.flatMap(([what, later]): Unplaced[] =>
      later
        ? [{ kind: 'registrationDecided', key, what, reason: later.because, offset: later.at, by: later.by, where }]
        : [],
    ),
  ];
}

/** Accounts and people come early in the morning, so that a deal of the same day finds them. */
const begins = {
  product: 470,
  field: 475,
  account: 480,
  contact: 500,
  move: 520,
  fact: 524,
  note: 528,
  task: 535,
  map: 540,
  settle: 1080,
  finish: 1090,
  draft: 1100,
  published: 1105,
  review: 1110,
  gift: 1130,
  giftDecided: 1140,
  information: 1145,
  partner: 1150,
  tie: 1160,
  suspend: 1170,
  registration: 1180,
  registrationDecided: 1190,
};

function placed(cues: readonly Unplaced[], today: Day): Cue[] {
  const used = new Map<string, number>();
  const timed = cues.map((cue): Cue => {
    const { offset, ...rest } = cue;
    const day = workDay(today, offset);
    const story = cue.kind === 'deal' || cue.kind === 'step' ? cue.story.deal : null;
    const slot = `${day} ${story ?? cue.kind}`;
    const nth = used.get(slot) ?? 0;
    used.set(slot, nth + 1);
    const begin = story ? 545 + chance(slot, 420) : begins[cue.kind as keyof typeof begins] + chance(slot, 5);
    return { ...rest, at: timeOf(day, begin + (story ? 4 : 0.1) * nth) };
  });
  return timed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
