import type { BuyingRole } from '#method/scales.ts';
import { buyingRoles } from '#method/scales.ts';
import type { StakeholderFact } from '#method/fact-source.ts';

/** What is typed of a person on a deal; '' and undefined are 'not known' and are not kept. */
export type PersonFields = { -readonly [K in keyof StakeholderFact]: StakeholderFact[K] };

/** Two records are the same person by id, else by name. */
export function keyOfPerson({ id, name }: Pick<StakeholderFact, 'id' | 'name'>): string {
  return id ?? name;
}

/** The list with this person put in or replaced, blanks left out. */
export function withPerson(
  people: readonly StakeholderFact[],
  person: PersonFields,
  replaced?: string,
): StakeholderFact[] {
  const kept = Object.fromEntries(
    Object.entries(person).filter(
      ([, value]) =>
        value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as StakeholderFact;
  const at = people.findIndex((one) => keyOfPerson(one) === (replaced ?? keyOfPerson(kept)));
  return at === -1 ? [...people, kept] : people.map((one, i) => (i === at ? kept : one));
}

export function withoutPerson(people: readonly StakeholderFact[], key: string): StakeholderFact[] {
  return people.filter((one) => keyOfPerson(one) !== key);
}

/** Buying roles that nobody plays yet, in the order of the scale. */
export function rolesMissing(people: readonly StakeholderFact[]): BuyingRole[] {
  const played = new Set(people.flatMap(({ roles = [] }) => roles));
  return (Object.keys(buyingRoles) as BuyingRole[]).filter((role) => !played.has(role));
}
