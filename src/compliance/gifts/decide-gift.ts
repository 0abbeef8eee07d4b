import { cashFound } from '#compliance/personal-benefit.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { categoryOf, sharesOf, type Category, type Exceeded, type GiftFields } from '#compliance/gifts/gift.ts';
import type { GiftPolicy, LimitKey } from '#compliance/gifts/gift-policy.ts';
import { addDays, type Day } from '#shared/day.ts';
import type { MinorUnits } from '#shared/money.ts';
import type { Text } from '#shared/messages.ts';
import { refuse, type Refusal } from '#shared/refusal.ts';

/** A person of the customer's, and what she got in the year of the entry, in its currency. */
export type PersonFacts = { id: string; name: string; official: boolean; year: Record<Category, MinorUnits> };

/** What is known when somebody registers a gift. */
export type GiftFacts = {
  policy: GiftPolicy;
  today: Day;
  people: readonly PersonFacts[];
  /** People of this account are public officials by its ownership: who are not named, too. */
  accountOfficial: boolean;
  /** What ours who receives got in the year of the entry, in its currency. */
  receivedYear: MinorUnits;
  /** The deal that stands at a tender; its name null where the reader may not see it. */
  freeze: { deal: string | null; step: Text | null } | null;
};

export type Decided = {
  state: 'registered' | 'requested';
  heads: number;
  /** For each head; people in their order, then who are not named. */
  shares: MinorUnits[];
  official: boolean;
  exceeds: Exceeded[];
};

const AHEAD = 60;
const BACK = 366;

/** May this be registered, and does somebody have to allow it? Source: Domain §12. */
export function decideGift(asked: GiftFields, facts: GiftFacts): Decided | Refusal {
  const { people, today, freeze } = facts;
  const cash = cashFound(asked.purpose);
  if (asked.kind === 'cash' || cash) return refuse('gift.cash', { found: cash });
  const written = refuseWritten(asked.purpose);
  if (written) return written;
  const heads = people.length + asked.unnamed;
  if (heads === 0) return refuse('gift.nobody');
  if (asked.on > addDays(today, AHEAD) || asked.on < addDays(today, -BACK)) return refuse('gift.dayOutside');
  const category = categoryOf(asked.kind);
  const official = asked.official || facts.accountOfficial || people.some((person) => person.official);
  const shares = sharesOf(asked.amount, heads);
  const given = asked.direction === 'given';
  if (given && freeze) return refuse('gift.frozen', freeze);
  if (given && official && facts.policy[keyFor(category, true)].once === 0) {
    // Marked for this entry only, it is not known which of them it is.
    const name = people.find((person) => person.official)?.name ?? (people.length === 1 ? people[0]!.name : null);
    return refuse('gift.officialNone', { name, hospitality: category === 'hospitality' });
  }
  const exceeds = given ? aboveGiven(asked, facts, category, shares) : aboveReceived(asked, facts);
  return { state: exceeds.length > 0 ? 'requested' : 'registered', heads, shares, official, exceeds };
}

export function keyFor(category: Category, official: boolean): LimitKey {
  if (category === 'gift') return official ? 'officialGift' : 'gift';
  return official ? 'officialHospitality' : 'hospitality';
}

/** The limit of a person for this entry: that of officials once the entry says that one is among them. */
export function limitOf(asked: Pick<GiftFields, 'official'>, facts: GiftFacts, category: Category, at: number) {
  return keyFor(category, asked.official || facts.accountOfficial || (facts.people[at]?.official ?? false));
}

function aboveGiven(asked: GiftFields, facts: GiftFacts, category: Category, shares: readonly number[]): Exceeded[] {
  const { policy, people } = facts;
  // Who are not named have the same share but for a cent; one line says it of all.
  const heads = people.length + Math.min(asked.unnamed, 1);
  return Array.from({ length: heads }, (_, at) => at).flatMap((at): Exceeded[] => {
    const key = limitOf(asked, facts, category, at);
    const who = people[at]?.id ?? null;
    return above(asked, policy, { key, who, share: shares[at]!, before: people[at]?.year[category] ?? 0 });
  });
}

function aboveReceived(asked: GiftFields, { policy, receivedYear, freeze }: GiftFacts): Exceeded[] {
  const own = { key: 'received', who: null } as const;
  // It lies on the table: that it came during a tender is for somebody else to judge.
  const frozen: Exceeded[] = freeze ? [{ ...own, limit: 'freeze', would: asked.amount, most: 0 }] : [];
  return [...frozen, ...above(asked, policy, { ...own, share: asked.amount, before: receivedYear })];
}

type Head = { key: LimitKey; who: string | null; share: MinorUnits; before: MinorUnits };

function above(asked: GiftFields, policy: GiftPolicy, { key, who, share, before }: Head): Exceeded[] {
  if (asked.currency !== policy.currency) return [{ limit: 'currency', key, who, would: share, most: 0 }];
  const { once, year } = policy[key];
  const would = before + share;
  return [
    ...(share > once ? [{ limit: 'once' as const, key, who, would: share, most: once }] : []),
    ...(would > year ? [{ limit: 'year' as const, key, who, would, most: year }] : []),
  ];
}

type Kept = { state: string; ownerId: string; createdBy: string; ownerName: string };

/** May she say yes or no to it? Nobody decides on what is her own. */
export function refuseDecision(gift: Kept, actorId: string): Refusal | null {
  if (gift.state !== 'requested') return refuse('gift.notPending');
  return gift.ownerId === actorId || gift.createdBy === actorId ? refuse('gift.ownRequest') : null;
}

/** May she take it back, or put another in its place? */
export function refuseVoid(gift: Kept, actorId: string, approves: boolean): Refusal | null {
  if (!approves && gift.ownerId !== actorId && gift.createdBy !== actorId)
    return refuse('gift.notYours', { ownerName: gift.ownerName });
  return gift.state === 'voided' || gift.state === 'refused' ? refuse('gift.void') : null;
}

/** State-owned and public bodies: their people count as public officials. */
export function isOfficialOwnership(ownership: string | null): boolean {
  return ownership === 'central' || ownership === 'state' || ownership === 'public';
}
