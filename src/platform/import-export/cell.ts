/** A value on its way into a sheet: text, a number, a day, money in minor units; null is an empty cell. */
export type Cell = string | number | { day: string } | { money: number } | null;

/** Money in the major unit, exactly: -1005 → '-10.05'. */
export function majorUnits(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
