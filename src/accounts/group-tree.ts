/** A group of accounts as lines of an indented tree, roots first, siblings by name. */
export type GroupLine<R> = { row: R; depth: number };

/** Branches whose parent the reader may not see stand at the left edge. */
export function groupLines<R extends { id: string; name: string; parentId: string | null }>(
  rows: readonly R[],
): GroupLine<R>[] {
  const known = new Set(rows.map((row) => row.id));
  const below = new Map<string | null, R[]>();
  for (const row of rows) {
    const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), row]);
  }
  const walk = (parent: string | null, depth: number): GroupLine<R>[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name, 'zh'))
      .flatMap((row) => [{ row, depth }, ...walk(row.id, depth + 1)]);
  return walk(null, 0);
}
