import type { FactLists, StakeholderFact } from '#method/fact-source.ts';
import type { Text } from '#shared/messages.ts';
import { type CoachSign, coachBar, coachScore } from '#chain/coach.ts';
import { type ChainMap, type PersonNode, personsOf, weightOf } from '#chain/chain-map.ts';

/** What stands for "known to stand with no group" among the facts, which know factions by name only. */
const NO_FACTION: Text = { zh: '无派系', en: 'no faction' };

/**
 * The people of a map as the method's facts, so that gates judge by the map. What the map does not know stays absent:
 * rules answer unknown. Nobody on the map: the list is absent too. Source: Domain §4, method/fact-lists.ts.
 * @param signs of coaches; absent: they were not loaded, and nothing is said of coaches. With them a coach is one who
 * has shown it, never one merely called so
 */
export function stakeholderFacts(
  map: ChainMap,
  signs?: readonly CoachSign[],
  bar = coachBar,
): FactLists['stakeholders'] {
  const people = personsOf(map);
  if (people.length === 0) return undefined;
  const factions = new Map(map.factions.map(({ id, name }) => [id, name]));
  return people.map((person) => stakeholder(person, factions, signs && coachScore(person, signs, bar)));
}

function stakeholder(
  person: PersonNode,
  factions: ReadonlyMap<string, string>,
  coach: ReturnType<typeof coachScore> | undefined,
): StakeholderFact {
  const { id, name, title, roles, faction } = person;
  const group = faction === 'none' ? NO_FACTION.zh : faction && factions.get(faction);
  return {
    id,
    name,
    ...known('title', title),
    ...(roles && roles.length > 0 && { roles }),
    ...known('function', person.function),
    ...known('level', person.level),
    // To mark somebody is an act of the team: whom nobody has marked is not one to win, unless that is said to be unknown.
    ...known('key', person.key === undefined ? false : person.key),
    ...known('relationship', person.relationship),
    ...known('style', person.style),
    ...known('attitude', person.attitude),
    ...known('stance', person.stance),
    ...known('contactDegree', person.contact),
    ...(group && { faction: group }),
    ...known('coachClaimed', person.coachClaimed),
    ...(coach && { coach: coach.shown, coachScore: coach.score, coachOccasions: coach.occasions }),
    influence: weightOf(person),
  };
}

function known<K extends string, V>(field: K, value: V | null | undefined): { [key in K]?: V } {
  return value === null || value === undefined ? {} : ({ [field]: value } as { [key in K]: V });
}

/**
 * The organisation map that gates ask for, once it says something: three people or more and a line among the customer's.
 * Undefined: not yet drawn.
 */
export function organisationMapOf(
  map: ChainMap,
  name: string,
): NonNullable<FactLists['artifacts']>[number] | undefined {
  const inside = new Set(map.nodes.filter(({ kind }) => kind === 'person' || kind === 'vacant').map(({ id }) => id));
  const tied = map.edges.some(({ from, to }) => inside.has(from) && inside.has(to));
  return personsOf(map).length >= 3 && tied ? { name, kind: 'organisationMap' } : undefined;
}
