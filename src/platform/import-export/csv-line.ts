import { majorUnits, type Cell } from '#platform/import-export/cell.ts';
import { guardFormula } from '#platform/import-export/formula.ts';

/** A row as a line of CSV (RFC 4180), formulas guarded. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => quoted(textOf(cell))).join(',')}\r\n`;
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return guardFormula(cell);
  if (typeof cell === 'number') return String(cell);
  return 'day' in cell ? cell.day : majorUnits(cell.money);
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
