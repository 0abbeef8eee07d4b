import type { Day } from '#shared/day.ts';

/** Why a deal should be talked about, the weightiest first. */
export const talkReasons = ['unanswered', 'slipping', 'stuck', 'nearlyOpen', 'mistaken', 'overridden', 'big'] as const;
export type TalkReason = (typeof talkReasons)[number];

const weights: { readonly [reason in TalkReason]: number } = {
  unanswered: 5,
  slipping: 5,
  stuck: 3,
  nearlyOpen: 3,
  mistaken: 2,
  overridden: 2,
  big: 3,
};

/** What is known of an open deal without judging it anew. */
export type Standing = {
  id: string;
  /** Minor units. */
  amount: number | null;
  closeOn: Day | null;
  gateMet: number;
  gateTotal: number;
  /** Whole days in its stage, and how many are usual there; null: not known yet. */
  days: number;
  usualDays: number | null;
  /** How often its day of signature was moved to a later one since it was last talked about. */
  slips: number;
  /** A manager opened a gate, and what it covered is still missing. */
  overridden: boolean;
  /** Serious selling mistakes that the lint found. */
  mistakes: number;
  /** Acts of the last review that are not done. */
  openActs: number;
};

/** @param bigFrom from this amount on a deal is a big one here; null: too few to say */
export function reasonsToTalk(deal: Standing, today: Day, bigFrom: number | null): TalkReason[] {
  const holds: { readonly [reason in TalkReason]: boolean } = {
    unanswered: deal.openActs > 0,
    slipping: deal.slips > 0 || (deal.closeOn !== null && deal.closeOn < today),
    stuck: deal.usualDays !== null && deal.days > deal.usualDays,
    nearlyOpen: deal.gateTotal > 0 && deal.gateTotal - deal.gateMet === 1,
    mistaken: deal.mistakes > 0,
    overridden: deal.overridden,
    big: bigFrom !== null && deal.amount !== null && deal.amount >= bigFrom,
  };
  return talkReasons.filter((reason) => holds[reason]);
}

export type Ranked<D> = { deal: D; reasons: TalkReason[] };

/** The order in which to talk: most reasons by weight, then the most money, then the soonest to sign. */
export function byNeedToTalk<D extends Standing>(deals: readonly D[], today: Day, bigFrom: number | null): Ranked<D>[] {
  return deals
    .map((deal) => ({ deal, reasons: reasonsToTalk(deal, today, bigFrom) }))
    .toSorted(
      (a, b) =>
        weightOf(b.reasons) - weightOf(a.reasons) ||
        (b.deal.amount ?? -1) - (a.deal.amount ?? -1) ||
        compare(a.deal.closeOn ?? '9', b.deal.closeOn ?? '9') ||
        compare(a.deal.id, b.deal.id),
    );
}

function weightOf(reasons: readonly TalkReason[]): number {
  return reasons.reduce((sum, reason) => sum + weights[reason], 0);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
