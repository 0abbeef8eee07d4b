import type { StakeholderFact } from '#method/fact-source.ts';
import { type Fields, type Item, type Items, type Value, keptNodes, stands } from '#chain/chain-items.ts';
import type { WantedChange } from '#chain/decide-change.ts';

type Placed = { readonly person: StakeholderFact; readonly id: string };

/**
 * What puts people on a deal's map who were noted in its facts before, with all that was noted of them. Their groups
 * become factions. @param items of the deal's and the account's map together @param factionIds an id for each new group
 */
export function notedWanted(placed: readonly Placed[], items: Items, factionIds: readonly string[]): WantedChange[] {
  const factions = new Map(
    [...items.values()].flatMap(({ item, id, fields }): [string, string][] =>
      item === 'faction' && typeof fields['name'] === 'string' ? [[fields['name'], id]] : [],
    ),
  );
  const groups = groupsOf(placed.map(({ person }) => person)).filter((name) => !factions.has(name));
  for (const [i, name] of groups.entries()) factions.set(name, factionIds[i]!);
  const once = new Map(placed.map((one) => [one.id, one]));
  return [
    ...groups.map((name): WantedChange => ({ act: 'add', item: 'faction', id: factions.get(name)!, fields: { name } })),
    ...[...once.values()].map(({ person, id }): WantedChange => {
      const { kind, ...fields } = fieldsOf(person, factions);
      return onMap(items.get(id))
        ? { act: 'set', item: 'node', id, fields }
        : { act: 'add', item: 'node', id, fields: { kind: kind!, ...fields } };
    }),
  ];
}

/** The groups that people were noted with, in the order in which they come. */
export function groupsOf(people: readonly StakeholderFact[]): string[] {
  return [...new Set(people.flatMap(({ faction }) => (faction && !nobodys.has(faction) ? [faction] : [])))];
}

const nobodys: ReadonlySet<string> = new Set(['无派系', '无', 'none']);

function onMap(item: Item | undefined): boolean {
  return item !== undefined && stands(item);
}

/** What the map can hold of what was noted; a value that it cannot hold (an influence of 0.3) is left behind. */
function fieldsOf(person: StakeholderFact, factions: ReadonlyMap<string, string>): Fields {
  const { faction } = person;
  const noted: { [field: string]: unknown } = {
    function: person.function,
    level: person.level,
    roles: person.roles,
    key: person.key,
    relationship: person.relationship,
    style: person.style,
    attitude: person.attitude,
    stance: person.stance,
    contact: person.contactDegree,
    weight: person.influence,
    coachClaimed: (person.coachClaimed ?? person.coach) || undefined,
    faction: faction && (nobodys.has(faction) ? 'none' : factions.get(faction)),
  };
  const fields: { [field: string]: Value } = { kind: 'person' };
  for (const [field, value] of Object.entries(noted)) {
    if (value === undefined || value === '') continue;
    if (keptNodes.person.safeParse({ kind: 'person', [field]: value }).success) fields[field] = value as Value;
  }
  return fields;
}
