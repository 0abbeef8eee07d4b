/** Each circle once, however many lead into it; where somebody has two bosses, all their lines are followed. */
export function circlesOf(bosses: ReadonlyMap<string, readonly string[]>): string[][] {
  const rings: string[][] = [];
  const settled = new Set<string>();
  const walk = (id: string, trail: readonly string[], at: Map<string, number>) => {
    const seen = at.get(id);
    if (seen !== undefined) {
      rings.push(trail.slice(seen));
      return;
    }
    if (settled.has(id)) return;
    at.set(id, trail.length);
    for (const boss of bosses.get(id) ?? []) walk(boss, [...trail, id], at);
    at.delete(id);
    settled.add(id);
  };
  for (const id of bosses.keys()) walk(id, [], new Map());
  return rings;
}
