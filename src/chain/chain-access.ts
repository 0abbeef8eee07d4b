import type { Actor } from '#permissions/actor.ts';
import type { Owned } from '#permissions/scope.ts';
import type { FactSource, StakeholderFact } from '#method/fact-source.ts';
import type { ChainChange } from '#chain/chain-history.ts';
import type { Fields, Item } from '#chain/chain-items.ts';

/**
 * Whose beliefs about people an actor sees: of what is hers or that she is in the team of; and whoever leads sees those of
 * her teams, a director all. To see a deal is not enough. The pure twin of `seesBeliefsOf` (store/beliefs.server.ts); a
 * test holds that they agree. Source: Domain §12, issue of the chain: stance is for the deal team only.
 */
export function seesBeliefs(actor: Actor, { ownerId, memberIds, teamId }: Owned): boolean {
  if (ownerId === actor.userId || memberIds.includes(actor.userId)) return true;
  if (!leads(actor)) return false;
  return actor.scope === 'all' || (teamId !== null && actor.teamIds.includes(teamId));
}

/** Managers and directors; an administrator keeps the system and is none. */
export function leads({ roles }: Pick<Actor, 'roles'>): boolean {
  return roles.includes('manager') || roles.includes('director');
}

/** What whoever sees the deal may know of a node: no judgement of ours is in it. */
const openFields: ReadonlySet<string> = new Set(['kind', 'name', 'function', 'level', 'roles', 'leftOut']);
const openLine: ReadonlySet<string> = new Set(['kind', 'from', 'to', 'leftOut']);

/** The items without beliefs: who is who and who reports to whom. */
export function openItems(items: readonly Item[]): Item[] {
  return items.flatMap(({ item, id, fields }) => {
    const open = openPart(item, fields);
    return open && Object.keys(open).length > 0 ? [{ item, id, fields: open }] : [];
  });
}

function openPart<V>(item: Item['item'], fields: { readonly [field: string]: V }): { [field: string]: V } | null {
  if (item === 'faction') return null;
  const open = item === 'node' ? openFields : openLine;
  return Object.fromEntries(Object.entries(fields).filter(([field]) => open.has(field)));
}

/** The history without beliefs; a change of nothing but beliefs is left out, as are its reason and its evidence. */
export function openChanges(changes: readonly ChainChange[]): ChainChange[] {
  const reporting = new Set(
    changes.flatMap(({ item, id, fields }) =>
      item === 'edge' && (fields['kind']?.after ?? fields['kind']?.before) === 'reportsTo' ? [id] : [],
    ),
  );
  return changes.flatMap((change) => {
    if (change.item === 'edge' && !reporting.has(change.id)) return [];
    const fields = openPart(change.item, change.fields);
    if (!fields || Object.keys(fields).length === 0) return [];
    return [{ ...change, fields, evidenceId: null, reason: null }];
  });
}

/** Lines over which nothing but beliefs would be known go, too. @param items of both maps, to know a line's kind */
export function openMap(items: readonly Item[], under: readonly Item[] = []): Item[] {
  const kinds = new Map(
    [...under, ...items].flatMap(({ id, fields }) => (fields['kind'] ? [[id, fields['kind']]] : [])),
  );
  return openItems(items.filter(({ item, id }) => item !== 'edge' || kinds.get(id) === 'reportsTo'));
}

const openFacts = ['id', 'name', 'title', 'function', 'level', 'roles'] as const;

/** A deal's facts for those who may see it, but not what we believe of its people. */
export function openFactsOf(facts: FactSource): FactSource {
  const { stakeholders } = facts.lists;
  if (!stakeholders) return facts;
  return { ...facts, lists: { ...facts.lists, stakeholders: stakeholders.map(openStakeholder) } };
}

function openStakeholder(person: StakeholderFact): StakeholderFact {
  const kept = openFacts.flatMap((field) => (person[field] === undefined ? [] : [[field, person[field]]]));
  return Object.fromEntries(kept) as StakeholderFact;
}

type Data = { readonly [more: string]: unknown };

/** An event's data as far as those may know it who do not see beliefs: facts before and after without them. */
export function openEventData<D extends Data>(data: D): D {
  const { before, after } = data;
  return { ...data, ...(before ? { before: openSide(before) } : {}), ...(after ? { after: openSide(after) } : {}) };
}

function openSide(side: unknown): unknown {
  const facts = (side as { facts?: FactSource }).facts;
  return facts?.lists?.stakeholders ? { ...(side as object), facts: openFactsOf(facts) } : side;
}

/** Fields of a change in which people write freely. */
const written = ['name', 'note', 'personalWin', 'organisationalNeed', 'interests', 'resonance', 'ties'] as const;

/** All that somebody wrote in words into an item's attributes, for the look for what must not be kept. */
export function writtenIn(fields: Fields): string[] {
  return written.flatMap((field) => wordsIn(fields[field]));
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'kind' ? [] : wordsIn(inner)));
}

/** A deal as an actor is told it: without what is thought of people, unless she sees that. */
export function asTold<D extends Owned & { readonly facts: FactSource }>(actor: Actor, deal: D): D {
  return seesBeliefs(actor, deal) ? deal : { ...deal, facts: openFactsOf(deal.facts) };
}
