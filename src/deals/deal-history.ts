import type { Instant } from '#shared/day.ts';
import type { Deal, DealLine, DealMember } from '#deals/deal.ts';

/** The part of an event that history needs. */
export type DealEvent = {
  at: Instant;
  data: {
    after?: Partial<Deal>;
    version?: number;
    /** All lines, when the event made or changed them. */
    lines?: (DealLine & { id?: string; amount?: number })[];
    /** All members, when the event changed them. */
    members?: DealMember[];
    /** Somebody took somebody's place in the team, when both are told. */
    fromId?: string;
    toId?: string;
    /** Its decision chain was changed. */
    chain?: unknown;
  };
};

export type PastDeal = {
  deal: Deal;
  /** null when no event up to then told of lines. */
  lines: NonNullable<DealEvent['data']['lines']> | null;
  members: DealMember[];
};

/**
 * The deal as it was at a past moment, with its product lines and its team: its events folded in order from its creation.
 *
 * @param events of this deal, oldest first
 * @returns null before its creation
 */
export function dealAsOf(events: readonly DealEvent[], at: Instant): PastDeal | null {
  const past = events.filter((event) => event.at <= at);
  if (past.length === 0) return null;
  return past.reduce<PastDeal>(next, {
    deal: { formerMethods: [] as Deal['formerMethods'] } as Deal,
    lines: null,
    members: [],
  });
}

/**
 * Until when the deal's people follow its maps: a deal that is lost or finished follows its account's map no more, and keeps
 * them as they were when it ended, or when somebody last wrote its facts or its own map.
 */
export function peopleUntil(events: readonly DealEvent[], { state, finishedOn }: Deal, at: Instant): Instant {
  if (state !== 'lost' && !finishedOn) return at;
  const wrote = ({ after, chain }: DealEvent['data']) =>
    chain !== undefined || ['state', 'finishedOn', 'facts', 'accountId'].some((field) => after && field in after);
  return events.findLast((event) => event.at <= at && wrote(event.data))?.at ?? at;
}

function next({ deal, lines, members }: PastDeal, { at, data }: DealEvent): PastDeal {
  const { after, version, fromId, toId } = data;
  const changed = { ...deal, ...after, ...(version !== undefined && { version, updatedAt: at }) };
  const team = data.members ?? members;
  if (fromId === undefined || toId === undefined || !changed.memberIds?.includes(fromId))
    return { deal: changed, lines: data.lines ?? lines, members: team };
  const others = changed.memberIds.filter((id) => id !== fromId && id !== toId);
  return {
    deal: { ...changed, memberIds: [...others, toId], version: changed.version + 1, updatedAt: at },
    lines: data.lines ?? lines,
    members: replaced(team, fromId, toId),
  };
}

/** The heir stands in the leaver's role, unless she had one already. */
function replaced(members: readonly DealMember[], fromId: string, toId: string): DealMember[] {
  const known = members.some(({ userId }) => userId === toId);
  return members.flatMap((member) => {
    if (member.userId !== fromId) return [member];
    return known ? [] : [{ ...member, userId: toId }];
  });
}
