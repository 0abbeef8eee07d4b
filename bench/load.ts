/** What a load of equal requests gave: latencies in milliseconds, throughput in requests a second. */
export type LoadResult = { p50: number; p95: number; perSecond: number; failures: number };

export function summarise(latencies: number[], seconds: number, failures: number): LoadResult {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), perSecond: latencies.length / seconds, failures };
}
