import type { StakeholderFact } from '#method/fact-source.ts';

/** The people of a deal after two contacts became one: named once, with all that was known under either. */
export function withMergedPerson(
  people: readonly StakeholderFact[],
  from: string,
  to: { id: string; name: string },
): StakeholderFact[] {
  const both = people.filter(({ id }) => id === from || id === to.id);
  const known = both.toSorted((a, b) => Number(a.id === to.id) - Number(b.id === to.id));
  const roles = [...new Set(known.toReversed().flatMap((person) => person.roles ?? []))];
  const one: StakeholderFact = { ...Object.assign({}, ...known), ...to, ...(roles.length > 0 && { roles }) };
  const place = people.findIndex(({ id }) => id === from || id === to.id);
  return people.flatMap((person, at) => (at === place ? [one] : both.includes(person) ? [] : [person]));
}
