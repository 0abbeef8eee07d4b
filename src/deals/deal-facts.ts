import type { FactSource } from '#method/fact-source.ts';
import { recordedFacts, recordedLists } from '#deals/deal-situation.ts';

type Loose = { readonly [id: string]: unknown };

/**
 * New facts over known ones; null takes a fact back to 'not recorded'. Only facts that are recorded on the deal itself
 * are taken; the others are named in `unknown`.
 */
export function mergeFacts(known: FactSource, values: Loose, lists: Loose): { merged: FactSource; unknown: string[] } {
  const unknown = [
    ...Object.keys(values).filter((id) => !recordedFacts.includes(id)),
    ...Object.keys(lists).filter((id) => !recordedLists.includes(id)),
  ];
  return {
    merged: { values: over(known.values, values), lists: over(known.lists, lists) },
    unknown,
  };
}

function over(known: Loose, added: Loose): Loose {
  return Object.fromEntries(Object.entries({ ...known, ...added }).filter(([, value]) => value !== null));
}
