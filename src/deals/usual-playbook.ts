/** The method that most open deals go by: the first choice for the next one. */
export function usualPlaybook<P extends { openDeals: number }>(playbooks: readonly P[]): P | undefined {
  return playbooks.toSorted((a, b) => b.openDeals - a.openDeals)[0];
}
