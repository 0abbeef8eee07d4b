import { type BuyingRole, buyingRoles } from '#method/scales.ts';
import { type ChainMap, type PersonNode, personsOf } from '#chain/chain-map.ts';

/** All seven, in the order of the purchase. */
export const roleIds = Object.keys(buyingRoles) as BuyingRole[];

/** Roles that nobody on the map plays. */
export function missingRoles(people: readonly PersonNode[]): BuyingRole[] {
  return roleIds.filter((role) => !people.some(({ roles }) => roles?.includes(role)));
}

/** Supporters whom we meet often: each is a thread that holds. */
export function threadsOf(people: readonly PersonNode[]): PersonNode[] {
  return people.filter(({ stance, contact }) => (stance ?? 0) >= 1 && (contact ?? 0) >= 2);
}

/** Factions with members among whom nobody that we have met supports us. */
export function uncoveredFactions(map: ChainMap): { id: string; name: string; members: PersonNode[] }[] {
  return peopledFactions(map).filter(({ members }) => !members.some(carries));
}

/** Factions that have members, with them. */
export function peopledFactions(map: ChainMap) {
  const people = personsOf(map);
  return map.factions
    .map(({ id, name }) => ({ id, name, members: people.filter(({ faction }) => faction === id) }))
    .filter(({ members }) => members.length > 0);
}

/** Stands up for us and has met us. */
export function carries({ stance, contact }: PersonNode): boolean {
  return (stance ?? 0) >= 1 && (contact ?? 0) >= 1;
}

/**
 * People against us for whom nobody speaks: no answer is under way, and no supporter (+1 or more) carries them along.
 */
export function unansweredOpponents(map: ChainMap, answered: ReadonlySet<string>): PersonNode[] {
  const supporters = new Set(personsOf(map).flatMap(({ id, stance }) => ((stance ?? 0) >= 1 ? [id] : [])));
  const reached = new Set(
    map.edges.flatMap((e) => (e.kind === 'influences' && e.sign === 1 && supporters.has(e.from) ? [e.to] : [])),
  );
  return personsOf(map).filter(({ id, stance }) => (stance ?? 0) <= -1 && !answered.has(id) && !reached.has(id));
}
