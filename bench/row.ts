/** One measured figure beside its bar; '—' where there is none. */
export type Row = { work: string; measured: string; bar: string; met: boolean };
export type Engine = 'embedded' | 'postgres';

export function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}

export function round(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}
