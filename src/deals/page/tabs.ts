/** The parts of the deal page; the first is shown when the URL names none. */
export const dealTabs = ['gate', 'people', 'qualify', 'facts', 'lines', 'records', 'timeline'] as const;
export type DealTab = (typeof dealTabs)[number];

/** What the URL asks of the deal page; unknown words in it are passed over. */
export function readDealSearch(search: { readonly [key: string]: unknown }, stages: readonly string[]) {
  const tab = dealTabs.find((name) => name === search['tab']) ?? 'gate';
  const stage = stages.find((id) => id === search['stage']);
  const check = typeof search['check'] === 'string' ? search['check'] : undefined;
  return { tab, stage, check };
}

/** The moment in the URL, when it is one. */
export function readMoment(text: unknown): string | undefined {
  if (typeof text !== 'string' || Number.isNaN(Date.parse(text))) return undefined;
  return new Date(text).toISOString();
}
