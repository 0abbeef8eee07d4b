/** The fields on which what is being typed and what was saved meanwhile disagree. Blank in any spelling is the same. */
export function differing<V extends object>(mine: Partial<V>, latest: Partial<V>): (keyof V & string)[] {
  return (Object.keys(latest) as (keyof V & string)[]).filter(
    (key) => key in mine && plain(mine[key]) !== plain(latest[key]),
  );
}

function plain(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}
