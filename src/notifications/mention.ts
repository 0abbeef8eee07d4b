type Person = { id: string; name: string };

/** Who is called by name after an @ (or ＠): where one name begins another, the longer is meant. */
export function mentionedIn(body: string, people: readonly Person[]): string[] {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length);
  const called = new Set<string>();
  for (const [, after = ''] of body.matchAll(/[@＠]\s?([^@＠]*)/g)) {
    const name = byLength.find((person) => after.startsWith(person.name))?.name;
    // Two people of one name are both told: better than neither.
    for (const person of people) if (person.name === name) called.add(person.id);
  }
  return [...called];
}
