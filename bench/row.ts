/** One measured figure beside its bar; '—' where there is none. */
export type Row = { work: string; measured: string; bar: string; met: boolean };
export type Engine = 'embedded' | 'postgres';

export function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}

export function round(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

/**
 * A time beside its bar: what was measured, and what it would be on the reference machine (http.server.ts).
 *
 * @param ms milliseconds measured
 * @param bar milliseconds on the reference machine
 * @param machine how many times as long as there the bare driver needs here
 */
export function timeRow(work: string, ms: number, bar: number, machine: number, more = ''): Row {
  const there = ms / machine;
  const measured = `${span(ms)}, ${span(there)} on the reference machine${more}`;
  return { work, measured, bar: `≤ ${span(bar)}`, met: there <= bar };
}

function span(ms: number): string {
  return ms < 1000 ? `${round(ms)} ms` : `${round(ms / 1000)} s`;
}
