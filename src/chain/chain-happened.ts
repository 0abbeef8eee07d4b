import type { ChainChange } from '#chain/chain-history.ts';
import { plainText } from '#chain/chain-items.ts';

/** What events tell of a change of a map: how many of which kind, never what is believed of anybody. */
export type ToldChanges = {
  readonly version: number;
  readonly counts: { readonly [act in ChainChange['act']]?: { readonly [kind: string]: number } };
};

/** @param rows at least one. A node or line counts under its kind; what only speaks over the account's under its item. */
export function toldChanges(rows: readonly ChainChange[]): { chain: ToldChanges } {
  const counts: { [act in ChainChange['act']]?: { [kind: string]: number } } = {};
  const seen = new Set<string>();
  for (const { item, id, act, fields } of rows) {
    if (seen.has(`${act} ${id}`)) continue;
    seen.add(`${act} ${id}`);
    const kind = fields['kind']?.after ?? fields['kind']?.before;
    const name = kind === undefined ? item : plainText(kind);
    const of = (counts[act] ??= {});
    of[name] = (of[name] ?? 0) + 1;
  }
  return { chain: { version: rows.at(-1)!.seq, counts } };
}
