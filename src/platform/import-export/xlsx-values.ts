/** How a workbook writes values: days as numbers, control characters as _x0008_, cells as C5. */

const MS_PER_DAY = 86_400_000;

/** Whether a number format shows a day or a time. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  const plain = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[ymdhs]|年|月|日/i.test(plain) && !/general/i.test(plain);
}

/** A serial day number as 'YYYY-MM-DD', with the time when it has one. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  // 1900 was no leap year, though spreadsheets think so.
  const days = !from1904 && serial < 60 ? serial + 1 : serial;
  const at = new Date(epoch + Math.round(days * MS_PER_DAY));
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) return undefined;
  const text = at.toISOString();
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/** 'YYYY-MM-DD' as a serial day number. */
export function serialOfDay(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / MS_PER_DAY;
}

/** The column of a cell reference, from 0: C5 → 2. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** The letters of a column, from 0: 2 → C. */
export function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter;
}

export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}

/** Text as XML holds it in a workbook; what XML cannot hold is written as _xHHHH_. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/_x[0-9A-Fa-f]{4}_/g, '_x005F$&')
    .replaceAll(/[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, escapeUnit)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
