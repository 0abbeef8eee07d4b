export type Order = 'asc' | 'desc';

type Codecs = Record<string, { codec: { read: (text: string) => unknown } }>;
type Sortable = { sort?: string };

/** What the URL asks of a list. Unknown words in it are nobody's fault and are passed over. */
export function readAsked(search: Record<string, unknown>, filters: Codecs, columns: readonly Sortable[]) {
  const values: Record<string, unknown> = {};
  for (const [key, { codec }] of Object.entries(filters)) {
    const text = search[key];
    const value = typeof text === 'string' ? codec.read(text) : undefined;
    if (value !== undefined) values[key] = value;
  }
  const sort = columns.find((column) => column.sort !== undefined && column.sort === search['sort'])?.sort;
  const order: Order | undefined = sort === undefined ? undefined : search['order'] === 'desc' ? 'desc' : 'asc';
  return { values, sort, order };
}

/** A click on a column: ascending, descending, then the list's own order again. */
export function nextSort(at: { sort?: string; order?: Order }, clicked: string): { sort?: string; order?: Order } {
  if (at.sort !== clicked) return { sort: clicked, order: 'asc' };
  return at.order === 'asc' ? { sort: clicked, order: 'desc' } : { sort: undefined, order: undefined };
}

export function sameSearch(one: Record<string, string>, other: Record<string, string>): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => one[key] === other[key]);
}
